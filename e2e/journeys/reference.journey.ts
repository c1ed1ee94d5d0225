import { expect, type Page, test } from "../fixtures";

const rows = (page: Page) =>
  page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading") });

test("Somebody types a formula with letters of their own and finds its derivative in both layouts", async ({
  page,
}) => {
  await page.goto("/reference");
  await page.getByRole("searchbox", { name: "Find a formula" }).fill("tr(PZQ)");
  await expect(page.getByRole("status")).toHaveText("1 formula answers this.");
  const row = rows(page).first();
  await expect(row.getByRole("heading")).toHaveText("Trace of a product of three, verified by the grader");
  await expect(row).toContainText("Numerator layout");
  await expect(row).toContainText("Denominator layout");
  await expect(row).toContainText("Snow 7.3");
  await expect(page).toHaveURL(/\?q=tr%28PZQ%29$/);

  await page.getByRole("searchbox").fill("");
  await expect(page.getByRole("status")).toHaveText(/^\d{2,3} formulas$/);
  await expect(page.getByRole("heading", { name: "Quadratic forms" })).toBeVisible();
});

test("A shared address shows what was looked for, without scripts too", async ({ arrive }) => {
  const page = await arrive({ javaScriptEnabled: false });
  await page.goto("/reference?q=log+det+X");
  await expect(page.getByRole("status")).toHaveText(/formulas? answers? this/);
  await expect(rows(page).first().getByRole("heading")).toContainText("Log determinant");
  await page.getByRole("searchbox").fill("ridge");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(rows(page).first().getByRole("heading")).toContainText("Ridge");
});

test("Whoever knows a false formula from a book sees where it fails", async ({ page }) => {
  await page.goto("/reference?q=tr(inv(X))");
  const row = rows(page).first();
  await row.getByText("Erratum in Blog 5").click();
  await expect(row).toContainText("the source gives");
  await expect(row).toContainText("and the truth is");
});

test("Nothing is found for nonsense, and the page says what to try", async ({ page }) => {
  await page.goto("/reference?q=%5Cfrac%7B&layout=sideways");
  await expect(page.getByRole("status")).toContainText("No formula answers this");
});

for (const layout of ["numerator", "denominator"]) {
  test(`The sheet in ${layout} layout is printed on two pages`, async ({ page }) => {
    await page.goto(`/reference?group=all&layout=${layout}`);
    await page.evaluate(() => document.fonts.ready);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? [];
    expect(pages).toHaveLength(2);
  });
}

test("Somebody answering finds how to type", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "All symbols" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How to type an answer");
});
