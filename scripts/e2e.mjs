import { runPlaywright } from "./test/playwright.mjs";

/** The journeys alone; words after it go to Playwright: npm run test:e2e -- home --headed. */
await runPlaywright(process.argv.slice(2));
