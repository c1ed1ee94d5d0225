import { pathToFileURL } from "node:url";
import { dataFolder } from "./base/paths.mjs";
import { runScript, Trouble } from "./base/trouble.mjs";
import { bundle, bundleWorkers } from "./build/bundle.mjs";
import { ensureDependencies } from "./install/dependencies.mjs";

const usage = `Use:
  npm run pack -- check <file or folder>                     tests a pack; no database
  npm run pack -- export <file.yaml or folder> [--topic id | --ids a,b | --by email]
  npm run pack -- import <file or folder> --as email         all of it, or nothing`;

/** Takes problems out of Nabla and brings them in, in the bank's own format. */
await runScript(async () => {
  const [command, ...words] = process.argv.slice(2);
  if (!["check", "export", "import"].includes(command) || words.length === 0) throw new Trouble(usage);
  await ensureDependencies();
  const stop = command === "check" ? undefined : await openDatabase();
  try {
    process.env.WORKER_FILES ??= await bundleWorkers();
    const { runPack } = await import(pathToFileURL(await bundle("scripts/pack-main.ts")).href);
    const failure = await runPack(command, words);
    if (failure) throw new Trouble(failure);
  } finally {
    await stop?.();
  }
});

/** The database in DATABASE_URL, the one of a running Nabla, or our own for as long as we need it. */
async function openDatabase() {
  const { ensureClient } = await import("./install/client.mjs");
  await ensureClient();
  if (process.env.DATABASE_URL) return undefined;
  const { currentRun } = await import("./serve/claim.mjs");
  const { openCluster, urlsOfRunning } = await import("./database/cluster.mjs");
  const running = currentRun() && urlsOfRunning(dataFolder);
  if (running) {
    process.env.DATABASE_URL = running.url;
    return undefined;
  }
  const { applyPending } = await import("./database/migrations.mjs");
  const { loadBank } = await import("./serve/bank.mjs");
  const cluster = await openCluster(dataFolder);
  process.env.DATABASE_URL = cluster.url;
  await applyPending(cluster);
  await loadBank(process.env);
  return cluster.stop;
}
