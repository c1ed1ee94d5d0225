import { rmSync } from "node:fs";
import { buildTests, type Product } from "./build";
import type { Mutant } from "./mutants";
import { type Finding, say } from "./report";
import { type Baseline, Tester } from "./tester";

/** The places of the list in one file. */
function placesByFile(mutants: readonly Mutant[]): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [k, { file }] of mutants.entries()) places.set(file, [...(places.get(file) ?? []), k]);
  return places;
}

/** The tests that reach one of some places, the quickest first. */
function testsAt(places: readonly number[], { tests }: Baseline): number[] {
  return [...tests.keys()]
    .filter((k) => places.some((place) => tests[k]?.reached[place]))
    .sort((a, b) => (tests[a]?.milliseconds ?? 0) - (tests[b]?.milliseconds ?? 0));
}

/** The tests without a mutant: all of them must pass. */
async function baselineOf(tester: Tester, name: string): Promise<Baseline> {
  const baseline = await tester.measure();
  const failing = baseline.tests.filter(({ error }) => error !== undefined);
  const told = failing.map((test) => `${test.file} ${test.name}: ${test.error}`);
  if (failing.length > 0) throw new Error(`these fail without a mutant:\n${told.join("\n")}`);
  const whole = baseline.tests.reduce((sum, test) => sum + test.milliseconds, 0);
  say(`${name}: ${baseline.tests.length} tests in ${(whole / 1000).toFixed(1)} s`);
  return baseline;
}

/**
 * Runs the tests of some files on one mutant after the other. A mutant that shows while the sources are read, in a table
 * or a constant, is met by every test that reaches its file.
 */
export async function tryMutants(
  product: Product,
  { name, files }: { readonly name: string; readonly files: readonly string[] },
  chosen: readonly number[],
  note: (finding: Finding) => void,
): Promise<void> {
  const program = await buildTests(product, name, files);
  const tester = new Tester(program, product.mutants.length);
  const baseline = await baselineOf(tester, name);
  const inFile = placesByFile(product.mutants);
  for (const k of chosen) {
    const mutant = product.mutants[k] as Mutant;
    const whileRead = baseline.reading[k] === 1;
    const tests = testsAt(whileRead ? (inFile.get(mutant.file) as number[]) : [k], baseline);
    const fate = tests.length === 0 ? "not reached" : await tester.fateOf(k, tests, whileRead);
    const by = typeof fate === "object" ? baseline.tests[fate.failed] : undefined;
    note({ ...mutant, fate: typeof fate === "object" ? "failed" : fate, ...(by && { by: `${by.file} ${by.name}` }) });
  }
  await tester.stop();
  rmSync(program);
}
