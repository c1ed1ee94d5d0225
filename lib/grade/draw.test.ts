import { describe, expect, it, test } from "vitest";
import { random } from "../base";
import { arithmetic, float64, type Matrix, primeField, type Tracked, transpose } from "../matrix";
import type { Assumption } from "../shape";
import { drawFieldPoint, drawPoint } from "./point";
import { moodOf } from "./source";

const F = arithmetic(float64);
const numbers = (A: Matrix<Tracked>): number[] => A.data.map((a) => a.v);

/** A value under assumptions, as attempt k draws it. */
function drawn(shape: string, assume: readonly Assumption[], k: number): Matrix<Tracked> {
  const [rows, cols] = shape.split("×").map(Number) as [number, number];
  const needed = [{ name: "A", rows, cols, assume, hidden: false }];
  return drawPoint(float64, needed, moodOf(k, []), `draw|${k}`).get("A") as Matrix<Tracked>;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-10;
const same = (A: Matrix<Tracked>, B: Matrix<Tracked>): boolean =>
  A.data.every((a, k) => near(a.v, B.data[k]?.v ?? Number.NaN));
const offDiagonal = (A: Matrix<Tracked>): number[] =>
  numbers(A).filter((_, k) => Math.floor(k / A.cols) !== k % A.cols);
const diagonal = (A: Matrix<Tracked>): number[] => numbers(A).filter((_, k) => Math.floor(k / A.cols) === k % A.cols);
const total = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0);
const count = (A: Matrix<Tracked>, value: number): number => numbers(A).filter((v) => v === value).length;

/** Whether every pivot of an elimination is positive, after Sylvester. */
function isPositiveDefinite(A: Matrix<Tracked>): boolean {
  const minor = (n: number): Matrix<Tracked> => ({
    rows: n,
    cols: n,
    data: A.data.filter((_, k) => Math.floor(k / A.cols) < n && k % A.cols < n),
  });
  return Array.from({ length: A.rows }, (_, k) => F.det(minor(k + 1)).v).every((d) => d > 0);
}

const laws: Readonly<Record<Assumption, (A: Matrix<Tracked>) => boolean>> = {
  symmetric: (A) => A.data.every((a, k) => a.v === transpose(A).data[k]?.v),
  skew: (A) => A.data.every((a, k) => a.v + (transpose(A).data[k]?.v ?? 1) === 0),
  diagonal: (A) => offDiagonal(A).every((v) => v === 0) && diagonal(A).every((v) => v !== 0),
  orthogonal: (A) => same(F.product(A, transpose(A)), F.identity(A.rows)),
  "positive-definite": (A) => laws.symmetric(A) && isPositiveDefinite(A),
  invertible: (A) => F.det(A).v !== 0,
  positive: (A) => numbers(A).every((v) => v > 0),
  nonnegative: (A) => numbers(A).every((v) => v >= 0),
  nonzero: (A) => numbers(A).every((v) => v !== 0),
  unit: (A) => near(total(numbers(A).map((v) => v * v)), 1),
  simplex: (A) => near(total(numbers(A)), 1) && numbers(A).every((v) => v >= 0),
  "one-hot": (A) => count(A, 1) === 1 && count(A, 0) === A.data.length - 1,
  integer: (A) => numbers(A).every(Number.isInteger),
};

const attempts = Array.from({ length: 36 }, (_, k) => k);

/** Shape and assumptions; behind the colon what else is seen among the draws. */
const table = `
  3×3 symmetric: varied, both signs
  3×3 skew: varied, both signs
  3×3 diagonal: varied, both signs
  3×3 orthogonal: varied, both signs, both determinants
  3×3 positive-definite: varied, both signs
  4×4 invertible: varied, both signs, both determinants
  3×2 positive: varied
  3×3 positive: varied
  3×2 nonnegative: varied
  3×2 nonzero: varied, both signs
  4×1 unit: varied, both signs, everywhere
  2×3 unit: varied, both signs, everywhere
  4×1 simplex: varied
  2×2 simplex: varied
  4×1 one-hot: varied, everywhere
  2×3 one-hot: varied, everywhere
  1×1 integer: varied, both signs, zero
  3×1 integer positive: varied, one
  3×1 integer nonnegative: varied, zero
  3×1 integer nonzero: varied, both signs, no zero
  3×1 integer nonnegative nonzero: varied, one, no zero
  3×3 integer: varied, both signs, zero
  3×3 symmetric positive: varied
  3×3 symmetric integer: varied, both signs
  3×3 skew integer: varied, both signs
  3×3 diagonal positive-definite: varied
  3×3 diagonal orthogonal: varied, both signs
  3×3 symmetric orthogonal: varied, both signs, both determinants
  3×3 orthogonal nonnegative: varied, everywhere
  3×3 orthogonal integer: varied, everywhere
  3×3 orthogonal diagonal nonnegative: identity
  3×3 orthogonal positive-definite: identity
  3×3 positive-definite positive: varied
  3×3 positive-definite integer: varied
  4×1 unit nonnegative: varied, everywhere
  4×1 unit integer: varied, everywhere
  4×1 unit simplex: varied, everywhere
  4×1 simplex integer: varied, everywhere
`;

const seen: Readonly<Record<string, (values: readonly Matrix<Tracked>[]) => boolean>> = {
  varied: (values) => new Set(values.map((A) => numbers(A).join())).size > 3,
  "both signs": (values) => [-1, 1].every((sign) => values.flatMap(numbers).some((v) => sign * v > 0)),
  "both determinants": (values) => [-1, 1].every((sign) => values.some((A) => sign * F.det(A).v > 0)),
  everywhere: ([A, ...more]) =>
    (A as Matrix<Tracked>).data.every((_, k) => [A as Matrix<Tracked>, ...more].some((B) => B.data[k]?.v !== 0)),
  zero: (values) => values.flatMap(numbers).includes(0),
  one: (values) => values.flatMap(numbers).includes(1),
  "no zero": (values) => !values.flatMap(numbers).includes(0),
  identity: (values) => values.every((A) => same(A, F.identity(A.rows))),
};

const rows = table
  .trim()
  .split("\n")
  .map((line) => {
    const [left, right] = line.trim().split(": ") as [string, string];
    const [shape, ...assume] = left.split(" ") as [string, ...Assumption[]];
    return { line: line.trim(), shape, assume, told: right.split(", ") };
  });

test.each(rows)("every draw keeps what is assumed, and among the draws is seen: $line", ({ shape, assume, told }) => {
  const values = attempts.map((k) => drawn(shape, assume, k));
  for (const name of assume) expect(values.filter((A) => !laws[name](A)).map(numbers), name).toEqual([]);
  for (const name of told) expect(seen[name]?.(values), name).toBe(true);
});

/** Sum of the squares of the singular values. */
const squares = (A: Matrix<Tracked>): number => total(numbers(A).map((v) => v * v));

describe("a square matrix of moderate size", () => {
  it.each(["", "symmetric", "positive-definite"])("keeps its singular values from ½ to 2 (%s)", (assumption) => {
    const assume = assumption === "" ? [] : [assumption as Assumption];
    for (const k of [0, 12, 24, 36]) {
      const A = drawn("3×3", assume, k);
      for (const B of [A, F.inverse(A)]) {
        expect(squares(B)).toBeLessThan(12);
        expect(squares(B)).toBeGreaterThan(0.75);
      }
    }
  });

  it("has no entry that is zero or twice the same, nor is it symmetric", () => {
    const A = drawn("3×3", [], 0);
    expect(new Set(numbers(A).map(Math.abs)).size).toBe(9);
    expect(numbers(A)).not.toContain(0);
  });
});

describe("in a prime field", () => {
  const prime = 33_554_467;
  const M = arithmetic(primeField(prime, 5));
  const inField = (shape: string, assume: readonly Assumption[], seed: string): Matrix<number> => {
    const [r, c] = shape.split("×").map(Number) as [number, number];
    const needed = [{ name: "A", rows: r, cols: c, assume, hidden: false }];
    return drawFieldPoint(primeField(prime, 5), needed, random(seed)).get("A") as Matrix<number>;
  };
  const holds: Readonly<Record<string, (A: Matrix<number>) => boolean>> = {
    symmetric: (A) => A.data.every((a, k) => a === transpose(A).data[k]),
    skew: (A) => A.data.every((a, k) => (a + (transpose(A).data[k] as number)) % prime === 0),
    diagonal: (A) => A.data.every((a, k) => (Math.floor(k / A.cols) === k % A.cols) === (a !== 0)),
    orthogonal: (A) => M.product(A, transpose(A)).data.every((a, k) => a === M.identity(A.rows).data[k]),
    "positive-definite": (A) => A.data.every((a, k) => a === transpose(A).data[k]),
    unit: (A) => M.sum(M.times(A, A)) === 1,
    simplex: (A) => M.sum(A) === 1,
    "one-hot": (A) => M.sum(A) === 1 && A.data.every((a) => a === 0 || a === 1),
    any: (A) => new Set(A.data).size === A.data.length,
  };

  it.each([
    "3×3 symmetric",
    "3×3 skew",
    "3×3 diagonal",
    "3×3 orthogonal",
    "3×3 positive-definite",
    "3×3 orthogonal symmetric",
    "4×1 unit",
    "4×1 simplex",
    "4×1 one-hot",
    "3×3 any",
    "3×2 any",
  ])("a value that is %s is so exactly, and another in each draw", (told) => {
    const [shape, ...names] = told.split(" ") as [string, ...string[]];
    const assume = names.filter((name): name is Assumption => name !== "any");
    const values = Array.from({ length: 12 }, (_, k) => inField(shape, assume, `field|${k}`));
    for (const name of names) expect(values.filter((A) => !holds[name]?.(A)).map((A) => A.data)).toEqual([]);
    expect(new Set(values.map((A) => A.data.join())).size).toBeGreaterThan(2);
  });
});

describe("a variable that the grader draws beside the declared ones", () => {
  it("keeps to moderate sizes of both signs, whatever the mood", () => {
    const needed = [{ name: "$f", rows: 5, cols: 1, assume: [], hidden: true }];
    for (const k of [5, 7, 8, 10]) {
      const values = numbers(drawPoint(float64, needed, moodOf(k, []), `hidden|${k}`).get("$f") as Matrix<Tracked>);
      for (const v of values) expect(Math.abs(v)).toBeLessThanOrEqual(0.9);
      for (const v of values) expect(Math.abs(v)).toBeGreaterThanOrEqual(0.1);
    }
  });
});
