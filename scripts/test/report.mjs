import { step } from "../base/step.mjs";
import { Trouble } from "../base/trouble.mjs";

/**
 * One part of the tests: it says how many of its checks passed and failed, and what to read about the failures.
 *
 * @typedef {{ passed: number, failed: number, output?: string }} Count
 * @typedef {{ title: string, run: () => Promise<Count> }} Part
 */

/** A part that broke down, or that checked nothing, counts as one failure. */
async function countOf({ title, run }) {
  try {
    const count = await run();
    if (count.passed > 0 || count.failed > 0) return count;
    return { ...count, failed: 1, output: `${title}: nothing was checked.\n${count.output ?? ""}` };
  } catch (error) {
    return { passed: 0, failed: 1, output: `${title}: ${error?.stack ?? error}` };
  }
}

const sum = (counts, name) => counts.reduce((total, count) => total + count[name], 0);

/**
 * Parts that run at the same time, as one part.
 *
 * @param {Part[]} parts
 * @returns {Part}
 */
export function beside(parts) {
  const run = async () => {
    const counts = await Promise.all(parts.map(countOf));
    const outputs = counts.filter(({ failed }) => failed > 0).map(({ output = "" }) => output);
    return { passed: sum(counts, "passed"), failed: sum(counts, "failed"), output: outputs.join("\n") };
  };
  return { title: parts.map(({ title }) => title).join(", "), run };
}

/** Shows that a part is under way, and what to read where it failed. */
async function showing(part) {
  let count;
  try {
    await step(part.title, async () => {
      count = await countOf(part);
      if (count.failed > 0) throw new Trouble(count.output ?? "");
    });
  } catch (error) {
    console.error(error.message);
  }
  console.error(`  ${count.passed} passed, ${count.failed} failed`);
  return count;
}

/**
 * Runs the parts one after the other, prints the sum alone on the last line, and returns the exit code.
 *
 * @param {Part[]} parts
 */
export async function runParts(parts) {
  const counts = [];
  for (const part of parts) counts.push(await showing(part));
  const [passed, failed] = [sum(counts, "passed"), sum(counts, "failed")];
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
