import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIRequestContext } from "@playwright/test";
import { database } from "../../lib/store";
import { expect, type Page, test } from "../fixtures";
import { makeAssignment, makeCourse } from "../made-assignments";
import { retireProblems } from "../made-problems";
import { pagesOfApp, routesOfApp } from "../pages/app-pages";
import { type Planted, planted, plantProblems, shownMark } from "../planted";
import { answer, send } from "../problem-page";

// A trace keeps a copy of the page at every step, and what is looked for would be in it.
test.use({ trace: "off" });

/** What stands for the parts of addresses that vary, each named with what comes before it. */
type Values = Readonly<Record<string, readonly string[]>>;

/** All addresses that a pattern of the app's folders can mean here. */
function addressesOf(pattern: string, values: Values): readonly string[] {
  const parts = pattern.split("/").slice(1);
  return parts.reduce<readonly string[]>(
    (addresses, part, index) => {
      const name = `${parts[index - 1] ?? ""}/${part}`;
      const options = part.startsWith("[") ? values[name] : [part];
      if (!options) throw new Error(`${pattern}: say in this journey what ${name} can be`);
      return addresses.flatMap((address) => options.map((option) => `${address}/${option}`.replace("//", "/")));
    },
    ["/"],
  );
}

const needles = Object.entries(planted);

/** Which parts of keys a text shows. */
const leaksIn = (text: string) => needles.filter(([, needle]) => text.includes(needle)).map(([part]) => part);

/** How an address is asked for: as a page, and by the browser that goes there from another or may go there soon. */
const ways: readonly Readonly<Record<string, string>>[] = [{}, { RSC: "1" }, { RSC: "1", "Next-Router-Prefetch": "1" }];

/** Looks at every address as somebody; gives what leaked, and where a planted problem was shown, as a page and as a stream. */
async function crawl(request: APIRequestContext, addresses: readonly string[]) {
  const leaks: string[] = [];
  const shown: string[] = [];
  for (const address of addresses) {
    const texts: string[] = [];
    for (const headers of ways) texts.push(await (await request.get(address, { headers: { ...headers } })).text());
    leaks.push(...texts.flatMap(leaksIn).map((part) => `${address}: ${part}`));
    if (texts.slice(0, 2).every((text) => text.includes(shownMark))) shown.push(address);
  }
  return { leaks: [...new Set(leaks)], shown };
}

/** Keeps the text of whatever a page is sent. */
function listen(page: Page): () => Promise<readonly string[]> {
  const texts: Promise<string>[] = [];
  page.on("response", (response) => {
    texts.push(response.text().catch(() => ""));
  });
  return () => Promise.all(texts);
}

const nowhere = "01900000-0000-7000-8000-000000000000";

interface World extends Planted {
  readonly courseId: string;
  readonly code: string;
  readonly assignmentId: string;
  readonly studentId: string;
}

async function valuesOf({ all, courseId, code, assignmentId, studentId }: World): Promise<Values> {
  const given = await database().assigned.findMany({ where: { assignmentId }, select: { id: true, itemId: true } });
  return {
    "problems/[id]": all,
    "topics/[id]": ["gradient"],
    "review/[id]": [nowhere],
    "join/[code]": [code],
    "courses/[courseId]": [courseId],
    "assignments/[assignmentId]": [assignmentId],
    "[assignmentId]/[assignedId]": given.map(({ id }) => id),
    "people/[personId]": [studentId],
    "students/[personId]": [studentId],
    "grades/[personId]": [studentId],
    "[personId]/[place]": given.map(({ itemId }) => `${itemId}.0`),
    "roster/[rosterId]": [nowhere],
    "regrades/[regradeId]": [nowhere],
    "insight/[problemId]": all,
    "auth/[...nextauth]": ["session", "providers"],
    "v1/[...rest]": ["problems"],
  };
}

test("Nothing of an answer key is in any page, stream or answer, for visitors and students", async ({
  page: pupil,
  arrive,
  signUp,
}) => {
  test.setTimeout(600_000);
  const instructor = await signUp(await arrive(), "instructor");
  const student = await signUp(pupil);
  const other = await arrive();
  await signUp(other);
  const guest = await arrive();
  await guest.goto("/");
  await answer(guest, "2 A x", "Not the derivative, in either layout.");
  const visitor = await arrive();

  const problems = await plantProblems();
  try {
    const courseId = await makeCourse("Planted", instructor, [student]);
    const assignmentId = await makeAssignment(courseId, { problems: problems.all, opens: -1, due: 24, closes: 48 });
    const { joinCode: code } = await database().course.findUniqueOrThrow({ where: { id: courseId } });
    const { id: studentId } = await database().person.findUniqueOrThrow({ where: { email: student.email } });

    await test.step("wrong answers, in practice and in the assignment, show nothing either", async () => {
      const sent = listen(pupil);
      await pupil.goto(`/problems/${problems.answered}`);
      await answer(pupil, "3x", "Not the derivative, in either layout.");
      await send(pupil, "2 +");
      await pupil.goto(`/assignments/${assignmentId}`);
      await pupil.getByRole("link", { name: "Planted ofFunction" }).click();
      await answer(pupil, "3x", "Not the derivative, in either layout.");
      const texts = await sent();
      expect(texts.some((text) => text.includes(shownMark))).toBe(true);
      expect(texts.flatMap(leaksIn)).toEqual([]);
    });

    const values = await valuesOf({ ...problems, courseId, code, assignmentId, studentId });
    const addresses = [...pagesOfApp(), ...routesOfApp()].flatMap((pattern) => addressesOf(pattern, values));
    const practice = addressesOf("/problems/[id]", values);
    const assigned = addressesOf("/assignments/[assignmentId]/[assignedId]", values);
    expect(assigned).toHaveLength(problems.all.length);
    const eyes = [
      { name: "a visitor", page: visitor, sees: practice },
      { name: "a guest", page: guest, sees: practice },
      { name: "a student", page: pupil, sees: [...practice, ...assigned] },
      { name: "another student", page: other, sees: practice },
    ];
    for (const { name, page, sees } of eyes) {
      await test.step(`as ${name}`, async () => {
        const { leaks, shown } = await crawl(page.request, addresses);
        expect(leaks, name).toEqual([]);
        // The test would find nothing where there is nothing to see.
        expect(shown, name).toEqual(expect.arrayContaining([...sees]));
      });
    }
  } finally {
    await retireProblems(problems.all);
    await database().feedbackRule.updateMany({
      where: { problemId: problems.answered },
      data: { endedAt: new Date() },
    });
  }
});

/** The scripts that browsers are given, as one text. */
function scripts(): string {
  const folder = join(".next", "static");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".js"))
    .map((path) => readFileSync(join(folder, path), "utf8"))
    .join("\n");
}

test("Nothing of the bank's keys is in any script", async () => {
  const code = scripts();
  expect(code.length).toBeGreaterThan(100_000);
  const versions = await database().problemVersion.findMany({
    where: { problem: { fromBank: true } },
    select: { spoiled: true, hints: true, solution: true },
  });
  const texts = versions.flatMap(({ spoiled, hints, solution }) => [
    ...(spoiled as { slip?: string }[]).flatMap(({ slip }) => slip ?? []),
    ...hints,
    ...(solution ?? "").split("\n"),
  ]);
  const long = texts.filter((text) => text.length > 30);
  expect(long.length).toBeGreaterThan(500);
  expect(long.filter((text) => code.includes(text))).toEqual([]);
});
