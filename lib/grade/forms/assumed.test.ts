import { expect, it } from "vitest";
import { type Double, doubleDouble, type Matrix } from "../../matrix";
import { type Assumption, assumptions } from "../../shape";
import { breaksAssumption } from "./assumed";

/** `1 2; 3 4` as a matrix. */
function matrixOf(text: string): Matrix<Double> {
  const rows = text.split(";").map((row) => row.trim().split(" "));
  const data = rows.flat().map((entry) => doubleDouble.literal(entry.replace("-", "")));
  const signs = rows.flat().map((entry) => entry.startsWith("-"));
  return {
    rows: rows.length,
    cols: rows[0]?.length ?? 0,
    data: data.map((value, k) => (signs[k] ? doubleDouble.neg(value) : value)),
  };
}

/** The sets in which a value lies. */
const setsOf = (text: string): Assumption[] =>
  assumptions.filter((assumption) => !breaksAssumption(matrixOf(text), [assumption]));

const square = ["symmetric", "skew", "diagonal", "orthogonal", "positive-definite", "invertible"];

it.each([
  ["1 2; 2 5", "symmetric positive-definite invertible positive nonnegative nonzero integer"],
  ["1 2; 2 3", "symmetric invertible positive nonnegative nonzero integer"],
  ["-1 2; 2 -5", "symmetric invertible nonzero integer"],
  ["1 2; 3 4", "invertible positive nonnegative nonzero integer"],
  ["1 2; 2 4", "symmetric positive nonnegative nonzero integer"],
  ["0 2; -2 0", "skew invertible integer"],
  ["1 2; -2 1", "invertible nonzero integer"],
  ["2 0; 0 3", "symmetric diagonal positive-definite invertible nonnegative integer"],
  ["2 0; 0 -3", "symmetric diagonal invertible integer"],
  ["2 0; 1 3", "invertible nonnegative integer"],
  ["2 1; 0 3", "invertible nonnegative integer"],
  ["0 1; 1 0", "symmetric orthogonal invertible nonnegative integer"],
  ["0 -1; 1 0", "skew orthogonal invertible integer"],
  ["0.6 0.8; -0.8 0.6", "orthogonal invertible nonzero"],
  ["0.6 0.8; 0.8 0.6", "symmetric invertible positive nonnegative nonzero"],
  ["1 0; 0 0.5", "symmetric diagonal positive-definite invertible nonnegative"],
  ["0 0; 0 0", "symmetric skew diagonal nonnegative integer"],
])("the matrix %s is %s", (text, want) => {
  expect(setsOf(text).join(" ")).toBe(want);
});

it.each([
  ["0.6; 0.8", "positive nonnegative nonzero unit"],
  ["0.6; -0.8", "nonzero unit"],
  ["0.25; 0.75", "positive nonnegative nonzero simplex"],
  ["1.25; -0.25", "nonzero"],
  ["0.25; 0.5", "positive nonnegative nonzero"],
  ["0; 1", "nonnegative unit simplex one-hot integer"],
  ["0; -1", "unit integer"],
  ["1; 1", "positive nonnegative nonzero integer"],
  ["0.5; 0.5", "positive nonnegative nonzero simplex"],
  ["2; -1", "nonzero integer"],
  ["0; 0; 1", "nonnegative unit simplex one-hot integer"],
  ["1; 0; 1", "nonnegative integer"],
  ["1; 1; -1", "nonzero integer"],
  ["0.5; 0; 0.5", "nonnegative simplex"],
  ["-7; 3", "nonzero integer"],
  ["2.5; 3", "positive nonnegative nonzero"],
])("the vector %s is %s", (text, want) => {
  const sets = assumptions.filter((a) => !square.includes(a) && !breaksAssumption(matrixOf(text), [a]));
  expect(sets.join(" ")).toBe(want);
});

it("is broken where one of several assumptions is", () => {
  expect(breaksAssumption(matrixOf("1; 2"), ["integer", "positive"])).toBe(false);
  expect(breaksAssumption(matrixOf("1; -2"), ["integer", "positive"])).toBe(true);
  expect(breaksAssumption(matrixOf("1; 2"), [])).toBe(false);
});
