import { pathToFileURL } from "node:url";
import { runScript, Trouble } from "./base/trouble.mjs";
import { bundle, bundleWorkers } from "./build/bundle.mjs";
import { ensureDependencies } from "./install/dependencies.mjs";

/** Runs a TypeScript script: node scripts/run.mjs prisma/seed.ts [words for the script]. */
await runScript(async () => {
  const [entry, ...words] = process.argv.slice(2);
  if (!entry) throw new Trouble("Use: node scripts/run.mjs <file.ts> [words for it]");
  await ensureDependencies();
  const file = await bundle(entry);
  process.env.WORKER_FILES ??= await bundleWorkers();
  process.argv = [process.execPath, file, ...words];
  await import(pathToFileURL(file).href);
});
