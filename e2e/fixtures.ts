import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { closeDatabase, database, erasePeople } from "../lib/store";

export { expect } from "@playwright/test";

/** Somebody with an account of their own, gone when the journey ends. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

interface Fixtures {
  /** Signs somebody new up in this page, and gives them a role. They are signed in afterwards. */
  readonly signUp: (page: Page, role?: "student" | "instructor") => Promise<Person>;
}

/** Emails that no other journey uses: the worker, the test, and a count within it. */
const unique = (title: string, count: number): string =>
  `${title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)}-${process.pid}-${count}@example.com`;

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
        name: "Ada Example",
        email: unique(info.title, emails.length),
        password: "seven quiet matrices",
      };
      emails.push(person.email);
      await page.goto("/sign-up");
      await page.getByLabel("Name").fill(person.name);
      await page.getByLabel("Email").fill(person.email);
      await page.getByLabel("Password").fill(person.password);
      await page.getByRole("button", { name: "Create account" }).click();
      await expect(page).not.toHaveURL(/sign-up/);
      if (role !== "student") await database().person.update({ where: { email: person.email }, data: { role } });
      return person;
    });
    const people = await database().person.findMany({ where: { email: { in: emails } }, select: { id: true } });
    await erasePeople(people.map(({ id }) => id));
    await closeDatabase();
  },
});

/** Fails where axe finds anything on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(" ")})`);
  expect(found, `axe on ${page.url()}`).toEqual([]);
}
