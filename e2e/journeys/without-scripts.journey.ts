import { expect, test } from "../fixtures";
import { gridOfNumbers } from "../made-problems";
import { answer, answerField, history, quadraticForm, send, verdict } from "../problem-page";

test.use({ javaScriptEnabled: false });

test("A visitor without scripts reads the first problem, a topic's lesson and a problem", async ({ page }) => {
  await page.goto("/");
  await expect(answerField(page)).toBeVisible();
  await expect(page.locator("main math").first()).toBeAttached();

  await page.getByRole("link", { name: "See all topics" }).click();
  await page.getByRole("link", { name: "Quadratic forms" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Quadratic forms");
  await expect(page.locator("main math").first()).toBeAttached();

  await page.getByRole("link", { name: "The squared length" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The squared length");
  await expect(page.getByRole("table", { name: "Variables" })).toBeVisible();
});

test("A student without scripts signs up, answers and reads the verdict", async ({ page, signUp }) => {
  await signUp(page);
  await page.goto(quadraticForm);
  await answer(page, "A x'", "This could not be read, and costs nothing.");
  await expect(verdict(page).locator("mark")).toHaveText("A x'");
  await expect(answerField(page)).toHaveValue("A x'");

  await answer(page, "x'(A + A')", "Right, in numerator layout.");
  await expect(history(page).first()).toContainText("Attempt 1");
  await page.goto("/dashboard");
  await expect(page.getByRole("main")).toContainText(/1 of \d+ problems solved\./);

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
});

test("A hundred thousand characters sent without scripts are refused in words and stay in the field", async ({
  page,
}) => {
  const long = "x+".repeat(50_000);
  await page.goto(quadraticForm);
  await send(page, long);
  await expect(page.getByText("This answer has 100,000 characters; at most 10,000 are read.")).toBeVisible();
  await expect(answerField(page)).toHaveValue(long);
  await expect(history(page)).toHaveCount(0);

  await answer(page, "(A + A')x", "Right, in denominator layout.");
});

test("A grid that may be a row or a column comes back in the other size", async ({ page, publish }) => {
  await page.goto(await publish({ ...gridOfNumbers, policy: "either" }));
  await page.getByLabel("row 1, column 1").fill("8");
  await page.getByRole("button", { name: "Give it as 2 × 1" }).click();
  await expect(page.getByLabel("row 1, column 2")).toHaveCount(0);
  await expect(page.getByLabel("row 1, column 1")).toHaveValue("8");
  await page.getByLabel("row 2, column 1").fill("3");
  await page.getByRole("button", { name: "Check answer" }).click();
  await expect(verdict(page).getByRole("heading")).toHaveText("Right, in denominator layout.");
});

test("The colours are chosen without scripts", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("A form far too large is refused in words, and the server goes on", async ({ page }) => {
  await page.goto(quadraticForm);
  await send(page, "x".repeat(1_500_000));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This is too long to be read");

  await page.goto(quadraticForm);
  await answer(page, "A*x + A'*x", "Right, in denominator layout.");
});
