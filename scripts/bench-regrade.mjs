import { cpus } from "node:os";
import { run } from "./base/command.mjs";
import { root } from "./base/paths.mjs";
import { step } from "./base/step.mjs";
import { runScript, Trouble } from "./base/trouble.mjs";
import { ensureClient } from "./install/client.mjs";
import { ensureDependencies } from "./install/dependencies.mjs";

/**
 * How long a dry run of a regrade over 300 students with 10 answers each takes, and applying and undoing it, in a database of our own.
 * Exits with 1 where a dry run takes longer than 30 seconds.
 */

await runScript(async () => {
  await ensureDependencies();
  await ensureClient();
  const { applyPending } = await import("./database/migrations.mjs");
  const { openThrowaway } = await import("./database/throwaway.mjs");
  const database = await step("Opening a database of our own", openThrowaway);
  try {
    await applyPending(database);
    const secrets = { NABLA_SECRET: "for-measuring", AUTH_SECRET: "for-measuring", LOG_LEVEL: "error" };
    const env = { ...process.env, ...secrets, DATABASE_URL: database.url };
    const words = ["scripts/run.mjs", "scripts/bench-regrade/main.ts"];
    const { status, output } = await step("Regrading", () => run(process.execPath, words, { cwd: root, env }));
    console.log(`${output.trim()}\n(${cpus()[0]?.model}, Node ${process.version})`);
    if (status !== 0) throw new Trouble("A dry run took longer than 30 seconds.");
  } finally {
    await database.stop();
  }
});
process.exit();
