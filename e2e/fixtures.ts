import { type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import { closeDatabase, database, erasePeople } from "../lib/store";
import { lookFindings, looks } from "./comfort";
import { type MadeProblem, makeProblem, retireProblems } from "./made-problems";

export { expect, type Page } from "@playwright/test";

/** Somebody with an account of their own, gone when the journey ends. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

interface Fixtures {
  /** Signs somebody new up in this page, and gives them a role. They are signed in afterwards. */
  readonly signUp: (page: Page, role?: "student" | "instructor") => Promise<Person>;
  /** Publishes a problem of the journey's own and returns the address of its page. */
  readonly publish: (problem: MadeProblem) => Promise<string>;
  /** The browser of somebody else, who has not been here before. */
  readonly arrive: (options?: BrowserContextOptions) => Promise<Page>;
  /** Fails a journey on whose pages a script broke or the browser complained. */
  readonly noScriptErrors: undefined;
}

/** Emails that no other journey uses: the test, the worker, and a count within it. */
export const emailOf = (title: string, count: number): string =>
  `${title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)}-${process.pid}-${count}@example.com`;

/** Makes somebody what only an admin can make them. */
export async function giveRole(email: string, role: "student" | "instructor"): Promise<void> {
  await database().person.update({ where: { email }, data: { role } });
}

/** Takes people away with all they did. Versions of problems are never deleted, so what they published is retired. */
export async function forget(emails: readonly string[]): Promise<void> {
  const people = await database().person.findMany({ where: { email: { in: [...emails] } }, select: { id: true } });
  const ids = people.map(({ id }) => id);
  const authorId = { in: ids };
  await database().problem.deleteMany({ where: { authorId, currentVersionId: null } });
  await database().problem.updateMany({ where: { authorId }, data: { retired: true } });
  await erasePeople(ids);
  await closeDatabase();
}

/** What the browser says of an answer that is not 200, or of none; journeys look at those themselves. */
const ofTheNetwork = /Failed to (load resource|fetch)/;

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern.
  baseURL: async ({}, use) => {
    await use(process.env.BASE_URL);
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern.
  signUp: async ({}, use, info) => {
    const emails: string[] = [];
    await use(async (page, role = "student") => {
      const person = {
        name: `Ada Example ${emails.length + 1}`,
        email: emailOf(info.title, emails.length),
        password: "seven quiet matrices",
      };
      emails.push(person.email);
      await page.goto("/sign-up");
      await page.getByLabel("Name").fill(person.name);
      await page.getByLabel("Email").fill(person.email);
      await page.getByLabel("Password").fill(person.password);
      await page.getByRole("button", { name: "Create account" }).click();
      await expect(page).toHaveURL("/dashboard");
      if (role !== "student") await giveRole(person.email, role);
      return person;
    });
    await forget(emails);
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern.
  publish: async ({}, use) => {
    const made: string[] = [];
    await use(async (problem) => {
      const id = await makeProblem(problem);
      made.push(id);
      return `/problems/${id}`;
    });
    await retireProblems(made);
    await closeDatabase();
  },

  arrive: async ({ browser, baseURL }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ baseURL, locale: "en-GB", timezoneId: "UTC", ...options });
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },

  noScriptErrors: [
    async ({ context }, use) => {
      const errors: string[] = [];
      const note = (text: string) => {
        if (!ofTheNetwork.test(text)) errors.push(text);
      };
      context.on("weberror", (error) => note(String(error.error())));
      context.on("console", (message) => {
        if (message.type() === "error") note(message.text());
      });
      await use(undefined);
      expect(errors, "errors in the browser").toEqual([]);
    },
    { auto: true },
  ],
});

/** Fails where axe finds anything on the page as it stands, light on a desktop and dark on a small phone. */
export async function expectAccessible(page: Page): Promise<void> {
  const found: string[] = [];
  // While an action's answer is put in, the page is without a title for a moment.
  await expect(page).toHaveTitle(/\S/);
  for (const look of [looks.lightDesktop, looks.darkPhone]) {
    found.push(...(await lookFindings(page, look)));
  }
  await page.setViewportSize(looks.lightDesktop.size);
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  expect(found, `axe on ${page.url()}`).toEqual([]);
}
