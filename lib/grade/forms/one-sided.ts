import { type Program, run, type Values } from "../../evaluate";
import { type Double, doubleDouble, type Matrix } from "../../matrix";
import { stateOf } from "../numeric";
import { precise } from "./numbers";

const S = doubleDouble;
/** So small that what bends away within a step is lost, so large that rounding in higher precision is too. */
const relativeStep = 2 ** -34;

/** A step that is small beside every entry that moves. */
function stepFor(x: Matrix<Double>, direction: readonly number[]): number {
  const moving = x.data.filter((_, k) => direction[k] !== 0).map((a) => Math.abs(S.toNumber(a)));
  const scale = Math.min(...moving.filter((size) => size > 0));
  return relativeStep * 2 ** Math.ceil(Math.log2(Number.isFinite(scale) ? Math.max(scale, 1e-8) : 1));
}

/** The value of a program when one variable has moved by t in a direction; nothing where there is none. */
function valueAt(
  program: Program,
  at: Values<Double>,
  wrt: string,
  direction: readonly number[],
  t: number,
): Matrix<Double> | undefined {
  const x = at.get(wrt) as Matrix<Double>;
  const data = x.data.map((a, k) => S.add(a, S.mul(S.number(t), S.number(direction[k] ?? 0))));
  const value = run(program, precise, new Map(at).set(wrt, { ...x, data }));
  return stateOf(S, value) === "value" ? value : undefined;
}

/**
 * The one-sided directional derivative of every entry, lim (f(x + td) − f(x))/t as t falls to 0, to about 18 digits: two
 * quotients in higher precision and Richardson's extrapolation. It needs values alone, so it holds at kinks.
 */
export function slopesAlong(
  program: Program,
  at: Values<Double>,
  wrt: string,
  direction: readonly number[],
): number[] | undefined {
  const step = stepFor(at.get(wrt) as Matrix<Double>, direction);
  const start = valueAt(program, at, wrt, direction, 0);
  const whole = valueAt(program, at, wrt, direction, step);
  const half = valueAt(program, at, wrt, direction, step / 2);
  if (!start || !whole || !half) return undefined;
  return start.data.map((f, k) => {
    const one = S.mul(S.sub(whole.data[k] as Double, f), S.number(1 / step));
    const two = S.mul(S.sub(half.data[k] as Double, f), S.number(2 / step));
    return S.toNumber(S.sub(S.add(two, two), one));
  });
}

/** The direction of one coordinate. */
export function coordinate(n: number, k: number, sign: 1 | -1): number[] {
  return Array.from({ length: n }, (_, i) => (i === k ? sign : 0));
}
