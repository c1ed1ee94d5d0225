import { spawnSync } from "node:child_process";
import { runScript } from "../base/trouble.mjs";
import { ensureClient } from "../install/client.mjs";
import { ensureDependencies } from "../install/dependencies.mjs";
import { ensureChromium } from "./chromium.mjs";
import { journeyEnvironment, playwrightProgram, workerEnvironment } from "./parts.mjs";

/** Runs Playwright with these words, and ends as it does. */
export function runPlaywright(words) {
  return runScript(async () => {
    await ensureDependencies();
    await ensureClient();
    const env = {
      ...process.env,
      ...journeyEnvironment,
      ...(await workerEnvironment()),
      CHROMIUM: await ensureChromium(),
    };
    const args = [playwrightProgram, "test", ...words];
    process.exitCode = spawnSync(process.execPath, args, { env, stdio: "inherit" }).status ?? 1;
  });
}
