import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./base/paths.mjs";
import { step } from "./base/step.mjs";
import { runScript } from "./base/trouble.mjs";
import { ensureClient } from "./install/client.mjs";
import { ensureDependencies } from "./install/dependencies.mjs";
import { ensureChromium } from "./test/chromium.mjs";

/**
 * Takes a picture of every main page in light and dark, on a phone and on a desktop, into reports/screenshots, and the one
 * of the README into docs/screenshots.
 */

const looks = ["light", "dark"].flatMap((colorScheme) => [
  { colorScheme, name: `${colorScheme}-desktop`, viewport: { width: 1280, height: 800 } },
  { colorScheme, name: `${colorScheme}-phone`, viewport: { width: 320, height: 640 } },
]);

const openPages = [
  "/",
  "/topics",
  "/map",
  "/placement",
  "/sign-in",
  "/sign-up",
  "/reference",
  "/reference/typing",
  "/playground",
  "/no-such-page",
];
const studentPages = ["/dashboard", "/review"];
const instructorPages = ["/teach", "/teach/problems/new"];

const fileName = (path) => path.replace(/^\//, "").replaceAll("/", "-") || "home";

async function enterAs(page, role) {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: `Enter as ${role}` }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

/** The first page of a kind that a list links to. */
async function firstLink(page, from, prefix) {
  await page.goto(from);
  return page.locator(`main a[href^="${prefix}"]`).first().getAttribute("href");
}

/** Types the gradient of a quadratic form as a row, so that the picture shows what Nabla is for. */
async function answerFirstProblem(page) {
  await page.goto("/");
  await page.getByRole("textbox").first().fill("x'(A + A')");
  await page.getByRole("button", { name: "Check answer" }).click();
  await page
    .getByText(/layout\.$/)
    .first()
    .waitFor();
}

/** The answered problem from its title on. */
async function pictureOfReadme(page) {
  const folder = join(root, "docs", "screenshots");
  mkdirSync(folder, { recursive: true });
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page
    .getByRole("heading", { level: 2 })
    .first()
    .evaluate((heading) => heading.scrollIntoView());
  await page.screenshot({ path: join(folder, "problem.png"), animations: "disabled" });
}

async function picture(page, folder, name) {
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, animations: "disabled" });
}

async function picturesOf(browser, address, look) {
  const folder = join(root, "reports", "screenshots", look.name);
  mkdirSync(folder, { recursive: true });
  const { colorScheme, viewport } = look;
  const context = await browser.newContext({
    baseURL: address,
    colorScheme,
    viewport,
    locale: "en-GB",
    timezoneId: "UTC",
  });
  const page = await context.newPage();
  const shoot = async (paths) => {
    for (const path of paths) {
      await page.goto(path);
      await picture(page, folder, fileName(path));
    }
  };
  await shoot(openPages);
  const topic = await firstLink(page, "/topics", "/topics/");
  const problem = topic && (await firstLink(page, topic, "/problems/"));
  await shoot([topic, problem].filter(Boolean));
  await answerFirstProblem(page);
  await picture(page, folder, "verdict");
  if (look.name === "light-desktop") await pictureOfReadme(page);
  await page.setViewportSize(viewport);
  await page.goto("/playground");
  await page.getByRole("link", { name: "Rosenbrock" }).click();
  await page.getByRole("img").waitFor();
  await picture(page, folder, "playground-plot");
  await enterAs(page, "a student");
  await shoot(studentPages);
  await context.clearCookies();
  await enterAs(page, "an instructor");
  await shoot(instructorPages);
  await context.close();
}

await runScript(async () => {
  await ensureDependencies();
  await ensureClient();
  const executablePath = await ensureChromium();
  const { chromium } = await import("@playwright/test");
  const { openStand } = await import("./test/stand.mjs");
  const stand = await step("Opening a Nabla of our own", openStand);
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath, args: ["--disable-gpu", ...sandbox] });
  try {
    for (const look of looks)
      await step(`Taking pictures, ${look.name}`, () => picturesOf(browser, stand.address, look));
  } finally {
    await browser.close();
    await stand.stop();
  }
});
process.exit();
