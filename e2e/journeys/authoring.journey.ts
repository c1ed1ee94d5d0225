import { expect, expectAccessible, test } from "../fixtures";
import { expectTyped, linearForm, press, publish, saved, typeProblem } from "../problem-form";
import { answer, answerField, quadraticForm, send, verdict } from "../problem-page";

/** A minute has sixty seconds of which a person at a keyboard types in most and looks for the next field in the rest. */
const lettersASecond = 3;
const secondsAField = 2;

test("An instructor authors a problem in under two minutes of interaction, and a student solves it", async ({
  page,
  arrive,
  signUp,
}) => {
  await signUp(page, "instructor");
  await page.goto("/teach/problems");
  await page.getByRole("link", { name: "New problem" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("New problem");
  await typeProblem(page, linearForm);
  await publish(page);
  await expect(page.getByText("Nobody has answered yet.")).toBeVisible();

  const fields = Object.values(linearForm);
  const letters = fields.join("").length;
  expect(letters / lettersASecond + (fields.length + 2) * secondsAField).toBeLessThan(120);

  const pupil = await arrive();
  await signUp(pupil);
  await test.step("a student finds the problem in its topic and solves it", async () => {
    await pupil.goto("/topics/linear-forms");
    await pupil.getByRole("link", { name: linearForm.Title }).click();
    await expect(pupil.getByText("Answer in denominator layout.")).toBeVisible();
    await answer(pupil, "b + x", "Not the derivative, in either layout.");
    await answer(pupil, "2x + b", "Right, in denominator layout.");
    await expect(pupil.getByText("Solved", { exact: true })).toBeVisible();
  });

  await page.reload();
  await expect(page.getByText("2 answers by 1 person, solved by 1.")).toBeVisible();
  const newest = page.getByRole("row").filter({ hasText: "2x + b" });
  // Names stand beside answers for those who teach the person.
  await expect(newest).toContainText("A learner");
  await expect(newest.getByRole("cell")).toContainText(["2x + b", "Right", "not right", "right"]);
  await expectAccessible(page);
});

test("An instructor sees beside the form what a student sees, the truth, and what is typically answered wrong", async ({
  page,
  signUp,
}) => {
  await signUp(page, "instructor");
  await page.goto("/teach/problems/new");
  const beside = page.getByRole("complementary", { name: "What comes of it" });

  await test.step("a function that cannot be read is marked in its place", async () => {
    await typeProblem(page, { ...linearForm, Function: "b'*x + x*x" });
    await expect(page.getByLabel("Function", { exact: true })).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("#problem-function-error mark")).toHaveText("x*x");
    await expectAccessible(page);
  });

  await test.step("the truth is shown in both layouts, with central differences beside it", async () => {
    await page.getByLabel("Function", { exact: true }).fill("b'*x + x'*x");
    await expect(beside.getByRole("heading", { name: "Numerator layout 1 × n row" })).toBeVisible();
    await expect(beside).toContainText("n × 1 column");
    await expect(beside).toContainText("Central differences");
    await expect(page.getByText("Right, in denominator layout.")).toBeVisible();
  });

  await test.step("any answer is graded as it is typed", async () => {
    await answerField(page).fill("b + x");
    await expect(verdict(page).getByRole("heading")).toHaveText("Not the derivative, in either layout.");
    await answerField(page).fill("b' + 2x'");
    await expect(verdict(page)).toContainText("denominator layout");
  });

  await test.step("a typical wrong answer is taken into the list by one press, and is refused there", async () => {
    const typical = beside.getByRole("button", { name: /^Take .* into the wrong answers$/ });
    expect(await typical.count()).toBeGreaterThan(5);
    await typical.first().click();
    await expect(page.getByLabel("Answer, wrong answers, row 1")).not.toHaveValue("");
    await expect(page.getByLabel("Slip, wrong answers, row 1")).toHaveValue("Loses a sign.");
  });
  await saved(page);
  await expectAccessible(page);
});

test("An instructor is refused with the reason at the field until the problem passes its own test", async ({
  page,
  signUp,
}) => {
  await signUp(page, "instructor");
  await page.goto("/teach/problems/new");
  const wrong = { ...linearForm, "Right answer, denominator layout": "b + x" };
  await typeProblem(page, wrong);
  await press(page, "Publish");
  await expect(page.getByRole("alert").filter({ hasText: "does not pass its own test yet" })).toBeVisible();
  await expect(page.locator("#problem-denominator-error")).toContainText("wrong in both layouts");
  await expectTyped(page, wrong);

  await page.getByLabel("Right answer, denominator layout").fill("b + 2x");
  await page.getByLabel("Parameters").fill("k: { from: 2, to: 60 }");
  await page.getByLabel("Function", { exact: true }).fill("@k*(b'*x + x'*x)");
  await expect(page.getByText("Three of 59 variants")).toBeVisible();
  await press(page, "Publish");
  await expect(page.locator("#problem-denominator-error")).toContainText(/k = \d+/);

  await page.getByLabel("Right answer, denominator layout").fill("@k*(b + 2x)");
  await publish(page);
});

test("An instructor's draft is saved as it is typed, outlives a lost connection, and learners do not see it", async ({
  page,
  context,
  arrive,
  signUp,
}) => {
  await signUp(page, "instructor");
  await page.goto("/teach/problems/new");
  await page.getByLabel("Title").fill("Half a thought");
  await saved(page);
  await expect(page).toHaveURL(/\/edit$/);
  const path = new URL(page.url()).pathname;

  await test.step("undo and redo by the keys", async () => {
    await page.getByLabel("Statement").fill("One.");
    await page.getByLabel("Title").fill("Another thought");
    await page.keyboard.press("Control+z");
    await expect(page.getByLabel("Title")).toHaveValue("Half a thought");
    await page.keyboard.press("Control+z");
    await expect(page.getByLabel("Statement")).toHaveValue("");
    await page.keyboard.press("Control+Shift+z");
    await expect(page.getByLabel("Statement")).toHaveValue("One.");
    await saved(page);
  });

  await test.step("what is typed without a connection is sent when it is back", async () => {
    await context.setOffline(true);
    await page.getByLabel("Statement").fill("Typed in a tunnel.");
    await expect(page.getByText("Nabla cannot be reached.")).toBeVisible();
    await context.setOffline(false);
    await saved(page);
    await page.reload();
    await expect(page.getByLabel("Statement")).toHaveValue("Typed in a tunnel.");
  });

  const somebodyElse = await arrive();
  const asLearner = path.replace("/teach", "").replace("/edit", "");
  expect((await somebodyElse.goto(asLearner))?.status()).toBe(404);
  await page.goto("/teach/problems");
  await expect(page.getByRole("row").filter({ hasText: "Half a thought" })).toContainText("Draft");
  await page.goto(path);
  await typeProblem(page, linearForm);
  await publish(page);
  expect((await somebodyElse.goto(asLearner))?.status()).toBe(200);
});

test("Of two who edit one problem the second is shown the first one's change, chooses, and nothing is lost", async ({
  page,
  context,
  signUp,
}) => {
  await signUp(page, "instructor");
  await page.goto("/teach/problems/new");
  await typeProblem(page, linearForm);
  await saved(page);
  await expect(page).toHaveURL(/\/edit$/);
  const second = await context.newPage();
  await second.goto(page.url());
  await expectTyped(second, linearForm);

  await page.getByLabel("Title").fill("The first one's title");
  await page.getByLabel("Statement").fill("The first one's statement.");
  await expect(page.getByText("Not saved yet …")).toBeHidden();
  await saved(page);

  await second.getByLabel("Statement").fill("The second one's statement.");
  const conflict = second.getByRole("region", { name: /has changed this problem meanwhile/ });
  await expect(conflict).toBeVisible();
  await expect(conflict.getByRole("checkbox", { name: "Take their title" })).toBeChecked();
  await expect(conflict.getByRole("checkbox", { name: /Take their statement/ })).not.toBeChecked();
  await expect(conflict.locator("ins").first()).toBeVisible();
  await expectAccessible(second);
  await second.getByRole("button", { name: "Go on with this" }).click();
  await expect(conflict).toBeHidden();
  await expect(second.getByLabel("Title")).toHaveValue("The first one's title");
  await expect(second.getByLabel("Statement")).toHaveValue("The second one's statement.");
  await saved(second);
  await second.reload();
  await expect(second.getByLabel("Statement")).toHaveValue("The second one's statement.");
});

test("An instructor compares two versions and takes the old one up as a draft", async ({ page, signUp }) => {
  await signUp(page, "instructor");
  await page.goto("/teach/problems/new");
  await typeProblem(page, linearForm);
  await publish(page);
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("Title").fill("A slope and a width");
  await publish(page, 2);
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("heading", { name: "Version 1 to version 2" })).toBeVisible();
  await expect(page.locator("main del")).toHaveText("length");
  await expect(page.locator("main ins")).toHaveText("width");
  await expectAccessible(page);

  await page
    .getByRole("row")
    .filter({ hasText: "Version 1" })
    .getByRole("button", { name: /Take up as a draft/ })
    .click();
  await expect(page.getByText("The draft is saved. Learners do not see it yet.")).toBeVisible();
  await expectTyped(page, linearForm);
});

test("An instructor imports a pack only once it has been seen through, and exports what was written", async ({
  page,
  signUp,
}) => {
  const id = `packed-${process.pid}`;
  const problem = (key: string) => `- id: ${id}
  topic: linear-forms
  title: A packed problem
  policy: either
  statement: Differentiate $x^\\top x$.
  problem: { variables: { x: { shape: [n] } }, function: "x'*x", wrt: x }
  answers: { numerator: "${key}'", denominator: "${key}" }
`;
  await signUp(page, "instructor");
  await page.goto("/teach/problems/import");
  const row = page.getByRole("row").filter({ hasText: "A packed problem" });

  await page
    .getByLabel("File")
    .setInputFiles({ name: "wrong.yaml", mimeType: "text/yaml", buffer: Buffer.from(problem("3*x")) });
  await press(page, "See what would come of it");
  await expect(row).toContainText("Refused");
  await expect(row).toContainText(`wrong.yaml:7: ${id}: numerator:`);
  await expect(page.getByRole("button", { name: "Import all of it" })).toHaveCount(0);
  await expectAccessible(page);

  await page
    .getByLabel("File")
    .setInputFiles({ name: "right.yaml", mimeType: "text/yaml", buffer: Buffer.from(problem("2*x")) });
  await press(page, "See what would come of it");
  await expect(row).toContainText("New");
  await press(page, "Import all of it");
  await expect(page.getByText("1 problem made, 0 changed.")).toBeVisible();

  const download = page.waitForEvent("download");
  await page.goto("/teach/problems");
  await page.getByRole("link", { name: "Export mine" }).click();
  expect((await download).suggestedFilename()).toBe("problems.yaml");
});

test("A student whose problem was changed meanwhile is told so, keeps the answer and reads the problem anew", async ({
  page,
  arrive,
  signUp,
}) => {
  await signUp(page, "instructor");
  await page.goto("/teach/problems/new");
  await typeProblem(page, { ...linearForm, Title: "A moving target" });
  await publish(page);
  const path = new URL(page.url()).pathname;

  const pupil = await arrive();
  await pupil.goto(path.replace("/teach", ""));
  await page.goto(`${path}/edit`);
  await typeProblem(page, { Function: "b'*x - x'*x", "Right answer, denominator layout": "b - 2x" });
  await publish(page, 2);

  await send(pupil, "b - 2x");
  await expect(pupil.getByRole("alert").filter({ hasText: "This problem has been changed" })).toBeVisible();
  await expect(answerField(pupil)).toHaveValue("b - 2x");
  await answer(pupil, "b - 2x", "Right, in denominator layout.");
});

test("Everybody can read the list of problems and the answers to one", async ({ page, signUp }) => {
  await signUp(page, "instructor");
  await page.goto(quadraticForm);
  await answer(page, "2 A x", "Not the derivative, in either layout.");
  await page.goto("/teach/problems");
  await page.getByLabel("Find by title or topic").fill("quadratic form");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByRole("link", { name: "The trace trick" })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: "A quadratic form", exact: true }).click();
  await expect(page.getByRole("row").filter({ hasText: "2 A x" }).first()).toBeVisible();
  await expectAccessible(page);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("An instructor saves, is refused, mends and publishes", async ({ page, signUp }) => {
    await signUp(page, "instructor");
    await page.goto("/teach/problems/new");
    await typeProblem(page, { ...linearForm, "Right answer, denominator layout": "b + x" });
    await press(page, "Save draft");
    await expect(page.getByText("The draft is saved. Learners do not see it yet.").first()).toBeVisible();
    await press(page, "Publish");
    await expect(page.locator("#problem-denominator-error")).toContainText("wrong in both layouts");
    await expect(page.getByLabel("Title")).toHaveValue(linearForm.Title ?? "");
    await page.getByLabel("Right answer, denominator layout").fill("b + 2x");
    await publish(page);
  });
});
