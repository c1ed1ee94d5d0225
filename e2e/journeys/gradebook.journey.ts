import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { database } from "../../lib/store";
import { expect, expectAccessible, type Page, test } from "../fixtures";
import { makeAssignment, makeCourse } from "../made-assignments";
import { answer } from "../problem-page";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const sheet = (page: Page) => page.getByRole("region", { name: "Grades" });
const names = (page: Page) => sheet(page).locator("tbody th");

test("An instructor sorts the gradebook, looks behind a number, and gives points that the student reads of", async ({
  page,
  arrive,
  signUp,
}) => {
  test.setTimeout(180_000);
  const instructor = await signUp(page, "instructor");
  const pupil = await arrive();
  const student = await signUp(pupil);
  const absent = await signUp(await arrive());
  const courseId = await makeCourse("Grades", instructor, [student, absent]);
  const problems = ["squared-length", "quadratic-form"];
  const assignmentId = await makeAssignment(courseId, { problems, opens: -1, due: 24, closes: 48 });

  await test.step("the student answers wrong, then right", async () => {
    await pupil.goto(`/assignments/${assignmentId}`);
    await pupil.getByRole("link", { name: "The squared length" }).click();
    await answer(pupil, "x", "Not the derivative, in either layout.");
    await answer(pupil, "2x", "Right, in denominator layout.");
  });

  await test.step("the gradebook has it, and sorts at a press", async () => {
    await page.goto(`/teach/courses/${courseId}/grades`);
    await expect(sheet(page).getByRole("row", { name: student.name }).getByRole("cell").nth(3)).toHaveText("2");
    await expectAccessible(page);
    await expect(names(page)).toHaveText([student.name, absent.name].sort());
    await sheet(page).getByRole("link", { name: "Total" }).click();
    await expect(sheet(page).getByRole("columnheader", { name: "Total" })).toHaveAttribute("aria-sort", "descending");
    await expect(names(page)).toHaveText([student.name, absent.name]);
    await page.reload();
    await expect(names(page)).toHaveText([student.name, absent.name]);
    await page.getByRole("searchbox", { name: "Find by name" }).fill(absent.name.slice(-1));
    await expect(page.getByText("1 of 2 students.")).toBeVisible();
    await expect(names(page)).toHaveText([absent.name]);
    await page.getByRole("link", { name: "Show totals alone" }).click();
    await expect(sheet(page).getByRole("columnheader")).toHaveCount(5);
    await page.goto(`/teach/courses/${courseId}/grades`);
  });

  await test.step("behind the number stand both answers with their verdicts", async () => {
    const row = sheet(page).getByRole("row", { name: student.name });
    await row.getByRole("link").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(student.name);
    await expect(page.getByRole("heading", { name: "Attempt 2" })).toBeVisible();
    await expect(page.getByText("The same verdict")).toHaveCount(2);
    await expect(page.getByRole("region", { name: "Verdict on answer 1" })).toContainText("A constant factor");
    await expectAccessible(page);
  });

  await test.step("points without a reason are refused, and with one the student reads it", async () => {
    await page.getByLabel("Points, of 2").fill("1,5");
    await press(page, "Give these points");
    await expect(page.getByText("Say why: the student reads it.")).toBeVisible();
    await expect(page.getByLabel("Points, of 2")).toHaveValue("1,5");
    await page.getByLabel("Why").fill("You showed me on paper why.");
    await press(page, "Give these points");
    await expect(page.getByText("1.5 of 2 points")).toBeVisible();
    await expect(page.getByText("1.5 points: You showed me on paper why.")).toBeVisible();
    await expectAccessible(page);
    await pupil.reload();
    await expect(pupil.getByText("You were given 1.5 of 2 points.")).toBeVisible();
    await expect(pupil.getByText("You showed me on paper why.")).toBeVisible();
    await expectAccessible(pupil);
  });

  await test.step("they can be taken back", async () => {
    await page.getByText("Take them back…").click();
    await page.getByLabel("Why").last().fill("That was another problem.");
    await press(page, "Take back");
    await expect(page.getByText("2 of 2 points")).toBeVisible();
    await expect(page.getByText("Taken back: That was another problem.")).toBeVisible();
    await pupil.reload();
    await expect(pupil.getByText("You were given")).toHaveCount(0);
  });
});

test("An export says what the gradebook says, and an assistant has none", async ({ page, arrive, signUp }) => {
  test.setTimeout(120_000);
  const instructor = await signUp(page, "instructor");
  const pupil = await arrive();
  const student = await signUp(pupil);
  const courseId = await makeCourse("Exported grades", instructor, [student]);
  const assignmentId = await makeAssignment(courseId, { title: "=1+1", opens: -1, due: 24, closes: 48 });
  await pupil.goto(`/assignments/${assignmentId}`);
  await pupil.getByRole("link", { name: "The squared length" }).click();
  await answer(pupil, "2x", "Right, in denominator layout.");

  const rows = await test.step("the file is made", async () => {
    await page.goto(`/teach/courses/${courseId}/grades`);
    await page.getByText("Export…").click();
    await expectAccessible(page);
    const downloading = page.waitForEvent("download");
    await press(page, "Download");
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("exported-grades-canvas.csv");
    return parse(readFileSync(await download.path(), "utf8"), { bom: true }) as string[][];
  });

  expect(rows[0]).toEqual(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "'=1+1"]);
  expect(rows[1]).toEqual(["    Points Possible", "", "", "", "", "2"]);
  expect(rows.slice(2)).toEqual([[student.name, "", "", student.email, "", "2"]]);

  const person = await database().person.findUniqueOrThrow({ where: { email: instructor.email } });
  await database().enrolment.updateMany({ where: { courseId, personId: person.id }, data: { role: "assistant" } });
  const refused = await page.request.get(`/teach/courses/${courseId}/grades/export?for=canvas`);
  expect(refused.status()).toBe(403);
  await page.reload();
  await expect(sheet(page)).toBeVisible();
  await expect(page.getByText("Export…")).toHaveCount(0);
});

test("The gradebook is sorted and looked through without scripts", async ({ page, arrive, signUp }) => {
  const instructor = await signUp(page, "instructor");
  const people = [await signUp(await arrive()), await signUp(await arrive())];
  const courseId = await makeCourse("Plain grades", instructor, people);
  await makeAssignment(courseId, { opens: -1, due: 24, closes: 48 });
  const plain = await arrive({ javaScriptEnabled: false, storageState: await page.context().storageState() });
  await plain.goto(`/teach/courses/${courseId}/grades`);
  const byName = people.map(({ name }) => name).sort();
  await expect(names(plain)).toHaveText(byName);
  await sheet(plain).getByRole("link", { name: "Student" }).click();
  await expect(names(plain)).toHaveText([...byName].reverse());
  await plain.getByRole("searchbox", { name: "Find by name" }).fill(byName[0] ?? "");
  await press(plain, "Find");
  await expect(names(plain)).toHaveText(byName.slice(0, 1));
});
