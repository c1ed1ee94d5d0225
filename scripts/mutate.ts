import { parseArgs } from "node:util";
import { mutateRooms, testFiles } from "./mutate/build";
import type { Mutant } from "./mutate/mutants";
import { type Finding, isCaught, keyOf, lastFindings, printTable, save, say } from "./mutate/report";
import { sampled } from "./mutate/sample";
import { tryMutants } from "./mutate/stage";

/**
 * `npm run mutate`: changes the grader in one place after the other, and counts the changes that the tests notice. What
 * became of each goes into reports/mutation.json.
 *
 *   --only lib/grade/sizes   the files whose path contains this
 *   --sample 600 --seed 1    so many changes, spread evenly over the files
 *   --again                  those that the last run left alive; the others keep what became of them
 */
const { values: options } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    sample: { type: "string", default: "Infinity" },
    seed: { type: "string", default: "1" },
    again: { type: "boolean", default: false },
  },
});

/** Tests that take long: they see only what the others leave alive. */
const slow = /\/(laws|fuzz|kinks|diagnose)\.test\.ts$/;

/** After so many mutants the findings are written down, so that a run can be ended early. */
const betweenSaves = 100;

const product = mutateRooms();
const findings = new Map<string, Finding>(
  options.again ? lastFindings().map((finding) => [keyOf(finding), finding]) : [],
);
const mutantAt = (k: number): Mutant => product.mutants[k] as Mutant;

function isAlive(k: number): boolean {
  const finding = findings.get(keyOf(mutantAt(k)));
  return finding !== undefined && !isCaught(finding);
}

function chosen(): number[] {
  const all = [...product.mutants.keys()]
    .filter((k) => mutantAt(k).file.includes(options.only))
    .filter((k) => !options.again || isAlive(k));
  return sampled(all, (k) => mutantAt(k).file, Number(options.sample), options.seed);
}

let noted = 0;
function note(finding: Finding): void {
  const before = findings.get(keyOf(finding));
  if (!before || finding.fate !== "not reached") findings.set(keyOf(finding), finding);
  if (++noted % betweenSaves === 0) save([...findings.values()]);
}

const mutants = chosen();
say(`${mutants.length} of ${product.mutants.length} changes`);
const quick = { name: "quick tests", files: testFiles().filter((file) => !slow.test(file)) };
await tryMutants(product, quick, mutants, note);
const thorough = { name: "slow tests", files: testFiles().filter((file) => slow.test(file)) };
await tryMutants(product, thorough, mutants.filter(isAlive), note);
save([...findings.values()]);
printTable([...findings.values()]);
