import { expect, expectAccessible, test } from "../fixtures";
import { answer, expectLayouts, history, quadraticForm, verdict } from "../problem-page";

test("A student types the gradient of x'Ax as a row and as a column, and is told which layout each is", async ({
  page,
  signUp,
}) => {
  await signUp(page);
  await page.goto(quadraticForm);

  await answer(page, "x'(A + A')", "Right, in numerator layout.");
  await expectLayouts(page, { numerator: true, denominator: false });
  await expect(verdict(page)).toContainText("In denominator layout it is the transpose of this.");

  await answer(page, "(A + A')x", "Right, in denominator layout.");
  await expectLayouts(page, { numerator: false, denominator: true });
  await expect(history(page)).toHaveCount(2);
});

test("A student who gives the other layout than a problem asks for is told so", async ({ page, signUp }) => {
  await signUp(page);
  await page.goto("/problems/linear-map-denominator");
  await expect(page.getByText("Answer in denominator layout.")).toBeVisible();

  await answer(page, "A", "Right in numerator layout, but this problem asks for denominator layout.");
  await expectLayouts(page, { numerator: true, denominator: false });
  await expectAccessible(page);

  await answer(page, "A'", "Right, in denominator layout.");
  await expect(page.getByText("Solved", { exact: true })).toBeVisible();
});

test("A student whose gradient holds in neither layout sees a point at which it differs", async ({ page, signUp }) => {
  await signUp(page);
  await page.goto(quadraticForm);
  await answer(page, "2 A x", "Not the derivative, in either layout.");
  await expectLayouts(page, { numerator: false, denominator: false });
  await expect(verdict(page)).toContainText("A is symmetric");
  await expect(verdict(page).getByRole("term")).toHaveText([
    "At",
    "Your answer gives",
    /^The derivative is/,
    /^Finite differences give/,
  ]);
  await expect(verdict(page).locator("dd math")).toHaveCount(2);
  await expect(verdict(page).getByRole("table", { name: "Your answer at this point" })).toContainText("differs");
  await expect(history(page)).toHaveText(/Attempt 1/);
  await expect(page.getByText("Tried", { exact: true })).toBeVisible();
  await expectAccessible(page);
});
