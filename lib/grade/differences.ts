import { type Program, run, type Values } from "../evaluate";
import { arithmetic, build, float64, type Matrix, type Tracked } from "../matrix";
import { stateOf } from "./numeric";
import type { Form } from "./problem";
import { layOutJacobian, layOutVec } from "./truth";

/** Estimates of derivatives from values of the function alone. They know nothing of the rules, so they can check them. */

const M = arithmetic(float64);

/** The step for an entry: near the cube root of the rounding of float64, where both errors are least. */
const relativeStep = 2 ** -17;
/** The same for second derivatives: near its fourth root. */
const widerStep = 2 ** -13;
const smallestScale = 1 / 8;

/** Scalar operations that one estimate may spend. */
const mostWork = 3_000_000;

/** How far each entry of the variable is moved. */
type Moves = ReadonlyMap<number, number>;

const moved = (X: Matrix<Tracked>, by: Moves): Matrix<Tracked> => ({
  ...X,
  data: X.data.map((a, k) => float64.number(a.v + (by.get(k) ?? 0))),
});

/** The function's entries beside the point; nothing where it has no value there. */
function valuesBeside(
  program: Program,
  at: Values<Tracked>,
  [name, X]: readonly [string, Matrix<Tracked>],
  by: Moves,
): readonly number[] | undefined {
  const value = run(program, M, new Map(at).set(name, moved(X, by)));
  return stateOf(float64, value) === "value" ? value.data.map((a) => a.v) : undefined;
}

const stepFor = (v: number, relative: number): number => relative * Math.max(smallestScale, Math.abs(v));

/**
 * ∂yᵢ/∂xⱼ estimated as (f(x + h·eⱼ) − f(x − h·eⱼ)) / 2h, one column for each entry of x; entries of both are counted row by
 * row. The error is about h². Nothing where f has no value beside the point, or where so many evaluations would take too long.
 */
export function centralDifferences(program: Program, at: Values<Tracked>, wrt: string): Matrix<Tracked> | undefined {
  const X = at.get(wrt);
  if (!X || program.work * X.data.length * 2 > mostWork) return undefined;
  const columns: (readonly number[])[] = [];
  for (const [place, { v }] of X.data.entries()) {
    const h = stepFor(v, relativeStep);
    const [up, down] = [h, -h].map((by) => valuesBeside(program, at, [wrt, X], new Map([[place, by]])));
    if (!up || !down) return undefined;
    columns.push(up.map((value, i) => (value - (down[i] as number)) / (2 * h)));
  }
  return build(columns[0]?.length ?? 0, columns.length, (i, j) => float64.number(columns[j]?.[i] as number));
}

/** ∂²f/∂xᵢ∂xⱼ of a scalar function, as the differences of differences: (f₊₊ − f₊₋ − f₋₊ + f₋₋) / 4hᵢhⱼ. */
function secondDifferences(program: Program, at: Values<Tracked>, wrt: string): Matrix<Tracked> | undefined {
  const X = at.get(wrt);
  const n = X?.data.length ?? 0;
  if (!X || program.work * 4 * n * n > mostWork) return undefined;
  const h = X.data.map(({ v }) => stepFor(v, widerStep));
  const along = (i: number, j: number): number | undefined => {
    const [a, b] = [h[i] as number, h[j] as number];
    let sum = 0;
    for (const [p, q] of [
      [1, 1],
      [1, -1],
      [-1, 1],
      [-1, -1],
    ] as const) {
      const by =
        i === j
          ? new Map([[i, (p + q) * a]])
          : new Map([
              [i, p * a],
              [j, q * b],
            ]);
      const [value] = valuesBeside(program, at, [wrt, X], by) ?? [];
      if (value === undefined) return undefined;
      sum += p * q * value;
    }
    return sum / (4 * a * b);
  };
  const entries = Array.from({ length: n * n }, (_, k) => along(Math.floor(k / n), k % n));
  if (entries.includes(undefined)) return undefined;
  return build(n, n, (i, j) => float64.number(entries[i * n + j] as number));
}

/** The derivative in the direction dX that stands in the point: (f(X + h·dX) − f(X − h·dX)) / 2h. */
function alongDifferential(program: Program, at: Values<Tracked>, wrt: string): Matrix<Tracked> | undefined {
  const [X, D] = [at.get(wrt), at.get(`d${wrt}`)];
  if (!X || !D || program.work * 2 > mostWork) return undefined;
  const largest = (A: Matrix<Tracked>): number =>
    A.data.reduce((most, a) => Math.max(most, Math.abs(a.v)), smallestScale);
  const h = (relativeStep * largest(X)) / largest(D);
  const step = (sign: number): Moves => new Map(D.data.map((d, k) => [k, sign * h * d.v]));
  const [up, down] = [1, -1].map((sign) => valuesBeside(program, at, [wrt, X], step(sign)));
  if (!up || !down) return undefined;
  return build(program.rows, program.cols, (i, j) => {
    const k = i * program.cols + j;
    return float64.number(((up[k] as number) - (down[k] as number)) / (2 * h));
  });
}

type Estimate = (program: Program, at: Values<Tracked>, wrt: string) => Matrix<Tracked> | undefined;

const laidOut =
  (arrange: typeof layOutVec<Tracked>): Estimate =>
  (program, at, wrt) => {
    const [J, x] = [centralDifferences(program, at, wrt), at.get(wrt)];
    return J && x && arrange(J, program, x);
  };

/** What each form asks for, in numerator layout, estimated at a point; other forms ask for no derivative as a matrix. */
export const estimates: { readonly [F in Form]?: Estimate } = {
  derivative: laidOut(layOutJacobian),
  vec: laidOut(layOutVec),
  hessian: secondDifferences,
  differential: alongDifferential,
};

/** How far an estimate is from the truth: the largest distance of two entries, as a part of the largest entry or of 1. */
export function gapBetween(truth: readonly number[], estimate: readonly number[]): number {
  const scale = truth.reduce((most, a) => Math.max(most, Math.abs(a)), 1);
  return truth.reduce((most, a, k) => Math.max(most, Math.abs(a - (estimate[k] ?? Number.NaN))), 0) / scale;
}
