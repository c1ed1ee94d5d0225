import { step } from "./base/step.mjs";
import { runScript } from "./base/trouble.mjs";
import { ensureDependencies } from "./install/dependencies.mjs";

/** Makes ready what `npm start` needs and no database is needed for: where an image is made, say. */
await runScript(async () => {
  await ensureDependencies();
  const { buildForProduction } = await import("./build/production.mjs");
  await step("Building", buildForProduction);
});
process.exit();
