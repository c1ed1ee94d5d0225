import { focusFindings, lookFindings, looks, motionFindings, skipLinkFindings, zoomFindings } from "../comfort";
import { emailOf, expect, forget, type Page, test } from "../fixtures";
import { pagesOfApp } from "../pages/app-pages";
import { arrivals, type Kind, nowhere } from "../pages/people";
import { addressOf, gapsOf, table } from "../pages/table";

// A trace keeps a copy of the page at every step, and there are hundreds here.
test.use({ trace: "off" });

const kinds = Object.keys(table) as Kind[];

test("Every page of the app is looked at", () => {
  expect(gapsOf(pagesOfApp())).toEqual({ missing: [], gone: [] });
});

/** All that can be measured of a page's comfort, as it is for this person. */
async function findingsOf(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const look of [looks.lightDesktop, looks.lightPhone]) found.push(...(await lookFindings(page, look)));
  // Dark pages have the same elements in the same places.
  for (const look of [looks.darkPhone, looks.darkDesktop]) found.push(...(await lookFindings(page, look, "colours")));
  found.push(...(await zoomFindings(page)));
  found.push(...(await motionFindings(page)), ...(await skipLinkFindings(page)), ...(await focusFindings(page)));
  return found;
}

for (const kind of kinds) {
  test(`The pages of a ${kind} are comfortable in both themes and widths, by keyboard and without motion`, async ({
    page,
  }, info) => {
    test.setTimeout(240_000);
    const email = emailOf(info.title, 0);
    try {
      const places = { ...nowhere, ...(await arrivals[kind](page, email)) };
      for (const row of table[kind]) {
        const address = addressOf(row, places);
        await test.step(address, async () => {
          await page.goto(address);
          expect.soft(await findingsOf(page), address).toEqual([]);
        });
      }
    } finally {
      await forget([email]);
    }
  });
}
