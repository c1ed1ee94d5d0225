import {
  divided,
  exactProduct,
  minus,
  negative,
  type Pair,
  pair,
  plus,
  quickSum,
  quotient,
  root,
  sumOf,
  times,
  timesPowerOfTwo,
} from "./pair";
import type { SmoothFunction } from "./reach";

const ONE = pair(1);
const HALF_PI = pair(Math.PI / 2, 6.123233995736766e-17);
export const PI = pair(Math.PI, 1.2246467991473532e-16);

/** Unevaluated sums to 210 bits, so that a multiple can be taken away from a number near it without loss. */
const HALF_PI_PARTS = [Math.PI / 2, 6.123233995736766e-17, -1.4973849048591698e-33, 5.562271104316826e-50];
const LN2_PARTS = [Math.LN2, 2.3190468138462996e-17, 5.707708438416212e-34, -3.5824322106018114e-50];

/** Beyond this no argument of a sine is reduced: the multiple of π/2 would no longer be exact enough. */
const LARGEST_ANGLE = 2 ** 45;

const multipleOf = (parts: readonly number[], k: number): number[] =>
  parts.flatMap((part) => {
    const { hi, lo } = exactProduct(part, k);
    return [lo, hi];
  });

/** x − k·c for a constant c given in parts. */
const remainder = (x: Pair, k: number, parts: readonly number[]): Pair =>
  k === 0 ? x : sumOf([x.lo, x.hi, ...multipleOf(parts, -k)]);

/** Coefficients sign/n!, from n = `from` in steps of `step`, for Horner's rule from the last to the first. */
function taylor(from: number, to: number, step: 1 | 2): Pair[] {
  const coefficients: Pair[] = [];
  let factorial = 1n;
  for (let n = 1; n <= to; n++) {
    factorial *= BigInt(n);
    if (n < from || (n - from) % step !== 0) continue;
    const alternates = step === 2 && Math.floor(n / 2) % 2 === 1;
    coefficients.unshift(quotient(alternates ? -1n : 1n, factorial).value);
  }
  return coefficients;
}

const EXP_TAYLOR = taylor(2, 10, 1);
const SIN_TAYLOR = taylor(3, 27, 2);
const COS_TAYLOR = taylor(4, 28, 2);

function horner(coefficients: readonly Pair[], x: Pair): Pair {
  let total = coefficients[0] as Pair;
  for (let k = 1; k < coefficients.length; k++) total = plus(times(total, x), coefficients[k] as Pair);
  return total;
}

/** eˣ − 1 for |x| ≤ 0.36: Taylor at x/512, then nine times (1 + s)² − 1 = 2s + s². */
function expm1Small(x: Pair): Pair {
  const r = timesPowerOfTwo(x, -9);
  let s = plus(r, times(times(r, r), horner(EXP_TAYLOR, r)));
  for (let k = 0; k < 9; k++) s = plus(timesPowerOfTwo(s, 1), times(s, s));
  return s;
}

export function exp(x: Pair): Pair {
  if (x.hi > 710) return pair(Number.POSITIVE_INFINITY);
  if (x.hi < -750) return pair(0);
  const k = Math.round(x.hi / Math.LN2);
  return timesPowerOfTwo(plus(ONE, expm1Small(remainder(x, k, LN2_PARTS))), k);
}

const expm1 = (x: Pair): Pair => (Math.abs(x.hi) < 0.35 ? expm1Small(x) : minus(exp(x), ONE));

/** log(1 + d) for −0.3 < d < 0.43: float64, then one Newton step. */
function log1p(d: Pair): Pair {
  const y = Math.log1p(d.hi);
  const reached = expm1Small(pair(y));
  return quickSum(y, minus(d, reached).hi / (1 + reached.hi));
}

function log(x: Pair): Pair {
  if (!(x.hi > 0)) return pair(Number.NaN);
  if (x.hi > 0.71 && x.hi < 1.42) return log1p(minus(x, ONE));
  const k = Math.round(Math.log2(x.hi));
  const rest = log1p(minus(timesPowerOfTwo(x, -k), ONE));
  return sumOf([rest.lo, rest.hi, ...multipleOf(LN2_PARTS, k)]);
}

const sinSmall = (r: Pair, square: Pair): Pair => plus(r, times(times(r, square), horner(SIN_TAYLOR, square)));

const cosSmall = (square: Pair): Pair =>
  plus(minus(ONE, timesPowerOfTwo(square, -1)), times(times(square, square), horner(COS_TAYLOR, square)));

/** Sine and cosine together, from x less a multiple of π/2. */
function circular(x: Pair): { readonly sin: Pair; readonly cos: Pair } {
  if (!(Math.abs(x.hi) < LARGEST_ANGLE)) return { sin: pair(Number.NaN), cos: pair(Number.NaN) };
  const k = Math.round(x.hi / HALF_PI.hi);
  const r = remainder(x, k, HALF_PI_PARTS);
  const square = times(r, r);
  const sin = sinSmall(r, square);
  const cos = cosSmall(square);
  switch (((k % 4) + 4) % 4) {
    case 0:
      return { sin, cos };
    case 1:
      return { sin: cos, cos: negative(sin) };
    case 2:
      return { sin: negative(sin), cos: negative(cos) };
    default:
      return { sin: negative(cos), cos: sin };
  }
}

function tan(x: Pair): Pair {
  const { sin, cos } = circular(x);
  return divided(sin, cos);
}

/** asin for |x| ≤ 0.5, by one Newton step. */
function asinSmall(x: Pair): Pair {
  const y = Math.asin(x.hi);
  const { sin, cos } = circular(pair(y));
  return quickSum(y, minus(x, sin).hi / cos.hi);
}

/** The angle between 1 and a cosine c near 1, from 1 − c: 2·asin √((1 − c)/2). */
const fromOne = (distance: Pair): Pair => timesPowerOfTwo(asinSmall(root(timesPowerOfTwo(distance, -1))), 1);

/** 1 − |x|, and no number beyond 1. */
export const distanceToOne = (x: Pair): Pair => minus(ONE, x.hi < 0 ? negative(x) : x);

function asin(x: Pair): Pair {
  const distance = distanceToOne(x);
  if (!(distance.hi >= 0)) return pair(Number.NaN);
  if (distance.hi >= 0.5) return asinSmall(x);
  const angle = minus(HALF_PI, fromOne(distance));
  return x.hi < 0 ? negative(angle) : angle;
}

function acos(x: Pair): Pair {
  const distance = distanceToOne(x);
  if (!(distance.hi >= 0)) return pair(Number.NaN);
  if (distance.hi >= 0.5) return minus(HALF_PI, asinSmall(x));
  const angle = fromOne(distance);
  return x.hi < 0 ? minus(PI, angle) : angle;
}

/** From y near atan x: atan x − y = atan((x·cos y − sin y)/(cos y + x·sin y)). */
function atan(x: Pair): Pair {
  if (Math.abs(x.hi) > 1) {
    const rest = atan(divided(ONE, x));
    return minus(x.hi > 0 ? HALF_PI : negative(HALF_PI), rest);
  }
  const y = Math.atan(x.hi);
  const { sin, cos } = circular(pair(y));
  return quickSum(y, minus(times(x, cos), sin).hi / (cos.hi + x.hi * sin.hi));
}

function sinh(x: Pair): Pair {
  const s = expm1(x.hi < 0 ? negative(x) : x);
  const value = timesPowerOfTwo(plus(s, divided(s, plus(s, ONE))), -1);
  return x.hi < 0 ? negative(value) : value;
}

function cosh(x: Pair): Pair {
  const t = exp(x.hi < 0 ? negative(x) : x);
  return timesPowerOfTwo(plus(t, divided(ONE, t)), -1);
}

/** tanh is 1 to more than 110 bits beyond 40. */
function tanh(x: Pair): Pair {
  if (Math.abs(x.hi) > 40) return pair(Math.sign(x.hi));
  const s = expm1(timesPowerOfTwo(x, 1));
  return divided(s, plus(s, pair(2)));
}

const expOfMinusSize = (x: Pair): Pair => exp(x.hi < 0 ? x : negative(x));

function sigmoid(x: Pair): Pair {
  const t = expOfMinusSize(x);
  return divided(x.hi < 0 ? t : ONE, plus(ONE, t));
}

function softplus(x: Pair): Pair {
  const t = expOfMinusSize(x);
  const excess = t.hi < 0.4 ? log1p(t) : log(plus(ONE, t));
  return x.hi < 0 ? excess : plus(x, excess);
}

const sqrt = (x: Pair): Pair => (x.hi >= 0 ? root(x) : pair(Number.NaN));

/** The smooth functions on pairs, to about 100 bits; no number outside the domain, infinite or no number on overflow. */
export const elementary: { readonly [F in SmoothFunction]: (x: Pair) => Pair } = {
  exp,
  log,
  sin: (x) => circular(x).sin,
  cos: (x) => circular(x).cos,
  tan,
  asin,
  acos,
  atan,
  sinh,
  cosh,
  tanh,
  sqrt,
  sigmoid,
  softplus,
};
