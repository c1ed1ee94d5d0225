import { chromium } from "@playwright/test";

const size = { width: 1280, height: 900 };

/** Runs in the page: when everything that the server sent had been painted, in milliseconds since it was asked for. */
function painted() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
}

/** Runs in the page: whether its scripts have taken it over. */
function isAwake() {
  const heading = document.querySelector("thead a");
  return Object.keys(heading).some((name) => name.startsWith("__reactProps"));
}

/**
 * Opens the gradebook of a course again and again, as the demonstration's instructor, who is there once they have entered.
 *
 * @returns {Promise<{ rows: number, cells: number, bytes: number, opened: number[], sorted: number[] }>}
 */
export async function timeGradebook(executablePath, address, makeCourse, times) {
  const args = ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  const browser = await chromium.launch({ executablePath: executablePath || undefined, args });
  try {
    const page = await browser.newPage({ viewport: size });
    await page.goto(`${address}/sign-in`);
    await page.getByRole("button", { name: "Enter as an instructor" }).click();
    await page.waitForURL("**/teach");
    const courseId = await makeCourse();
    const opened = [];
    const sorted = [];
    let bytes = 0;
    for (let time = 0; time < times; time++) {
      const response = await page.goto(`${address}/teach/courses/${courseId}/grades`, { waitUntil: "commit" });
      await page.locator("tbody tr").last().waitFor();
      await page.waitForLoadState("domcontentloaded");
      opened.push(await page.evaluate(painted));
      bytes = (await response?.body())?.length ?? 0;
      await page.waitForFunction(isAwake);
      sorted.push(await timeSort(page));
    }
    const [rows, cells] = await page.evaluate(() => [
      document.querySelectorAll("tbody tr").length,
      document.querySelectorAll("tbody td a").length,
    ]);
    return { rows, cells, bytes, opened, sorted };
  } finally {
    await browser.close();
  }
}

/** From a press on a heading to the table painted in its order. */
function timeSort(page) {
  return page.evaluate(async () => {
    const from = performance.now();
    document.querySelector("thead tr:nth-child(2) a").click();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - from;
  });
}
