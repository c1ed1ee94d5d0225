import { expect, type Page, test } from "../fixtures";
import { answer, quadraticForm, verdict } from "../problem-page";

/** The page as it goes to paper: as wide as the text on a sheet of A4. */
async function onPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 680, height: 960 });
}

/** What reaches beyond the sheet. */
const cutOff = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const topic of ["quadratic-forms", "backprop-deep"]) {
  test(`The lesson on ${topic} is printed as text alone, and nothing is cut`, async ({ page }) => {
    await page.goto(`/topics/${topic}`);
    await onPaper(page);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("navigation")).toHaveCount(0);
    await expect(page.getByRole("heading", { name: "Problems" })).toBeHidden();
    expect(await cutOff(page)).toBe(0);
  });
}

test("A problem is printed with its hints and its solution, and without fields and verdicts", async ({ page }) => {
  await page.goto(quadraticForm);
  await page.getByRole("button", { name: "Show a hint" }).click();
  await expect(page.getByText("Hint 1 of")).toBeVisible();
  await answer(page, "(A + A')x", "Right, in denominator layout.");
  await expect(page.getByText("Solution", { exact: true })).toBeVisible();
  await onPaper(page);
  await expect(verdict(page)).toBeHidden();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expect(page.getByRole("table", { name: "Variables" })).toBeVisible();
  await expect(page.locator("details", { hasText: "Solution" }).locator(".content")).toBeVisible();
  expect(await cutOff(page)).toBe(0);
});
