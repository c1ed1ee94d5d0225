import { runScript } from "./base/trouble.mjs";
import { ensureClient } from "./install/client.mjs";
import { ensureDependencies } from "./install/dependencies.mjs";
import { lint, rooms, types, unitTests } from "./test/parts.mjs";
import { beside, runParts } from "./test/report.mjs";

/** The fast half of the tests: types, lint, import rules and unit tests. */
await runScript(async () => {
  await ensureDependencies();
  await ensureClient();
  process.exitCode = await runParts([beside([types, lint, rooms]), unitTests]);
});
