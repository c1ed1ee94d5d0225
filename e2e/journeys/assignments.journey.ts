import { expect, expectAccessible, type Page, test } from "../fixtures";
import { localTime, makeAssignment, makeCourse } from "../made-assignments";
import { answer, answerField, history, send, verdict } from "../problem-page";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("An instructor makes an assignment, a student answers late, and an extension gives full credit", async ({
  page,
  arrive,
  signUp,
}) => {
  test.setTimeout(180_000);
  const instructor = await signUp(page, "instructor");
  const pupil = await arrive();
  const student = await signUp(pupil);
  const courseId = await makeCourse("Late and extended", instructor, [student]);
  const home = `/teach/courses/${courseId}/assignments`;

  await test.step("what cannot be is refused at the field, and nothing is lost", async () => {
    await page.goto(home);
    await expectAccessible(page);
    await page.getByRole("link", { name: "New assignment" }).click();
    await expect(heading(page)).toHaveText("New assignment");
    await page.getByLabel("Title").fill("Sheet 1");
    await page.getByLabel("Add a problem").selectOption("squared-length");
    await press(page, "Add the problem");
    await expect(page.getByLabel("Points of row 1")).toHaveValue("1");
    await page.getByLabel("Or draw some of a topic").selectOption("quadratic-forms");
    await page.getByLabel("Difficulty").selectOption("1");
    await page.getByLabel("How many").fill("1");
    await press(page, "Add the draw");
    await page.getByLabel("Points of row 2").fill("1");
    await press(page, "Move row 2 up");
    await expect(page.getByLabel("Points of row 1")).toHaveValue("1");
    await press(page, "Move row 1 down");
    await page.getByLabel("Points of row 1").fill("-4");
    await page.getByLabel("Opens").fill(localTime(-72));
    await page.getByLabel("Due", { exact: true }).fill(localTime(-80));
    await page.getByLabel("Closes", { exact: true }).fill(localTime(72));
    await page.getByLabel("Hours of step 1").fill("48");
    await page.getByLabel("Percent of step 1").fill("80");
    await press(page, "Make the assignment");
    await expect(page.getByText("Please look at the marked fields.")).toBeVisible();
    await expect(page.getByText("nothing here is negative")).toBeVisible();
    await expect(page.getByText("The due time must be after the opening.")).toBeVisible();
    await expect(page.getByLabel("Title")).toHaveValue("Sheet 1");
    await expectAccessible(page);
  });

  await test.step("it is made, looked at, and published", async () => {
    await page.getByLabel("Points of row 1").fill("4");
    await page.getByLabel("Due", { exact: true }).fill(localTime(-24));
    await press(page, "Make the assignment");
    await expect(heading(page)).toHaveText("Sheet 1");
    await page.getByRole("link", { name: "Preview" }).click();
    await expect(page.getByRole("heading", { name: "1. The squared length" })).toBeVisible();
    await expect(page.getByText("not handed out yet").first()).toBeVisible();
    await expectAccessible(page);
    await page.goBack();
    await press(page, "Publish");
    await expect(page.getByRole("button", { name: "Hide from students again" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the student finds it, late, and answers for less", async () => {
    await pupil.goto("/courses");
    await expectAccessible(pupil);
    await pupil.getByRole("link", { name: "Late and extended" }).click();
    await expect(pupil.getByText("Late answers", { exact: true })).toBeVisible();
    await expectAccessible(pupil);
    await pupil.getByRole("link", { name: "Sheet 1" }).click();
    await expect(pupil.getByText("0 of 5 points")).toBeVisible();
    await expectAccessible(pupil);
    await pupil.getByRole("link", { name: "1. The squared length" }).click();
    await expect(pupil.getByText("A right answer is worth 80 % now")).toBeVisible();
    await answer(pupil, "x", "Not the derivative, in either layout.");
    await answer(pupil, "2x", "Right, in denominator layout.");
    await expect(pupil.getByText("3.2 of 4 points")).toBeVisible();
    await expectAccessible(pupil);
  });

  await test.step("the board knows of both answers, and leads to them", async () => {
    await page.getByRole("link", { name: "Live board" }).click();
    await expect(page.getByRole("region", { name: "Most frequent wrong answers" })).toContainText("x");
    await expectAccessible(page);
    await page.getByRole("link", { name: student.name }).click();
    await expect(page.getByText("3.2 of 4 points")).toBeVisible();
    await expect(page.getByRole("region", { name: /^Verdict on attempt/ })).toHaveCount(2);
    await expectAccessible(page);
  });

  await test.step("an extension before the opening is refused; a right one gives the points", async () => {
    await page.getByRole("link", { name: "Sheet 1" }).click();
    await page.getByText("Give an extension").click();
    await page.getByLabel("For", { exact: true }).selectOption(student.name);
    await page.getByLabel("Due", { exact: true }).fill(localTime(-100));
    await press(page, "Give it");
    await expect(page.getByText("This is before the opening of the assignment.")).toBeVisible();
    await page.getByLabel("Due", { exact: true }).fill(localTime(24));
    await page.getByLabel("Reason").fill("Ill on the day.");
    await press(page, "Give it");
    await expect(page.getByText("Credit that depends on the times was computed again.")).toBeVisible();
    await expectAccessible(page);
    await pupil.reload();
    await expect(pupil.getByText("4 of 4 points").first()).toBeVisible();
    await pupil.getByRole("link", { name: "Sheet 1" }).click();
    await expect(pupil.getByText("Ill on the day.")).toBeVisible();
  });
});

test("With one attempt left in two tabs, the second answer is not graded and stays where it was typed", async ({
  page,
  arrive,
  signUp,
}) => {
  const instructor = await signUp(await arrive(), "instructor");
  const student = await signUp(page);
  const courseId = await makeCourse("Two tabs", instructor, [student]);
  const id = await makeAssignment(courseId, { opens: -1, due: 24, closes: 24, attempts: 1 });
  await page.goto(`/assignments/${id}`);
  await page.getByRole("link", { name: "1. The squared length" }).click();
  await expect(page.getByText("1 attempt left")).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await send(other, "3x");
  await expect(verdict(other)).toBeVisible();
  await send(page, "2x");
  await expect(page.getByRole("alert").filter({ hasText: "You have used all attempts" })).toBeVisible();
  await expect(answerField(page)).toHaveValue("2x");
  await page.reload();
  await expect(page.getByText("You have used all attempts at this problem.")).toBeVisible();
  await expect(history(page)).toHaveCount(1);
});

test("Before the opening there are no problems, behind the closing no form, and held back is held back", async ({
  page,
  arrive,
  signUp,
}) => {
  const instructor = await signUp(await arrive(), "instructor");
  const student = await signUp(page);
  const courseId = await makeCourse("Phases", instructor, [student]);
  const before = await makeAssignment(courseId, { title: "To come", opens: 24, due: 48, closes: 48 });
  const held = await makeAssignment(courseId, { title: "Exam", opens: -2, due: 2, closes: 3, shownOpen: "receipt" });
  const closed = await makeAssignment(courseId, { title: "Over", opens: -48, due: -24, closes: -20 });

  await page.goto(`/courses/${courseId}`);
  await expect(page.getByRole("region", { name: "To come" })).toContainText("To come");
  await page.goto(`/assignments/${before}`);
  await expect(page.getByText("1 problem, shown here from")).toBeVisible();
  await expect(page.getByRole("link", { name: /squared length/ })).toHaveCount(0);
  await page.goto(`/assignments/${closed}`);
  await expect(page.getByText("You did not open this assignment while it was open.")).toBeVisible();

  await page.goto(`/assignments/${held}`);
  await page.getByRole("link", { name: "1. The squared length" }).click();
  await send(page, "2x");
  await expect(page.getByText("Your answer has arrived.").first()).toBeVisible();
  await expect(history(page).first()).toContainText("Received.");
  await expect(page.getByText("2 points, not shown yet")).toBeVisible();
  await expect(page.getByText(/\bRight\b/)).toHaveCount(0);
  await expectAccessible(page);
  await page.goto("/problems/squared-length");
  await expect(page.getByText("asks this too.")).toBeVisible();
  await expect(page.getByText("Give up")).toHaveCount(0);
  await page.goto(`/assignments/${held}`);
  await page.getByText("Use a late pass…").click();
  await press(page, "Use one");
  await expect(page.getByText("These times are your own.")).toBeVisible();
});

test("What a student types is on their other device too", async ({ page, arrive, signUp }) => {
  const instructor = await signUp(await arrive(), "instructor");
  const student = await signUp(page);
  const courseId = await makeCourse("Drafts", instructor, [student]);
  const id = await makeAssignment(courseId, { opens: -1, due: 24, closes: 24 });
  await page.goto(`/assignments/${id}`);
  await page.getByRole("link", { name: "1. The squared length" }).click();
  const saved = page.waitForResponse((response) => response.url().endsWith("/api/drafts"));
  await answerField(page).fill("2*x + 0");
  expect((await saved).status()).toBe(204);
  const other = await arrive();
  await other.goto("/sign-in");
  await other.getByLabel("Email").fill(student.email);
  await other.getByLabel("Password").fill(student.password);
  await press(other, "Sign in");
  await expect(other).toHaveURL("/dashboard");
  await other.goto(page.url());
  await expect(answerField(other)).toHaveValue("2*x + 0");
});

test("Two instructors change an assignment at once, and the second is shown the first one's change", async ({
  page,
  signUp,
}) => {
  const instructor = await signUp(page, "instructor");
  const courseId = await makeCourse("Two at once", instructor, []);
  const id = await makeAssignment(courseId, { opens: 1, due: 24, closes: 24 });
  const edit = `/teach/courses/${courseId}/assignments/${id}/edit`;
  const other = await page.context().newPage();
  await page.goto(edit);
  await other.goto(edit);
  await other.getByLabel("Attempts at each problem").fill("3");
  await press(other, "Save");
  await expect(other.getByText("Saved.", { exact: true })).toBeVisible();
  await page.getByLabel("Title").fill("Sheet of the second");
  await press(page, "Save");
  const alert = page.getByRole("alert").filter({ hasText: "Somebody else has changed this assignment" });
  await expect(alert).toContainText("Attempts: they have saved 3");
  await expect(page.getByLabel("Title")).toHaveValue("Sheet of the second");
  await press(page, "Save");
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a student answers in an assignment and reads what came of it", async ({ page, browser, baseURL, signUp }) => {
    const context = await browser.newContext({ baseURL });
    const instructor = await signUp(await context.newPage(), "instructor");
    const student = await signUp(page);
    const courseId = await makeCourse("Without scripts", instructor, [student]);
    const id = await makeAssignment(courseId, { opens: -1, due: 24, closes: 24, shownOpen: "verdict" });
    await page.goto(`/assignments/${id}`);
    await page.getByRole("link", { name: "1. The squared length" }).click();
    await answer(page, "x", "Not right.");
    await answer(page, "2x", "Right, in denominator layout.");
    await expect(history(page).first()).toContainText("Attempt 2");
    await context.close();
  });
});
