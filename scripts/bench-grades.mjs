import { cpus } from "node:os";
import { run } from "./base/command.mjs";
import { root } from "./base/paths.mjs";
import { step } from "./base/step.mjs";
import { runScript, Trouble } from "./base/trouble.mjs";
import { ensureClient } from "./install/client.mjs";
import { ensureDependencies } from "./install/dependencies.mjs";
import { ensureChromium } from "./test/chromium.mjs";

/**
 * How long the gradebook of 300 students and 40 problems takes from the request until it is painted, in a production build of our
 * own. Exits with 1 where the median is longer than a second.
 */

const longest = 1_000;
const times = 7;

const medianOf = (numbers) =>
  Math.round(numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN);

/** As the owner of the tables, who may count their rows for the planner. */
async function seed(databaseUrl) {
  const words = ["scripts/run.mjs", "scripts/bench-grades/seed.ts"];
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  const { status, output } = await run(process.execPath, words, { cwd: root, env });
  if (status !== 0) throw new Trouble(`The course could not be made:\n${output}`);
  return output.trim().split("\n").at(-1);
}

await runScript(async () => {
  await ensureDependencies();
  await ensureClient();
  const executablePath = await ensureChromium();
  const { openStand } = await import("./test/stand.mjs");
  const { timeGradebook } = await import("./bench-grades/look.mjs");
  const stand = await step("Opening a Nabla of our own", openStand);
  try {
    const makeCourse = () => step("Making a large course", () => seed(stand.ownerUrl));
    const seen = await timeGradebook(executablePath, stand.address, makeCourse, times);
    const opened = medianOf(seen.opened);
    console.log(
      `${seen.rows} students, ${seen.cells} numbers, ${Math.round(seen.bytes / 1000)} kB of HTML (${cpus()[0]?.model})`,
    );
    console.log(`on screen: median ${opened} ms, longest ${Math.round(Math.max(...seen.opened))} ms`);
    console.log(`sorted by a column: median ${medianOf(seen.sorted)} ms`);
    process.exitCode = opened <= longest ? 0 : 1;
  } finally {
    await stand.stop();
  }
});
process.exit();
