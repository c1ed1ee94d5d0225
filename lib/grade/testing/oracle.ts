import { type Random, random } from "../../base";
import { type Dim, type Tree, variables } from "./trees";

/** Rows of plain numbers. */
type Rows = readonly (readonly number[])[];

/** A point: sizes for `n` and `m`, and a value for every variable and for its change. */
export interface Point {
  readonly sizes: Readonly<Record<Dim, number>>;
  readonly values: Readonly<Record<string, Rows>>;
}

const grid = (rows: number, cols: number, entry: (i: number, j: number) => number): Rows =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: cols }, (_unused, j) => entry(i, j)));

export function drawPoint(seed: string, n: number, m: number): Point {
  const rng: Random = random(seed);
  const sizes = { "1": 1, n, m };
  const values = Object.fromEntries(
    Object.entries(variables).flatMap(([name, [rows = "1", cols = "1"]]) =>
      [name, `d${name}`].map((each) => [each, grid(sizes[rows], sizes[cols], () => 2 * rng.next() - 1)]),
    ),
  );
  return { sizes, values };
}

const cell = (A: Rows, i: number, j: number): number => (A[i] as readonly number[])[j] as number;
const height = (A: Rows): number => A.length;
const width = (A: Rows): number => (A[0] as readonly number[]).length;
const zip = (A: Rows, B: Rows, f: (a: number, b: number) => number): Rows =>
  A.map((row, i) => row.map((a, j) => f(a, cell(B, i, j))));
const map = (A: Rows, f: (a: number) => number): Rows => A.map((row) => row.map(f));
const number = (value: number): Rows => [[value]];
const one = (A: Rows): number => cell(A, 0, 0);
export const turned = (A: Rows): Rows => grid(width(A), height(A), (i, j) => cell(A, j, i));

const product = (A: Rows, B: Rows): Rows =>
  grid(height(A), width(B), (i, j) => (A[i] as readonly number[]).reduce((sum, a, k) => sum + a * cell(B, k, j), 0));

const minor = (A: Rows, i: number, j: number): Rows =>
  A.filter((_, r) => r !== i).map((row) => row.filter((_, c) => c !== j));

/** By Laplace's expansion: nothing in common with elimination. */
function det(A: Rows): number {
  if (height(A) === 0) return 1;
  return (A[0] as readonly number[]).reduce((sum, a, j) => sum + (-1) ** j * a * det(minor(A, 0, j)), 0);
}

/** By Cramer's rule. */
const inverse = (A: Rows): Rows =>
  grid(height(A), height(A), (i, j) => ((-1) ** (i + j) * det(minor(A, j, i))) / det(A));

const functions: Readonly<Record<string, (a: number) => number>> = {
  exp: Math.exp,
  sin: Math.sin,
  cos: Math.cos,
  tanh: Math.tanh,
  atan: Math.atan,
  abs: Math.abs,
  relu: (a) => Math.max(a, 0),
  step: (a) => (a > 0 ? 1 : 0),
  sign: Math.sign,
  sigmoid: (a) => 1 / (1 + Math.exp(-a)),
  softplus: (a) => Math.log(1 + Math.exp(a)),
};

/** The value of a tree, by arithmetic that shares nothing with the grader's. */
export function evaluated(tree: Tree, point: Point): Rows {
  const [A = [[0]], B = [[0]]] = tree.args.map((a) => evaluated(a, point));
  switch (tree.op) {
    case "leaf":
      if (tree.text === "n") return number(point.sizes.n);
      return point.values[tree.text as string] ?? number(Number(tree.text));
    case "add":
      return zip(A, B, (a, b) => a + b);
    case "sub":
      return zip(A, B, (a, b) => a - b);
    case "neg":
      return map(A, (a) => -a);
    case "scale":
      return height(A) * width(A) === 1 ? map(B, (b) => one(A) * b) : map(A, (a) => one(B) * a);
    case "product":
      return product(A, B);
    case "entry":
      return zip(A, B, (a, b) => a * b);
    case "transpose":
      return turned(A);
    case "inverse":
      return inverse(A);
    case "trace":
      return number(A.reduce((sum, row, i) => sum + (row[i] as number), 0));
    case "det":
      return number(det(A));
    case "total":
      return number(A.flat().reduce((sum, a) => sum + a, 0));
    case "square":
      return number(one(A) ** 2);
    case "over":
      return map(A, (a) => a / (1 + one(B) ** 2));
    case "apply":
      return map(A, functions[tree.text as string] as (a: number) => number);
  }
}

/** How far apart two values lie, as a part of the larger; nothing where one is too large to say. */
export function distance(A: Rows, B: Rows): number | undefined {
  const scale = Math.max(...A.flat().map(Math.abs), ...B.flat().map(Math.abs));
  if (!(scale < 1e6)) return undefined;
  return Math.max(...zip(A, B, (a, b) => Math.abs(a - b)).flat()) / Math.max(scale, 1e-3);
}
