import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from "@vitest/expect";
import { noteIn, reading } from "./switch";

/** What the test files take for `vitest`: the tests are collected, to be run in one process as often as there are mutants. */

/** A test with the file that it stands in. */
export interface Test {
  readonly file: string;
  readonly name: string;
  readonly run: () => unknown;
}

type Body = (...row: unknown[]) => unknown;

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

export const expect = chai.expect;

export const collected: Test[] = [];
const titles: string[] = [];
let current = "";

/** Says which file the tests that follow stand in. What it reaches while it is read is none of the sources' own. */
export function enterFile(file: string): void {
  current = file;
  noteIn(undefined);
}

export function leaveFile(): void {
  noteIn(reading);
}

const bodyIn = (given: readonly unknown[]): Body => given.find((g) => typeof g === "function") as Body;

function group(title: string, body: () => unknown): void {
  titles.push(title);
  body();
  titles.pop();
}

function test(title: string, ...given: unknown[]): void {
  const run = bodyIn(given);
  collected.push({ file: current, name: [...titles, title].join(" > "), run: () => run() });
}

/** Rows are handed over as vitest does it: a list as several arguments, anything else as one. */
const withRow =
  (body: Body, row: unknown): (() => unknown) =>
  () =>
    Array.isArray(row) ? body(...row) : body(row);

const eachOf =
  (collect: (title: string, body: () => unknown) => void) =>
  (rows: readonly unknown[]) =>
  (title: string, ...given: unknown[]): void => {
    for (const [k, row] of rows.entries()) collect(`${title} #${k + 1}`, withRow(bodyIn(given), row));
  };

export const it = Object.assign(test, { each: eachOf(test) });
export const describe = Object.assign((title: string, ...given: unknown[]) => group(title, bodyIn(given)), {
  each: eachOf(group),
});
export { it as test };
