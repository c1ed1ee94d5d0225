import { expect, expectAccessible, type Page, test } from "../fixtures";
import { makeAssignment, makeCourse } from "../made-assignments";
import { history, send, verdict } from "../problem-page";

/** The answers of one value, and what can be said to them. */
const cluster = (page: Page, text: string) => page.getByRole("listitem").filter({ hasText: text }).first();

test("A teacher sees what goes wrong, says something to it, and the next student who errs so reads it", async ({
  page,
  arrive,
  signUp,
}) => {
  test.setTimeout(180_000);
  const instructor = await signUp(page, "instructor");
  const [first, second] = [await arrive(), await arrive()];
  const students = [await signUp(first), await signUp(second)];
  const courseId = await makeCourse("Looked into", instructor, students);
  const home = `/teach/courses/${courseId}`;
  const times = { opens: -24, due: 24, closes: 48 };
  const problem = await makeAssignment(courseId, { problems: ["quadratic-form"], ...times });
  const open = async (pupil: Page) => {
    await pupil.goto(`/assignments/${problem}`);
    await pupil.getByRole("link", { name: "1. A quadratic form" }).click();
  };

  await test.step("before anybody has answered, the page says so", async () => {
    await page.goto(`${home}/insight`);
    await expect(page.getByText("Nothing has been answered yet.")).toBeVisible();
  });

  await test.step("one mistake, written in two ways, is one row", async () => {
    await open(first);
    for (const [before, text] of ["2 A x", "A x + A x", "A x"].entries()) {
      await send(first, text);
      await expect(history(first)).toHaveCount(before + 1);
    }
    await page.reload();
    await expect(page.getByRole("region", { name: "Most frequent slips" })).toContainText(
      "A symmetry that is not given",
    );
    await expect(page.getByRole("region", { name: "Who is stuck" })).toContainText("3 answers");
    await expectAccessible(page);
    await page.getByRole("region", { name: "Problems with their statistics" }).getByRole("link").click();
    await expect(cluster(page, "2 * A * x")).toContainText("1 person, 2 answers, written in 2 ways");
    await expectAccessible(page);
  });

  await test.step("a rule is made from it, and a slip of the pen is refused", async () => {
    const row = cluster(page, "2 * A * x");
    await row.getByText("Say something to this answer").click();
    await row.getByRole("button", { name: "Say it from now on" }).click();
    await expect(row.getByText("Please write what the student should read.")).toBeVisible();
    await row.getByLabel("If an answer equals").fill("(A + A') x");
    await row.getByLabel("say", { exact: true }).fill("Is $A$ symmetric? Nobody has said so.");
    await row.getByRole("button", { name: "Say it from now on" }).click();
    await expect(row.getByText("This answer is right. A rule is for wrong ones.")).toBeVisible();
    await expectAccessible(page);
    await row.getByLabel("If an answer equals").fill("2 A x");
    await row.getByRole("button", { name: "Say it from now on" }).click();
    await expect(row.getByText("who gives this answer reads that first")).toBeVisible();
    await expect(page.getByRole("region", { name: "What is said to wrong answers" })).toContainText("2 A x");
    await expectAccessible(page);
  });

  await test.step("the next student who errs so reads it first", async () => {
    await open(second);
    await send(second, "A x + A x");
    await expect(verdict(second)).toContainText("Nobody has said so.");
    await expectAccessible(second);
    await send(second, "A x");
    await expect(verdict(second)).not.toContainText("Nobody has said so.");
  });

  await test.step("it can be ended", async () => {
    await page.reload();
    const rules = page.getByRole("region", { name: "What is said to wrong answers" });
    await expect(rules).toContainText("met by 1 answer");
    await rules.getByText("End", { exact: true }).click();
    await rules.getByRole("button", { name: "End this rule" }).click();
    await expect(rules).toContainText("Nothing of your own yet.");
    await send(second, "2 A x");
    await expect(history(second)).toHaveCount(3);
    await expect(verdict(second)).toBeVisible();
    await expect(second.getByText("Nobody has said so.")).toHaveCount(0);
  });
});
