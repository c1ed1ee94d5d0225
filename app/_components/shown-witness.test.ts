import { expect, it } from "vitest";
import { type ShownGrid, showGrid, showWitness } from "./shown-witness";

/** A grid in a line: entries that differ stand in brackets. */
const line = (grid: ShownGrid) =>
  grid.map((row) => row.map(({ text, differs }) => (differs ? `[${text}]` : text)).join(" ")).join("; ");

it.each([
  ["the entries that differ", [[1, 2]], [[1, 3]], "1 [2]"],
  ["no entry where the shapes differ", [[1, 2]], [[1], [3]], "1 2"],
  ["nothing where there is nothing to compare with", [[1, 2]], null, "1 2"],
  ["nothing that rounding alone keeps apart", [[0.1 + 0.2]], [[0.3]], "0.3"],
  ["entries that four digits cannot tell apart", [[1.00001]], [[1.00002]], "[1.00001]"],
  ["an entry without a value", [[Number.NaN]], [[1]], "[?]"],
  ["a large entry", [[Number.NEGATIVE_INFINITY]], [[1]], "[−∞]"],
])("marks %s", (_, grid, other, shown) => {
  expect(line(showGrid(grid, other))).toBe(shown);
});

const names = { variables: { x: { shape: ["n"] } } };
const at = { x: [[1], [2]] };

it.each([
  [[[1, 2]], "1 of 2 entries differs."],
  [[[0, 2]], "Every entry differs."],
  [[[1], [2]], undefined],
])("counts the entries of %j that differ", (answer, apart) => {
  expect(showWitness({ at, answer, truth: [[1, 3]], layout: "numerator" }, "derivative", names).apart?.words).toBe(
    apart,
  );
});

it.each([
  ["close to it", [[1 + 1e-9, 3]], 1e-9, "1 3"],
  ["without what rounding left of a zero", [[1e-11, 3]], 1e-9, "0 3"],
  ["not where the function has a corner", [[0.5, 3]], 0.5, undefined],
])("shows the estimate beside the truth %s", (_, estimate, gap, want) => {
  const witness = { at, answer: [[1, 2]], truth: [[1, 3]], layout: "numerator", check: { estimate, gap } } as const;
  const { check } = showWitness(witness, "derivative", names);
  expect(check && line(check)).toBe(want);
});
