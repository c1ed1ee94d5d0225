import type { ScalarFunction } from "../base";
import { productError } from "./pair";
import { powerCase } from "./power";
import { reach, roomOf, type SmoothFunction } from "./reach";
import type { Scalars } from "./scalars";
import { wholePower } from "./whole";

/** A float64 number with a bound on how far rounding has carried it from the true value. */
export interface Tracked {
  readonly v: number;
  readonly e: number;
}

const U = 2 ** -53;
/** Covers the rounding of the bounds themselves. */
const GUARD = 1 + 2 ** -40;
/** Below this the rounding of a product or of its bound may underflow, and is no longer relative. */
const SMALLEST_FULL = 2 ** -900;

const exactly = (v: number): Tracked => ({ v, e: 0 });
const none: Tracked = { v: Number.NaN, e: 0 };
/** A number of which nothing is known any more. */
const lost: Tracked = { v: 0, e: Number.POSITIVE_INFINITY };

const isExactZero = (a: Tracked): boolean => a.v === 0 && a.e === 0;
const isLost = (a: Tracked): boolean => a.e === Number.POSITIVE_INFINITY;

function settle(v: number, e: number): Tracked {
  if (Number.isNaN(v)) return none;
  return Math.abs(v) < Number.POSITIVE_INFINITY && e < Number.POSITIVE_INFINITY ? { v, e: e * GUARD } : lost;
}

const rounding = (v: number): number => {
  const size = Math.abs(v);
  return size < SMALLEST_FULL ? U * size + Number.MIN_VALUE : U * size;
};

/** Keeps a bound that underflows from looking exact. */
const leastOf = (e: number): number => (e > 0 ? Number.MIN_VALUE : 0);

const sigmoid = (v: number): number => (v >= 0 ? 1 / (1 + Math.exp(-v)) : Math.exp(v) / (1 + Math.exp(v)));

/** Each function with its own rounding in units of U: two units in the last place for the library's, more for ours. */
const smooth: { readonly [F in SmoothFunction]: readonly [f: (v: number) => number, units: number] } = {
  exp: [Math.exp, 4],
  log: [(v) => (v > 0 ? Math.log(v) : Number.NaN), 4],
  sin: [Math.sin, 4],
  cos: [Math.cos, 4],
  tan: [Math.tan, 4],
  asin: [Math.asin, 4],
  acos: [Math.acos, 4],
  atan: [Math.atan, 4],
  sinh: [Math.sinh, 6],
  cosh: [Math.cosh, 6],
  tanh: [Math.tanh, 6],
  sqrt: [Math.sqrt, 1],
  sigmoid: [sigmoid, 8],
  softplus: [(v) => Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v))), 8],
};

/** Within the error bound of an edge of the domain nothing can be said. */
function applySmooth(name: SmoothFunction, a: Tracked): Tracked {
  if (isLost(a)) return lost;
  const room = roomOf(name, a.v, () => 1 - Math.abs(a.v));
  if (a.e > 0 && Math.abs(room) <= a.e * GUARD) return lost;
  const [f, units] = smooth[name];
  const y = f(a.v);
  if (y === 0 && (a.v === 0 || a.v === 1)) return settle(0, reach(name, { v: a.v, y, e: a.e, room }));
  return settle(y, reach(name, { v: a.v, y, e: a.e, room }) + units * rounding(y));
}

/** The jump functions: within the error bound of the jump either side is possible. */
function jump(a: Tracked, value: number): Tracked {
  return a.e > 0 && Math.abs(a.v) <= a.e * GUARD ? lost : exactly(value);
}

function apply(name: ScalarFunction, a: Tracked): Tracked {
  if (Number.isNaN(a.v)) return none;
  switch (name) {
    case "abs":
      return { v: Math.abs(a.v), e: a.e };
    case "relu":
      return a.v + a.e > 0 ? { v: Math.max(a.v, 0), e: a.e } : exactly(0);
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
  if (a.e === 0 && b.e === 0) return settle(v, productRounding(a.v, b.v, v));
  if (isLost(a) || isLost(b)) return Number.isNaN(v) ? none : lost;
  if (isExactZero(a) || isExactZero(b)) return Number.isNaN(v) ? none : exactly(0);
  const carried = Math.abs(a.v) * b.e + Math.abs(b.v) * a.e + a.e * b.e + Number.MIN_VALUE;
  return settle(v, carried + rounding(v));
}

/** The rounding of a product of exact numbers: nothing where it fits. */
function productRounding(a: number, b: number, v: number): number {
  if (a === 0 || b === 0) return 0;
  return Math.abs(v) >= SMALLEST_FULL && productError(a, b, v) === 0 ? 0 : rounding(v);
}

function add(a: Tracked, b: Tracked): Tracked {
  const v = a.v + b.v;
  const fits = v - a.v === b.v && v - b.v === a.v;
  return settle(v, a.e + b.e + (fits ? 0 : U * Math.abs(v)));
}

function recip(a: Tracked): Tracked {
  if (isExactZero(a)) return none;
  const size = Math.abs(a.v);
  if (size <= a.e * GUARD) return lost;
  const v = 1 / a.v;
  const fits = a.v * v === 1 && size < 2 ** 900 && productError(a.v, v, 1) === 0;
  return settle(v, (Math.abs(v) * a.e) / (size - a.e) + leastOf(a.e) + (fits ? 0 : rounding(v)));
}

function power(a: Tracked, b: Tracked): Tracked {
  switch (powerCase(a, b, b.e === 0 && Number.isSafeInteger(b.v))) {
    case "none":
      return none;
    case "lost":
      return lost;
    case "zero":
      return exactly(0);
    case "whole":
      return whole(a, b.v);
    case "positive":
      return positivePower(a, b);
  }
}

/** aᵇ = exp(b·log a), and so the bound on the exponent bounds the relative change. */
function positivePower(a: Tracked, b: Tracked): Tracked {
  const v = a.v ** b.v;
  const base = a.e === 0 ? 0 : reach("log", { v: a.v, y: 0, e: a.e, room: a.v });
  const exponent = (Math.abs(b.v) + b.e) * base + Math.abs(Math.log(a.v)) * b.e * 1.01 + leastOf(a.e + b.e);
  return settle(v, (v + Number.MIN_VALUE) * Math.expm1(exponent) * 1.01 + 4 * rounding(v));
}

function whole(a: Tracked, exponent: number): Tracked {
  if (Number.isNaN(a.v) || isLost(a)) return a;
  const positive = wholePower(a, Math.abs(exponent), exactly(1), mul);
  return exponent < 0 ? recip(positive) : positive;
}

/** A literal is exact where its binary digits end early: two decimals of 15 digits never share a float64 number. */
function literal(text: string): Tracked {
  const v = Number(text);
  const fits = text.length <= 16 && v < 1e5 && Number.isInteger(v * 1024);
  return settle(v, fits ? 0 : rounding(v));
}

function greater(a: Tracked, b: Tracked): Tracked {
  const gap = a.v - b.v;
  if (Number.isNaN(gap)) return none;
  const slack = (a.e + b.e) * GUARD;
  return slack > 0 && Math.abs(gap) <= slack ? lost : exactly(gap > 0 ? 1 : 0);
}

/** The chosen one of two numbers with the wider bound, which holds whichever is really ahead. */
const choose = (v: number, a: Tracked, b: Tracked): Tracked => (Number.isNaN(v) ? none : settle(v, Math.max(a.e, b.e)));

/**
 * Float64 with a running error bound (Higham, Accuracy and Stability of Numerical Algorithms, §3.3): every
 * operation adds its own rounding and carries the bounds of its arguments through its slopes.
 */
export const float64: Scalars<Tracked> = {
  name: "float64",
  zero: exactly(0),
  one: exactly(1),
  none,
  pi: { v: Math.PI, e: 2e-16 },
  literal,
  number: (value) => settle(value, 0),
  add,
  sub: (a, b) => add(a, { v: -b.v, e: b.e }),
  mul,
  neg: (a) => ({ v: -a.v, e: a.e }),
  recip,
  magnitude: (a) => (a.v === 0 && a.e > 0 ? Number.MIN_VALUE : Math.abs(a.v)),
  apply,
  whole,
  power,
  greater,
  max: (a, b) => choose(Math.max(a.v, b.v), a, b),
  min: (a, b) => choose(Math.min(a.v, b.v), a, b),
  toNumber: (a) => (isLost(a) ? Number.NaN : a.v),
  bounds: (a) => ({ distance: Math.abs(a.v), error: a.e }),
  state: (a) => (Number.isNaN(a.v) ? "none" : isLost(a) ? "lost" : "value"),
};
