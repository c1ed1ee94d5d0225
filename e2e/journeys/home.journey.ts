import { expect, expectAccessible, test } from "../fixtures";

test("A visitor opens the home page and finds the first problem right there", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("textbox")).toBeVisible();
  await expectAccessible(page);
});
