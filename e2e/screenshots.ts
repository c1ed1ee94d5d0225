import { looks, putOn } from "./comfort";
import { emailOf, expect, forget, type Page, test } from "./fixtures";
import { pagesOfApp } from "./pages/app-pages";
import { arrivals, type Kind, nowhere } from "./pages/people";
import { addressOf, gapsOf, type PageRow, table } from "./pages/table";
import { answer } from "./problem-page";

/**
 * Takes a picture of every page, as everybody sees it who is in the table, in both themes and widths, into
 * reports/screenshots; and the one of the README into docs/screenshots.
 */

const folder = "reports/screenshots";
const kinds = Object.keys(table) as Kind[];

const nameOf = ({ page, shows }: PageRow): string => {
  const words = page.split(/[^a-z]+/).filter((word) => word !== "");
  return [...(words.length > 0 ? words : ["home"]), ...(shows ? [shows] : [])].join("-");
};

async function takePictures(page: Page, name: string): Promise<void> {
  for (const look of Object.values(looks)) {
    await putOn(page, look);
    await page.screenshot({ path: `${folder}/${look.folder}/${name}.png`, fullPage: true, animations: "disabled" });
  }
}

test("No page is left out", () => {
  expect(gapsOf(pagesOfApp()).missing).toEqual([]);
});

for (const kind of kinds) {
  test(`Pictures of a ${kind}`, async ({ page }, info) => {
    const email = emailOf(info.title, 0);
    try {
      const places = { ...nowhere, ...(await arrivals[kind](page, email)) };
      for (const row of table[kind]) {
        await page.goto(addressOf(row, places));
        await takePictures(page, `${nameOf(row)}-${kind}`);
      }
    } finally {
      await forget([email]);
    }
  });
}

test("The picture of the README", async ({ page }) => {
  await page.goto("/");
  await answer(page, "x'(A + A')", "Right, in numerator layout.");
  await takePictures(page, "verdict-visitor");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 1000 });
  const title = page.getByRole("heading", { level: 2 }).first();
  await title.evaluate((heading) => heading.scrollIntoView());
  await page.screenshot({ path: "docs/screenshots/problem.png", animations: "disabled" });
});
