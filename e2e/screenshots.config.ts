import { defineConfig } from "@playwright/test";
import journeys from "../playwright.config";

/** Pictures are taken the way journeys are walked. */
export default defineConfig({
  ...journeys,
  testDir: ".",
  testMatch: "screenshots.ts",
  globalSetup: "./server.ts",
  outputDir: "../test-results",
  timeout: 240_000,
  use: { ...journeys.use, trace: "off" },
});
