import type { ScalarFunction } from "../base";
import type { Scalars } from "./scalars";
import { wholePower } from "./whole";

/** A float64 number with a bound on how far rounding has carried it from the true value. */
export interface Tracked {
  readonly v: number;
  readonly e: number;
}

const U = 2 ** -53;
const tracked = (v: number, e: number): Tracked => ({ v, e });
const exactly = (v: number): Tracked => ({ v, e: 0 });
const none: Tracked = { v: Number.NaN, e: 0 };
/** A number of which nothing is known any more. */
const lost: Tracked = { v: 0, e: Number.POSITIVE_INFINITY };

function settle(v: number, e: number): Tracked {
  if (v === Number.POSITIVE_INFINITY || v === Number.NEGATIVE_INFINITY) return lost;
  return { v, e };
}

/** A real function with its slope, so that the error bound follows the conditioning: |f′(v)|·e. */
interface Row {
  readonly f: (v: number) => number;
  readonly slope: (v: number, y: number) => number;
}

const sigmoid = (v: number): number => (v >= 0 ? 1 / (1 + Math.exp(-v)) : Math.exp(v) / (1 + Math.exp(v)));

const smooth: { readonly [F in Exclude<ScalarFunction, "abs" | "sign" | "relu" | "step">]: Row } = {
  exp: { f: Math.exp, slope: (_, y) => y },
  log: { f: (v) => (v > 0 ? Math.log(v) : Number.NaN), slope: (v) => 1 / v },
  sin: { f: Math.sin, slope: (v) => Math.cos(v) },
  cos: { f: Math.cos, slope: (v) => Math.sin(v) },
  tan: { f: Math.tan, slope: (_, y) => 1 + y * y },
  asin: { f: Math.asin, slope: (v) => 1 / Math.sqrt(1 - v * v) },
  acos: { f: Math.acos, slope: (v) => 1 / Math.sqrt(1 - v * v) },
  atan: { f: Math.atan, slope: (v) => 1 / (1 + v * v) },
  sinh: { f: Math.sinh, slope: (v) => Math.cosh(v) },
  cosh: { f: Math.cosh, slope: (v) => Math.sinh(v) },
  tanh: { f: Math.tanh, slope: (_, y) => 1 - y * y },
  sqrt: { f: Math.sqrt, slope: (_, y) => 0.5 / y },
  sigmoid: { f: sigmoid, slope: (_, y) => y * (1 - y) },
  softplus: { f: (v) => Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v))), slope: sigmoid },
};

/** Functions whose domain has an edge: within the error bound of it nothing can be said. */
const edges: { readonly [F in ScalarFunction]?: readonly number[] } = { log: [0], sqrt: [0], asin: [-1, 1], acos: [-1, 1] };

function applySmooth(name: keyof typeof smooth, a: Tracked): Tracked {
  if (a.e > 0 && edges[name]?.some((edge) => Math.abs(a.v - edge) <= a.e)) return lost;
  const { f, slope } = smooth[name];
  const y = f(a.v);
  const spread = a.e === 0 ? 0 : Math.abs(slope(a.v, y)) * a.e * 1.01;
  return settle(y, spread + 4 * U * Math.abs(y));
}

/** The jump functions: within the error bound of the jump either side is possible. */
function jump(a: Tracked, value: number): Tracked {
  if (a.e > 0 && Math.abs(a.v) <= a.e) return lost;
  return exactly(value);
}

function apply(name: ScalarFunction, a: Tracked): Tracked {
  if (Number.isNaN(a.v)) return none;
  switch (name) {
    case "abs":
      return tracked(Math.abs(a.v), a.e);
    case "relu":
      return a.v > 0 || a.v + a.e > 0 ? tracked(Math.max(a.v, 0), a.e) : exactly(0);
    case "sign":
      return jump(a, Math.sign(a.v));
    case "step":
      return jump(a, a.v > 0 ? 1 : 0);
    default:
      return applySmooth(name, a);
  }
}

function mul(a: Tracked, b: Tracked): Tracked {
  const v = a.v * b.v;
  if (a.e === 0 && b.e === 0) return settle(v, U * Math.abs(v));
  if (a.e === Number.POSITIVE_INFINITY || b.e === Number.POSITIVE_INFINITY) return Number.isNaN(v) ? none : lost;
  return settle(v, Math.abs(a.v) * b.e + Math.abs(b.v) * a.e + a.e * b.e + U * Math.abs(v));
}

function add(a: Tracked, b: Tracked): Tracked {
  const v = a.v + b.v;
  return settle(v, a.e + b.e + U * Math.abs(v));
}

function recip(a: Tracked): Tracked {
  if (a.v === 0 && a.e === 0) return none;
  if (Math.abs(a.v) <= a.e) return lost;
  const v = 1 / a.v;
  return settle(v, (Math.abs(v) * a.e) / (Math.abs(a.v) - a.e) + U * Math.abs(v));
}

function power(a: Tracked, b: Tracked): Tracked {
  if (b.e === 0 && Number.isInteger(b.v) && Math.abs(b.v) <= 1024) return whole(a, b.v);
  if (a.e > 0 && Math.abs(a.v) <= a.e) return lost;
  if (!(a.v > 0) && !(a.v === 0 && b.v > 0)) return none;
  if (a.v === 0) return exactly(0);
  const v = a.v ** b.v;
  const relative = Math.abs(b.v / a.v) * a.e + Math.abs(Math.log(a.v)) * b.e;
  return settle(v, Math.abs(v) * (relative * 1.01 + 4 * U));
}

function whole(a: Tracked, exponent: number): Tracked {
  const positive = wholePower(a, Math.abs(exponent), exactly(1), mul);
  return exponent < 0 ? recip(positive) : positive;
}

/** Sign of a − b, or 0 where they are exactly equal, or NaN where the bounds overlap. */
function order(a: Tracked, b: Tracked): number {
  const gap = a.v - b.v;
  const slack = a.e + b.e;
  return slack > 0 && Math.abs(gap) <= slack ? Number.NaN : Math.sign(gap);
}

/**
 * Float64 with a running error bound (Higham, Accuracy and Stability of Numerical Algorithms, §3.3): every
 * operation adds its own rounding and carries the bounds of its arguments through its slopes.
 */
export const float64: Scalars<Tracked> = {
  name: "float64",
  zero: exactly(0),
  one: exactly(1),
  none,
  pi: tracked(Math.PI, 2e-16),
  literal: (text) => {
    const v = Number(text);
    return settle(v, Number.isInteger(v) && Math.abs(v) < 2 ** 53 ? 0 : U * Math.abs(v));
  },
  number: exactly,
  add,
  sub: (a, b) => add(a, { v: -b.v, e: b.e }),
  mul,
  neg: (a) => tracked(-a.v, a.e),
  recip,
  magnitude: (a) => Math.abs(a.v),
  apply,
  whole,
  power,
  greater: (a, b) => {
    const sign = order(a, b);
    if (Number.isNaN(sign)) return Number.isNaN(a.v - b.v) ? none : lost;
    return exactly(sign > 0 ? 1 : 0);
  },
  max: (a, b) => tracked(Math.max(a.v, b.v), Math.max(a.e, b.e)),
  min: (a, b) => tracked(Math.min(a.v, b.v), Math.max(a.e, b.e)),
  toNumber: (a) => (a.e === Number.POSITIVE_INFINITY ? Number.NaN : a.v),
  state: (a) => (a.e === Number.POSITIVE_INFINITY ? "lost" : Number.isNaN(a.v) ? "none" : "value"),
};
