import { defineConfig } from "@playwright/test";

const isRoot = process.getuid?.() === 0;

/** Debian's Chromium, started by root in a container, needs its sandbox off and its chatter silenced. */
const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const args = [...quiet, "--disable-component-update", "--disable-sync", ...(isRoot ? ["--no-sandbox"] : [])];

// Without CHROMIUM, Playwright's own browser.
const executablePath = process.env.CHROMIUM || undefined;

export default defineConfig({
  testDir: "e2e",
  testMatch: "journeys/**/*.journey.ts",
  globalSetup: "./e2e/server.ts",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "line",
  use: {
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "UTC",
    screenshot: "only-on-failure",
    // A trace keeps every step of a page, and makes all of them slower: TRACE=1 asks for those of what fails.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
    launchOptions: { executablePath, args },
  },
});
