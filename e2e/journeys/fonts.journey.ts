import type { Response } from "@playwright/test";
import { expect, test } from "../fixtures";

const asksAtOnce = async (page: Response | null) => /<html[^>]* data-fonts/.test((await page?.text()) ?? "");

test("Text waits for no font: its fonts come behind the first page, and with every later one", async ({ page }) => {
  expect(await asksAtOnce(await page.goto("/topics/trace"))).toBe(false);
  await expect(page.locator("html")).toHaveAttribute("data-fonts", "");
  await expect.poll(() => page.evaluate(() => document.fonts.check("16px Inter"))).toBe(true);
  await expect.poll(async () => (await page.context().cookies()).map(({ name }) => name)).toContain("nabla-fonts");
  expect(await asksAtOnce(await page.reload())).toBe(true);
});
