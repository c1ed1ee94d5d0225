import { expect, expectAccessible, test } from "../fixtures";

test("A lesson shows its formulas in both layouts, says that they are checked, and leads on", async ({ page }) => {
  await page.goto("/topics/quadratic-forms");
  const formulas = page.getByRole("table", { name: "Formulas" }).filter({ hasText: "Numerator layout" });
  await expect(formulas.first()).toBeVisible();
  await expect(formulas.first().getByRole("columnheader")).toHaveText(["Numerator layout", "Denominator layout"]);
  await expect(page.getByRole("table", { name: "Derivation, line by line" }).first()).toBeVisible();
  await expect(page.getByText("Checked by the grader").first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("navigation", { name: "Topics before and after" }).getByRole("link").last().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The gradient matrix");
});

test("A paragraph of a lesson has an address", async ({ page }) => {
  await page.goto("/topics/quadratic-forms");
  await page.getByRole("link", { name: "The usual slip" }).click();
  await expect(page).toHaveURL("/topics/quadratic-forms#the-usual-slip");
  await expect(page.locator("#the-usual-slip-1")).toBeInViewport();
});
