import type { ScalarFunction } from "../base";
import { decimal, fraction } from "./decimal";
import { distanceToOne, elementary, PI } from "./elementary";
import { divided, exactProduct, minus, type Pair, pair, plus, quotient, times } from "./pair";
import { powerCase } from "./power";
import { reach, roomOf, type SmoothFunction } from "./reach";
import type { Scalars } from "./scalars";
import { wholePower } from "./whole";

/** A number hi + lo of about 106 bits with a bound on how far rounding has carried it from the true value. */
export interface Double extends Pair {
  readonly e: number;
}

/** Rounding of a sum or product of pairs: proved 7·2⁻¹⁰⁶, the rest covers the computing of the bound. */
const UNIT = 2 ** -103;
const QUOTIENT_UNIT = 2 ** -101;
const FUNCTION_UNIT = 2 ** -99;
/** The constants of an angle's reduction are cut off at 2⁻²¹². */
const ANGLE_UNIT = 2 ** -210;
/** Covers the float64 rounding of the bounds themselves. */
const GUARD = 1 + 2 ** -40;
/** Below this the lower half of a pair runs out of exponent, and rounding is no longer relative. */
const SMALLEST_FULL = 2 ** -900;
const UNDERFLOW = 2 ** -1060;

const exactly = (hi: number): Double => ({ hi, lo: 0, e: 0 });
const none: Double = { hi: Number.NaN, lo: 0, e: 0 };
/** A number of which nothing is known any more. */
const lost: Double = { hi: 0, lo: 0, e: Number.POSITIVE_INFINITY };
const ZERO = exactly(0);
const ONE = exactly(1);

/** A computed pair with its bound; the arguments had values, so what is not finite here has overflowed. */
function settle({ hi, lo }: Pair, e: number): Double {
  return Number.isFinite(hi + lo) && e < Number.POSITIVE_INFINITY ? { hi, lo, e: e * GUARD } : lost;
}

const isNone = (a: Double): boolean => Number.isNaN(a.hi);
const isExactZero = (a: Double): boolean => a.hi === 0 && a.e === 0;
const underflow = (value: Pair): number => (Math.abs(value.hi) < SMALLEST_FULL ? UNDERFLOW : 0);

/** Keeps a bound that underflows from looking exact. */
const leastOf = (e: number): number => (e > 0 ? Number.MIN_VALUE : 0);

function add(a: Double, b: Double): Double {
  if (isNone(a) || isNone(b)) return none;
  if (isExactZero(a)) return b;
  if (isExactZero(b)) return a;
  const value = plus(a, b);
  const rounding = a.lo === 0 && b.lo === 0 ? 0 : UNIT * Math.abs(value.hi);
  return settle(value, a.e + b.e + rounding);
}

const neg = (a: Double): Double => ({ hi: -a.hi, lo: -a.lo, e: a.e });

function mul(a: Double, b: Double): Double {
  if (isNone(a) || isNone(b)) return none;
  if (a.e === Number.POSITIVE_INFINITY || b.e === Number.POSITIVE_INFINITY) return lost;
  if (isExactZero(a) || isExactZero(b)) return ZERO;
  const exact = a.lo === 0 && b.lo === 0;
  const value = exact ? exactProduct(a.hi, b.hi) : times(a, b);
  const carried = Math.abs(a.hi) * b.e + Math.abs(b.hi) * a.e + a.e * b.e + leastOf(a.e + b.e);
  return settle(value, carried + (exact ? 0 : UNIT * Math.abs(value.hi)) + underflow(value));
}

function recip(a: Double): Double {
  if (isNone(a) || isExactZero(a)) return none;
  const size = Math.abs(a.hi);
  if (size <= a.e * GUARD) return lost;
  const value = divided(ONE, a);
  const exact = a.lo === 0 && value.lo === 0 && underflow(value) === 0 && isOne(exactProduct(a.hi, value.hi));
  const carried = (Math.abs(value.hi) * a.e) / (size - a.e) + leastOf(a.e);
  return settle(value, carried + (exact ? 0 : QUOTIENT_UNIT * Math.abs(value.hi)) + underflow(value));
}

const isOne = (a: Pair): boolean => a.hi === 1 && a.lo === 0;

function whole(a: Double, exponent: number): Double {
  if (isNone(a) || a.e === Number.POSITIVE_INFINITY) return a;
  const positive = wholePower(a, Math.abs(exponent), ONE, mul);
  return exponent < 0 ? recip(positive) : positive;
}

function power(a: Double, b: Double): Double {
  const isWhole = b.e === 0 && b.lo === 0 && Number.isSafeInteger(b.hi);
  switch (powerCase({ v: a.hi, e: a.e }, { v: b.hi, e: b.e }, isWhole)) {
    case "none":
      return none;
    case "lost":
      return lost;
    case "zero":
      return ZERO;
    case "whole":
      return whole(a, b.hi);
    case "positive":
      return applySmooth("exp", mul(b, applySmooth("log", a)));
  }
}

function applySmooth(name: SmoothFunction, a: Double): Double {
  if (isNone(a)) return none;
  if (a.e === Number.POSITIVE_INFINITY) return lost;
  const room = roomOf(name, a.hi, () => distanceToOne(a).hi);
  if (a.e > 0 && Math.abs(room) <= a.e * GUARD) return lost;
  if (room < 0 || (name === "log" && room === 0)) return none;
  if (name === "sqrt" && room === 0) return ZERO;
  const y = elementary[name](a);
  const carried = reach(name, { v: a.hi, y: y.hi, e: a.e, room });
  return settle(y, carried + ownRounding(name, a, y));
}

/** What the function itself adds; nothing where it is 0 by definition, as sin 0 and log 1 are. */
function ownRounding(name: SmoothFunction, a: Double, y: Pair): number {
  if (y.hi === 0 && a.lo === 0 && (a.hi === 0 || a.hi === 1)) return 0;
  const reduction = name === "sin" || name === "cos" ? ANGLE_UNIT * Math.abs(a.hi) : 0;
  const steep = name === "tan" ? ANGLE_UNIT * Math.abs(a.hi) * (1 + y.hi * y.hi) : 0;
  return FUNCTION_UNIT * Math.abs(y.hi) + reduction + steep + underflow(y);
}

/** The jump functions: within the error bound of the jump either side is possible. */
const jump = (a: Double, value: number): Double => (a.e > 0 && Math.abs(a.hi) <= a.e * GUARD ? lost : exactly(value));

function apply(name: ScalarFunction, a: Double): Double {
  if (isNone(a)) return none;
  switch (name) {
    case "abs":
      return a.hi < 0 ? neg(a) : a;
    case "relu":
      return max(a, ZERO);
    case "sign":
      return jump(a, Math.sign(a.hi));
    case "step":
      return jump(a, a.hi > 0 ? 1 : 0);
    default:
      return applySmooth(name, a);
  }
}

const isBelow = (a: Pair, b: Pair): boolean => a.hi < b.hi || (a.hi === b.hi && a.lo < b.lo);

/** The greater (or smaller) one; the bound is that of both, unless one is surely ahead. */
function choose(a: Double, b: Double, chosen: Double): Double {
  if (isNone(a) || isNone(b)) return none;
  if (a.e === Number.POSITIVE_INFINITY || b.e === Number.POSITIVE_INFINITY) return lost;
  const apart = Math.abs(minus(a, b).hi) > (a.e + b.e) * GUARD;
  return { hi: chosen.hi, lo: chosen.lo, e: apart ? chosen.e : Math.max(a.e, b.e) };
}

const max = (a: Double, b: Double): Double => choose(a, b, isBelow(a, b) ? b : a);

function greater(a: Double, b: Double): Double {
  if (isNone(a) || isNone(b)) return none;
  const gap = minus(a, b).hi;
  const slack = (a.e + b.e) * GUARD;
  return slack > 0 && Math.abs(gap) <= slack ? lost : exactly(gap > 0 ? 1 : 0);
}

/** A decimal literal as the nearest pair. */
function literal(text: string): Double {
  const { digits, shift } = decimal(text);
  if (digits === 0n) return ZERO;
  const magnitude = digits.toString().length + shift;
  if (magnitude > 310) return lost;
  if (magnitude < -330) return { hi: 0, lo: 0, e: UNDERFLOW };
  const { top, bottom } = fraction(text);
  const { value, exact } = quotient(top, bottom);
  return settle(value, (exact ? 0 : UNIT * Math.abs(value.hi)) + underflow(value));
}

/**
 * Double-double numbers with a running error bound: the discipline of `float64` at twice the precision, where float64
 * leaves a comparison open. Sums and products of float64 numbers that fit are exact and carry no bound at all.
 */
export const doubleDouble: Scalars<Double> = {
  name: "double-double",
  zero: ZERO,
  one: ONE,
  none,
  pi: { ...PI, e: UNIT * PI.hi },
  literal,
  number: (value) => (Number.isNaN(value) ? none : settle(pair(value), 0)),
  add,
  sub: (a, b) => add(a, neg(b)),
  mul,
  neg,
  recip,
  magnitude: (a) => (a.hi === 0 && a.e > 0 ? Number.MIN_VALUE : Math.abs(a.hi)),
  apply,
  whole,
  power,
  greater,
  max,
  min: (a, b) => choose(a, b, isBelow(b, a) ? b : a),
  toNumber: (a) => (a.e === Number.POSITIVE_INFINITY ? Number.NaN : a.hi),
  bounds: (a) => ({ distance: Math.abs(a.hi), error: a.e }),
  state: (a) => (isNone(a) ? "none" : a.e === Number.POSITIVE_INFINITY ? "lost" : "value"),
};
