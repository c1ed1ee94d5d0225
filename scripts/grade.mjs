import { pathToFileURL } from "node:url";
import { runScript } from "./base/trouble.mjs";
import { bundle } from "./build/bundle.mjs";
import { ensureDependencies } from "./install/dependencies.mjs";

/** Reads one JSON record a line on standard input and writes one JSON verdict a line on standard output. */
await runScript(async () => {
  await ensureDependencies();
  const file = await bundle("scripts/grade-main.ts");
  // A reader that has seen enough closes the pipe: that is no defect.
  process.stdout.on("error", (error) => process.exit(error.code === "EPIPE" ? 0 : 1));
  const { gradeLines } = await import(pathToFileURL(file).href);
  await gradeLines(process.stdin, process.stdout);
});
