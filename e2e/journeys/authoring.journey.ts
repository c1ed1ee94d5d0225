import { expect, expectAccessible, type Page, test } from "../fixtures";
import { answer, answerField, quadraticForm, send } from "../problem-page";

const statement = "Let $f(x) = b^\\top x + x^\\top x$ for a vector $x$. Find $\\partial f/\\partial x$ as a column.";

/** Fills the form of a problem but for its function and its sample answer. */
async function fillIn(page: Page, title: string): Promise<void> {
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Topic").selectOption("Linear and affine forms");
  await page.getByLabel("Statement").fill(statement);
  await page.getByLabel("Name of variable 1").fill("x");
  await page.getByLabel("Shape of variable 1").fill("n");
  await page.getByLabel("Name of variable 2").fill("b");
  await page.getByLabel("Shape of variable 2").fill("n");
  await page.getByLabel("Differentiate by").fill("x");
  await page.getByRole("radio", { name: "Denominator layout" }).check();
}

async function expectDescribed(page: Page, title: string): Promise<void> {
  await expect(page.getByLabel("Title")).toHaveValue(title);
  await expect(page.getByLabel("Topic")).toHaveValue("linear-forms");
  await expect(page.getByLabel("Statement")).toHaveValue(statement);
  await expect(page.getByLabel("Name of variable 2")).toHaveValue("b");
  await expect(page.getByLabel("Shape of variable 2")).toHaveValue("n");
  await expect(page.getByLabel("Differentiate by")).toHaveValue("x");
  await expect(page.getByRole("radio", { name: "Denominator layout" })).toBeChecked();
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test("An instructor authors a problem, a student solves it, and the instructor sees the answer", async ({
  page,
  arrive,
  signUp,
}) => {
  const title = "A slope and a length";
  await signUp(page, "instructor");
  await page.goto("/teach");
  await page.getByRole("link", { name: "New problem" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("New problem");

  await test.step("a function that cannot be read is refused with its place, and nothing is lost", async () => {
    await fillIn(page, title);
    await page.getByLabel("Function").fill("b'*x + x*x");
    await press(page, "Check and preview");
    await expect(page.getByLabel("Function")).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("#function-error mark")).toHaveText("x*x");
    await expect(page.getByLabel("Function")).toHaveValue("b'*x + x*x");
    await expectDescribed(page, title);
  });

  const truth = page.getByRole("complementary", { name: "The derivative" });
  await test.step("the truth is shown in both layouts, with its shape and a sample", async () => {
    await page.getByLabel("Function").fill("b'*x + x'*x");
    await press(page, "Check and preview");
    await expect(truth.getByRole("heading", { name: "Numerator layout" })).toBeVisible();
    await expect(truth).toContainText("1 × n row");
    await expect(truth).toContainText("n × 1 column");
    await expect(truth).toContainText("Sampled at");
    await expect(truth.locator("math")).toHaveCount(4);
    await expect(page.getByText("Preview", { exact: true })).toBeVisible();
  });

  await test.step("publishing is refused while the sample answer is wrong", async () => {
    await page.getByLabel("Sample answer").fill("b + x");
    await press(page, "Publish");
    await expect(page.getByRole("alert").filter({ hasText: "does not pass its own test yet" })).toBeVisible();
    await expect(page.getByLabel("Sample answer")).toHaveValue("b + x");
    await expectDescribed(page, title);

    await page.getByLabel("Sample answer").fill("b' + 2x'");
    await press(page, "Publish");
    await expect(page.locator("#sampleAnswer-error")).toContainText("asks for denominator layout");
  });

  await page.getByLabel("Sample answer").fill("b + 2x");
  await press(page, "Publish");
  await expect(page.getByText("Version 1 is published.")).toBeVisible();
  await expect(page.getByText("Nobody has answered yet.")).toBeVisible();

  const pupil = await arrive();
  const student = await signUp(pupil);
  await test.step("a student finds the problem in its topic and solves it", async () => {
    await pupil.goto("/topics/linear-forms");
    await pupil.getByRole("link", { name: title }).click();
    await expect(pupil.getByText("Answer in denominator layout.")).toBeVisible();
    await answer(pupil, "b + x", "Not the derivative, in either layout.");
    await answer(pupil, "2x + b", "Right, in denominator layout.");
    await expect(pupil.getByText("Solved", { exact: true })).toBeVisible();
  });

  await page.reload();
  await expect(page.getByText("2 answers by 1 person, solved by 1.")).toBeVisible();
  const newest = page.getByRole("row").filter({ hasText: "2x + b" });
  await expect(newest).toContainText(student.name);
  await expect(newest.getByRole("cell")).toContainText(["2x + b", "Right", "not right", "right"]);
  await expectAccessible(page);
});

test("An instructor keeps an unfinished draft, which learners do not see, and finishes it later", async ({
  page,
  arrive,
  signUp,
}) => {
  const title = "Half a thought";
  await signUp(page, "instructor");
  await page.goto("/teach/problems/new");
  await fillIn(page, title);
  await press(page, "Save draft");
  await expect(page).toHaveURL(/\/edit/);
  await expect(page.getByText("The draft is saved. Learners do not see it yet.").first()).toBeVisible();
  await expectDescribed(page, title);
  const id = new URL(page.url()).pathname.split("/")[3];

  const somebodyElse = await arrive();
  expect((await somebodyElse.goto(`/problems/${id}`))?.status()).toBe(404);

  await page.goto("/teach/problems");
  await expect(page.getByRole("row").filter({ hasText: title })).toContainText("Draft");
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("Function").fill("b'*x + x'*x");
  await page.getByLabel("Sample answer").fill("b + 2x");
  await press(page, "Publish");
  await expect(page.getByText("Version 1 is published.")).toBeVisible();
  expect((await somebodyElse.goto(`/problems/${id}`))?.status()).toBe(200);
});

test("A student whose problem was changed meanwhile is told so, keeps the answer and reads the problem anew", async ({
  page,
  arrive,
  signUp,
}) => {
  const title = "A moving target";
  await signUp(page, "instructor");
  await page.goto("/teach/problems/new");
  await fillIn(page, title);
  await page.getByLabel("Function").fill("b'*x + x'*x");
  await page.getByLabel("Sample answer").fill("b + 2x");
  await press(page, "Publish");
  await expect(page.getByText("Version 1 is published.")).toBeVisible();

  const path = new URL(page.url()).pathname;

  const pupil = await arrive();
  await pupil.goto(path.replace("/teach", ""));
  await page.goto(`${path}/edit`);
  await page.getByLabel("Function").fill("b'*x - x'*x");
  await page.getByLabel("Sample answer").fill("b - 2x");
  await press(page, "Publish");
  await expect(page.getByText("Version 2 is published.")).toBeVisible();

  await send(pupil, "b - 2x");
  await expect(pupil.getByRole("alert").filter({ hasText: "This problem has been changed" })).toBeVisible();
  await expect(answerField(pupil)).toHaveValue("b - 2x");
  await answer(pupil, "b - 2x", "Right, in denominator layout.");
});

test("Everybody can read the form of a problem, with a complaint and with the truth beside it", async ({
  page,
  signUp,
}) => {
  await signUp(page, "instructor");
  await page.goto("/teach/problems/new");
  await fillIn(page, "For everybody");
  await page.getByLabel("Function").fill("b'*x + x*x");
  await press(page, "Check and preview");
  await expect(page.locator("#function-error")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Function").fill("b'*x + x'*x");
  await press(page, "Check and preview");
  await expect(page.getByText("Sampled at")).toBeVisible();
  await expectAccessible(page);
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
