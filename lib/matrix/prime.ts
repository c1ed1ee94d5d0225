import { invariant } from "../base";
import { decimal } from "./decimal";
import type { Scalars } from "./scalars";
import { wholePower } from "./whole";

/**
 * The integers modulo a prime below 2²⁶, so that a product is exact in float64. Rational expressions have
 * exact values here; anything else (exp, a square root, a comparison) has none and is NaN.
 */
export interface PrimeField extends Scalars<number> {
  readonly prime: number;
  /** True when a division by zero happened since the last `clear`: the draw was unlucky, or always undefined. */
  divided(): boolean;
  clear(): void;
}

/** Modular inverse by the extended Euclidean algorithm. */
function inverseModulo(a: number, prime: number): number {
  let [r0, r1] = [prime, a];
  let [t0, t1] = [0, 1];
  while (r1 !== 0) {
    const q = Math.floor(r0 / r1);
    [r0, r1] = [r1, r0 - q * r1];
    [t0, t1] = [t1, t0 - q * t1];
  }
  return t0 < 0 ? t0 + prime : t0;
}

const isShortWhole = (text: string): boolean => text.length <= 15 && /^\d+$/.test(text);

/** Arithmetic modulo `prime`, with `pi` as an independent element: π is transcendental, so no rational identity is lost. */
export function primeField(prime: number, pi: number): PrimeField {
  invariant(prime < 2 ** 26 && prime > 2 ** 20, "the prime must keep products below 2^53");
  const reciprocal = 1 / prime;
  const modulus = BigInt(prime);
  let divisions = 0;
  const mul = (a: number, b: number): number => {
    const product = a * b;
    const rest = product - prime * Math.floor(product * reciprocal);
    return rest < 0 ? rest + prime : rest >= prime ? rest - prime : rest;
  };
  const recip = (a: number): number => {
    if (a === 0) {
      divisions++;
      return Number.NaN;
    }
    return Number.isNaN(a) ? a : inverseModulo(a, prime);
  };
  const whole = (a: number, exponent: number): number => {
    if (Number.isNaN(a)) return a;
    const positive = wholePower(a, Math.abs(exponent), 1, mul);
    return exponent < 0 ? recip(positive) : positive;
  };
  const reduce = (value: bigint): number => Number(value % modulus);
  return {
    name: "prime-field",
    prime,
    zero: 0,
    one: 1,
    none: Number.NaN,
    pi,
    literal: (text) => {
      if (isShortWhole(text)) return Number(text) % prime;
      const { digits, shift } = decimal(text);
      return Number.isSafeInteger(shift) ? mul(reduce(digits), whole(10, shift)) : Number.NaN;
    },
    number: (value) => (Number.isInteger(value) ? ((value % prime) + prime) % prime : Number.NaN),
    add: (a, b) => {
      const sum = a + b;
      return sum >= prime ? sum - prime : sum;
    },
    sub: (a, b) => {
      const gap = a - b;
      return gap < 0 ? gap + prime : gap;
    },
    mul,
    neg: (a) => (a === 0 ? 0 : prime - a),
    recip,
    magnitude: (a) => (a === 0 ? 0 : 1),
    apply: () => Number.NaN,
    whole,
    power: () => Number.NaN,
    greater: () => Number.NaN,
    max: () => Number.NaN,
    min: () => Number.NaN,
    toNumber: (a) => a,
    bounds: (a) => ({ distance: a === 0 ? 0 : 1, error: 0 }),
    state: (a) => (Number.isNaN(a) ? "none" : "value"),
    divided: () => divisions > 0,
    clear: () => {
      divisions = 0;
    },
  };
}
