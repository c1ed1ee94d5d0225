import { runScript } from "./base/trouble.mjs";
import { ensureClient } from "./install/client.mjs";
import { ensureDependencies } from "./install/dependencies.mjs";
import { build, integrationTests, journeys, lint, rooms, types, unitTests } from "./test/parts.mjs";
import { beside, runParts } from "./test/report.mjs";

/** Everything: the fast half, then PostgreSQL, the production build and the browser. */
await runScript(async () => {
  await ensureDependencies();
  await ensureClient();
  process.exitCode = await runParts([
    beside([types, lint, rooms]),
    build,
    beside([unitTests, integrationTests]),
    journeys,
  ]);
});
