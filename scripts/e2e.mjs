import { spawnSync } from "node:child_process";
import { runScript } from "./base/trouble.mjs";
import { ensureClient } from "./install/client.mjs";
import { ensureDependencies } from "./install/dependencies.mjs";
import { ensureChromium } from "./test/chromium.mjs";
import { journeyEnvironment, playwrightProgram } from "./test/parts.mjs";

/** The journeys alone; words after it go to Playwright: npm run test:e2e -- home --headed. */
await runScript(async () => {
  await ensureDependencies();
  await ensureClient();
  const env = { ...process.env, ...journeyEnvironment, CHROMIUM: await ensureChromium() };
  const args = [playwrightProgram, "test", ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, args, { env, stdio: "inherit" }).status ?? 1;
});
