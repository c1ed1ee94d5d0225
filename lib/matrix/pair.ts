/**
 * An unevaluated sum hi + lo of two float64 numbers, hi being the sum rounded: about 106 bits. Raw arithmetic without error
 * bounds. With u = 2⁻⁵³, sums are right to 3u², products to 7u², quotients and roots to 16u² (Joldes, Muller and Popescu,
 * Tight and Rigorous Error Bounds for Basic Building Blocks of Double-Word Arithmetic, 2017), unless they under- or overflow.
 */
export interface Pair {
  readonly hi: number;
  readonly lo: number;
}

/** A float64 number as a pair. */
export const pair = (hi: number, lo = 0): Pair => ({ hi, lo });

/** a + b without loss, where |a| ≥ |b| or a = 0 (Dekker). */
export function quickSum(a: number, b: number): Pair {
  const hi = a + b;
  return { hi, lo: b - (hi - a) };
}

/** a + b without loss (Knuth). */
export function exactSum(a: number, b: number): Pair {
  const hi = a + b;
  const shadow = hi - a;
  return { hi, lo: a - (hi - shadow) + (b - shadow) };
}

const SPLITTER = 2 ** 27 + 1;
const SPLIT_LIMIT = 2 ** 996;

/** The upper 26 bits of a number (Veltkamp); no number for an infinite one. */
function upperHalf(a: number): number {
  const shrink = Math.abs(a) > SPLIT_LIMIT ? 2 ** -28 : 1;
  const scaled = SPLITTER * a * shrink;
  return (scaled - (scaled - a * shrink)) / shrink;
}

/** What rounding took from the product `p` of a and b (Dekker). */
export function productError(a: number, b: number, p: number): number {
  const aUpper = upperHalf(a);
  const aLower = a - aUpper;
  const bUpper = upperHalf(b);
  const bLower = b - bUpper;
  return aUpper * bUpper - p + aUpper * bLower + aLower * bUpper + aLower * bLower;
}

/** ab without loss. */
export function exactProduct(a: number, b: number): Pair {
  const hi = a * b;
  return { hi, lo: productError(a, b, hi) };
}

export function plus(a: Pair, b: Pair): Pair {
  const upper = exactSum(a.hi, b.hi);
  const lower = exactSum(a.lo, b.lo);
  const first = quickSum(upper.hi, upper.lo + lower.hi);
  return quickSum(first.hi, lower.lo + first.lo);
}

export const negative = (a: Pair): Pair => ({ hi: -a.hi, lo: -a.lo });

export const minus = (a: Pair, b: Pair): Pair => plus(a, negative(b));

export function times(a: Pair, b: Pair): Pair {
  const upper = exactProduct(a.hi, b.hi);
  return quickSum(upper.hi, upper.lo + (a.hi * b.lo + a.lo * b.hi));
}

/** a·b for a float64 number b. */
export function timesNumber(a: Pair, b: number): Pair {
  const upper = exactProduct(a.hi, b);
  return quickSum(upper.hi, upper.lo + a.lo * b);
}

/** a·2ᵏ, exact unless it under- or overflows. */
export function timesPowerOfTwo(a: Pair, k: number): Pair {
  const half = Math.trunc(k / 2);
  const first = 2 ** half;
  const second = 2 ** (k - half);
  return { hi: a.hi * first * second, lo: a.lo * first * second };
}

/** a/b by long division, one float64 digit after the other. */
export function divided(a: Pair, b: Pair): Pair {
  const first = a.hi / b.hi;
  const afterFirst = minus(a, timesNumber(b, first));
  const second = afterFirst.hi / b.hi;
  const afterSecond = minus(afterFirst, timesNumber(b, second));
  const start = quickSum(first, second);
  return quickSum(start.hi, start.lo + afterSecond.hi / b.hi);
}

/** The square root of a pair ≥ 0 by one Newton step from float64. */
export function root(a: Pair): Pair {
  if (a.hi === 0) return a;
  if (a.hi < 2 ** -800) return timesPowerOfTwo(root(timesPowerOfTwo(a, 216)), -108);
  const start = Math.sqrt(a.hi);
  const rest = minus(a, exactProduct(start, start));
  return quickSum(start, rest.hi / (2 * start));
}

/** The sum of float64 numbers, rounded once: the terms are kept apart without loss until the end (Shewchuk, 1997). */
export function sumOf(terms: readonly number[]): Pair {
  const parts: number[] = [];
  for (const term of terms) grow(parts, term);
  const hi = rounded(parts);
  grow(parts, -hi);
  return quickSum(hi, rounded(parts));
}

/** Adds a term to a list of numbers that do not overlap, smallest first. */
function grow(parts: number[], term: number): void {
  let carry = term;
  let kept = 0;
  for (const part of parts) {
    const { hi, lo } = exactSum(carry, part);
    if (lo !== 0) parts[kept++] = lo;
    carry = hi;
  }
  parts.length = kept;
  parts.push(carry);
}

const rounded = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);

/** A fraction of whole numbers as the nearest pair, and whether it is one exactly. */
export function quotient(top: bigint, bottom: bigint): { readonly value: Pair; readonly exact: boolean } {
  const first = leading(top, bottom);
  const second = leading(first.restTop, first.restBottom);
  return { value: quickSum(first.digit, second.digit), exact: second.restTop === 0n };
}

/** The float64 number nearest to top/bottom, and the fraction that remains. */
function leading(top: bigint, bottom: bigint): { digit: number; restTop: bigint; restBottom: bigint } {
  if (top === 0n) return { digit: 0, restTop: 0n, restBottom: 1n };
  const size = top < 0n ? -top : top;
  const shift = 64 + bitLength(bottom) - bitLength(size);
  const up = BigInt(Math.max(shift, 0));
  const down = BigInt(Math.max(-shift, 0));
  const scaledBottom = bottom << down;
  const floor = (size << up) / scaledBottom;
  const sticky = floor * scaledBottom === size << up ? floor : floor | 1n;
  const whole = Number(sticky);
  const rest = (size << up) - BigInt(whole) * scaledBottom;
  const digit = timesPowerOfTwo(pair(whole), -shift).hi;
  return { digit: top < 0n ? -digit : digit, restTop: top < 0n ? -rest : rest, restBottom: bottom << up };
}

function bitLength(a: bigint): number {
  const digits = a.toString(16);
  return 4 * digits.length + 28 - Math.clz32(Number.parseInt(digits.charAt(0), 16));
}
