import { type Program, run, type Values } from "../evaluate";
import { arithmetic, float64, type Matrix, type Tracked } from "../matrix";
import { stateOf } from "./numeric";

const M = arithmetic(float64);

/** The step for an entry: near the cube root of the rounding of float64, where both errors are least. */
const relativeStep = 2 ** -17;
const smallestScale = 1 / 8;

/** Scalar operations that one estimate may spend. */
const mostWork = 3_000_000;

const plain = (A: Matrix<Tracked>): readonly number[] => A.data.map((a) => a.v);

function moved(X: Matrix<Tracked>, place: number, by: number): Matrix<Tracked> {
  return { ...X, data: X.data.map((a, k) => (k === place ? float64.number(a.v + by) : a)) };
}

/**
 * ∂yᵢ/∂xⱼ estimated as (f(x + h·eⱼ) − f(x − h·eⱼ)) / 2h, one column for each entry of x; entries of both are counted row by
 * row. It knows nothing of the rules of differentiation, so it can check them. The error is about h². Nothing where f has no
 * value beside the point, or where so many evaluations would take too long.
 */
export function centralDifferences(program: Program, at: Values<Tracked>, wrt: string): Matrix<Tracked> | undefined {
  const X = at.get(wrt);
  if (!X || program.work * X.data.length * 2 > mostWork) return undefined;
  const columns: (readonly number[])[] = [];
  for (const [place, { v }] of X.data.entries()) {
    const h = relativeStep * Math.max(smallestScale, Math.abs(v));
    const [up, down] = [h, -h].map((by) => run(program, M, new Map(at).set(wrt, moved(X, place, by))));
    if (!up || !down || [up, down].some((value) => stateOf(float64, value) !== "value")) return undefined;
    const low = plain(down);
    columns.push(plain(up).map((value, i) => (value - (low[i] as number)) / (2 * h)));
  }
  const rows = columns[0]?.length ?? 0;
  const data = Array.from({ length: rows }, (_, i) => columns.map((column) => float64.number(column[i] as number)));
  return { rows, cols: columns.length, data: data.flat() };
}
