import { runPlaywright } from "./test/playwright.mjs";

/** Pictures of every page, by e2e/screenshots.ts; words after it choose some: npm run screenshots -- -g student. */
await runPlaywright(["--config", "e2e/screenshots.config.ts", ...process.argv.slice(2)]);
