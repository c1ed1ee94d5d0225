import { step } from "../base/step.mjs";
import { Trouble } from "../base/trouble.mjs";

/**
 * One part of the tests: it says how many of its checks passed and failed, and what to read about the failures.
 *
 * @typedef {{ passed: number, failed: number, output?: string }} Count
 * @typedef {{ title: string, run: () => Promise<Count> }} Part
 */

/** A part that broke down counts as one failure, and the others still run. */
async function countOf({ title, run }) {
  let count = { passed: 0, failed: 1 };
  try {
    count = await step(title, async () => {
      count = await run();
      if (count.failed > 0 || count.passed === 0) throw new Trouble(count.output ?? `${title}: nothing was checked.`);
      return count;
    });
  } catch (error) {
    console.error(error instanceof Trouble ? error.message : error);
    if (count.failed === 0) count = { ...count, failed: 1 };
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
  let passed = 0;
  let failed = 0;
  for (const part of parts) {
    const count = await countOf(part);
    passed += count.passed;
    failed += count.failed;
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
