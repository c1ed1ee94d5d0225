import { expect, expectAccessible, test } from "../fixtures";
import { answer, history, verdict } from "../problem-page";

test("A visitor answers the first problem without an account, signs up, and finds the work on the dashboard", async ({
  page,
  signUp,
}) => {
  await page.goto("/");
  await expect(page.getByText("No account needed")).toBeVisible();
  await answer(page, "2 A x", "Not the derivative, in either layout.");
  await answer(page, "x'(A + A')", "Right, in numerator layout.");
  await expect(verdict(page)).toContainText("In denominator layout it is the transpose of this.");
  await expect(history(page)).toHaveCount(2);

  await signUp(page);

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dashboard");
  const recent = page.getByRole("region", { name: "Recent answers" }).getByRole("listitem");
  await expect(recent).toHaveCount(2);
  await expect(recent.first()).toContainText("x'(A + A')");
  await expect(page.getByRole("main")).toContainText("1 of");
  await expectAccessible(page);

  await page.goto("/problems/quadratic-form");
  await expect(page.getByText("Solved", { exact: true })).toBeVisible();
  await expect(history(page)).toHaveCount(2);
});

test("A visitor who has an account already finds the work there after signing in", async ({ page, arrive, signUp }) => {
  const elsewhere = await arrive();
  const person = await signUp(elsewhere);
  await elsewhere.goto("/problems/squared-length");
  await answer(elsewhere, "x", "Not the derivative, in either layout.");

  await page.goto("/problems/squared-length");
  await answer(page, "2x", "Right, in denominator layout.");
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/dashboard");

  await page.goto("/problems/squared-length");
  await expect(history(page)).toHaveCount(2);
  await expect(history(page).first()).toContainText("Attempt 2");
  await elsewhere.reload();
  await expect(history(elsewhere).first()).toContainText("2x");
});

test("Two visitors do not see each other's answers", async ({ page, arrive }) => {
  await page.goto("/problems/squared-length");
  await answer(page, "2x'", "Right, in numerator layout.");

  const somebodyElse = await arrive();
  await somebodyElse.goto("/problems/squared-length");
  await expect(history(somebodyElse)).toHaveCount(0);
});
