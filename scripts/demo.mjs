import { spawnSync } from "node:child_process";
import { dataFolder, root } from "./base/paths.mjs";
import { step } from "./base/step.mjs";
import { runScript, Trouble } from "./base/trouble.mjs";
import { ensureClient } from "./install/client.mjs";
import { ensureDependencies } from "./install/dependencies.mjs";

/**
 * Fills Nabla's database with a demonstration course: `npm run demo`, with a number for another than 300 students. It works while
 * `npm start` runs, and while it does not.
 */
await runScript(async () => {
  const count = process.argv[2] ?? "300";
  if (!/^[1-9]\d{0,4}$/.test(count))
    throw new Trouble("Use: npm run demo, or npm run demo -- 50 for so many students.");
  await ensureDependencies();
  await ensureClient();
  const { openCluster, urlsOfRunning } = await import("./database/cluster.mjs");
  const { applyPending } = await import("./database/migrations.mjs");
  const { serverEnvironment, urlsFrom } = await import("./serve/environment.mjs");
  const { loadBank } = await import("./serve/bank.mjs");

  const known = urlsFrom(process.env) ?? urlsOfRunning(dataFolder);
  const own = known ? undefined : await step("Starting PostgreSQL", () => openCluster(dataFolder));
  const urls = known ?? own;
  const embedded = !process.env.DATABASE_URL;
  const env = {
    LOG_LEVEL: "warn",
    ...serverEnvironment({ env: process.env, port: 3000, url: urls.url, embedded }),
  };
  try {
    await step("Applying migrations", () => applyPending(urls));
    await step("Loading the bank of problems", () => loadBank(env));
    const words = ["scripts/run.mjs", "scripts/demo/main.ts", count];
    const { status } = spawnSync(process.execPath, words, { cwd: root, env, stdio: "inherit" });
    if (status !== 0) throw new Trouble("The demonstration course could not be made.");
    console.log('Enter with "Enter as an instructor" on the sign-in page of Nabla (npm start).');
  } finally {
    await own?.stop();
  }
});
process.exit();
