import { expect, expectAccessible, test } from "../fixtures";
import { makeAssignment, makeCourse } from "../made-assignments";
import { publishAgain } from "../made-problems";
import { answer } from "../problem-page";

const variables = { x: { shape: ["n"] } };

test("A mistaken problem is corrected, its answers are regraded, the student hears of it, and it is undone", async ({
  page,
  arrive,
  signUp,
  publish,
}) => {
  test.setTimeout(180_000);
  const instructor = await signUp(page, "instructor");
  const pupil = await arrive();
  const student = await signUp(pupil);
  const path = await publish({
    title: "A length with a slip",
    statement: "Differentiate $x^\\top x$.",
    record: { variables, function: "3*x'*x", wrt: "x" },
  });
  const problemId = path.split("/").at(-1) ?? "";
  const courseId = await makeCourse("Corrected", instructor, [student]);
  const home = `/teach/courses/${courseId}`;
  const assignmentId = await makeAssignment(courseId, { problems: [problemId], opens: -24, due: 24, closes: 48 });

  await test.step("the student is wronged", async () => {
    await pupil.goto(`/assignments/${assignmentId}`);
    await pupil.getByRole("link", { name: "1. A length with a slip" }).click();
    await answer(pupil, "2x", "Not the derivative, in either layout.");
    await expect(pupil.getByText("0 of 2 points")).toBeVisible();
  });

  await test.step("the instructor compares all answers under the corrected version, and nothing changes yet", async () => {
    await publishAgain(problemId, { variables, function: "x'*x", wrt: "x" });
    await page.goto(`${home}/insight`);
    await page.getByRole("region", { name: "Problems with their statistics" }).getByRole("link").click();
    await page.getByRole("link", { name: "Regrade", exact: true }).click();
    await expect(page.getByLabel("Compare under")).toContainText("Version 2");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Compare" }).click();
    await expect(page.getByRole("heading", { name: "What came out" })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("1 answer compared: 1 would turn out right.")).toBeVisible();
    const row = page.getByRole("region", { name: "Students whose points would change" }).getByRole("row").last();
    await expect(row.getByRole("cell")).toHaveText(["Sheet 1", "0 of 2", "2", "2"]);
    await expect(page.getByText("not right → right")).toBeVisible();
    await expect(page.getByRole("radio", { name: /Raise only/ })).toBeChecked();
    await expectAccessible(page);
    await pupil.reload();
    await expect(pupil.getByText("0 of 2 points")).toBeVisible();
  });

  await test.step("it is applied", async () => {
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page.getByText("Raise only: applied")).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page);
  });

  await test.step("the student is told, and finds the points", async () => {
    await pupil.goto("/dashboard");
    const message = pupil.getByRole("region", { name: "A message for you" });
    await expect(message).toContainText("Your points for it went from 0 to 2, of 2.");
    await expectAccessible(pupil);
    await message.getByRole("link", { name: "Have a look" }).click();
    await expect(pupil.getByText("2 of 2 points")).toBeVisible();
    await pupil.goto("/dashboard");
    await message.getByRole("button", { name: "Put away" }).click();
    await expect(message).toBeHidden();
  });

  await test.step("it is undone, and the student is told again", async () => {
    await page.getByText("Undo", { exact: true }).click();
    await page.getByRole("button", { name: "Undo this regrade" }).click();
    await expect(page.getByText("Everybody has what they had before.")).toBeVisible({ timeout: 30_000 });
    await page.getByRole("link", { name: "Regrades" }).click();
    await expect(page.getByRole("row").last()).toContainText("Undone");
    await pupil.goto("/courses");
    await expect(pupil.getByRole("region", { name: "A message for you" })).toContainText("went from 2 to 0");
    await expectAccessible(pupil);
  });
});
