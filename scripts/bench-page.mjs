import { cpus } from "node:os";
import { step } from "./base/step.mjs";
import { runScript } from "./base/trouble.mjs";
import { ensureClient } from "./install/client.mjs";
import { ensureDependencies } from "./install/dependencies.mjs";
import { ensureChromium } from "./test/chromium.mjs";

/**
 * From a letter typed into an answer to its preview on the screen, on a processor slowed down to a slow phone's, against a
 * production build of our own. Exits with 1 where nineteen letters in twenty take longer than they may.
 */

const longest = 100;

const at = (times, share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;

await runScript(async () => {
  await ensureDependencies();
  await ensureClient();
  const executablePath = await ensureChromium();
  const { openStand } = await import("./test/stand.mjs");
  const { timeTyping } = await import("./bench-page/typing.mjs");
  const stand = await step("Opening a Nabla of our own", openStand);
  try {
    const { slowness, answers, times } = await step("Typing", () => timeTyping(executablePath, stand.address));
    const sorted = times.toSorted((a, b) => a - b);
    const [median, late, worst] = [0.5, 0.95, 1].map((share) => Math.round(at(sorted, share)));
    console.log(
      `${sorted.length} letters of ${answers} answers, processor slowed down ${slowness} times (${cpus()[0]?.model})`,
    );
    console.log(`letter to preview: median ${median} ms, 95th percentile ${late} ms, longest ${worst} ms`);
    process.exitCode = late <= longest ? 0 : 1;
  } finally {
    await stand.stop();
  }
});
process.exit();
