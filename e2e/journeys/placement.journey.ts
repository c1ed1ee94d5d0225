import { expect, expectAccessible, test } from "../fixtures";

test("A visitor without an account finds out where to begin", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "find out where to begin" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Where to begin");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Begin", exact: true }).click();

  const ready = page.getByRole("heading", { name: "You are ready for" });
  for (let question = 1; question <= 12; question++) {
    const asked = page.getByText(`question ${question} of at most 12`);
    await expect(asked.or(ready)).toBeVisible();
    if (await ready.isVisible()) break;
    if (question === 1) await expectAccessible(page);
    await page.getByRole("button", { name: "I do not know this yet" }).click();
  }
  await expect(ready).toBeVisible();
  await expect(page.getByText("Begin at the beginning")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Start" }).click();
  await expect(page).toHaveURL(/\/problems\//);
});

test("A placement can be skipped, and stopped at any question", async ({ page }) => {
  await page.goto("/placement");
  await page.getByRole("link", { name: "Skip it" }).click();
  await expect(page).toHaveURL("/topics");

  await page.goto("/placement");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByText("question 1 of at most 12")).toBeVisible();
  await page.getByRole("button", { name: "Stop here" }).click();
  await expect(page.getByRole("heading", { name: "You are ready for" })).toBeVisible();
});
