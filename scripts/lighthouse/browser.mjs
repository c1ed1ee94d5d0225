import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { freePort } from "../database/cluster.mjs";

const quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** A browser that Lighthouse measures in by its port, and that people enter Nabla with. */
export async function openMeasuredBrowser(executablePath, address) {
  const folder = mkdtempSync(join(tmpdir(), "nabla-lighthouse-"));
  const port = await freePort();
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    baseURL: address,
    args: [`--remote-debugging-port=${port}`, ...quiet, ...sandbox],
  });
  const close = async () => {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  };
  // The cookie says what is in the cache, which Lighthouse empties.
  const forgetFonts = () => context.clearCookies({ name: "nabla-fonts" });
  return { port, practise: () => practise(context), forgetFonts, close };
}

const answers = [
  ["squared-length", "2x"],
  ["quadratic-form", "2 A x"],
  ["quadratic-form", "(A + A') x"],
];

/** Enters as the student of the demonstration and answers a little, so that the dashboard has something to show. */
async function practise(context) {
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Enter as a student" }).click();
  await page.waitForURL("/dashboard");
  for (const [problem, text] of answers) {
    await page.goto(`/problems/${problem}`);
    await page.getByRole("textbox", { name: "Your answer" }).fill(text);
    await page.getByRole("button", { name: "Check answer" }).click();
    await page.getByRole("region", { name: "Verdict" }).getByRole("heading").first().waitFor();
  }
  await page.close();
}
