import type { ScalarFunction } from "../base";
import type { PrimeField } from "./prime";
import type { Scalars } from "./scalars";

/** A whole number below 2³² that depends on everything that is given, and looks like chance. */
function scrambled(salt: number, kind: number, a: number, b: number): number {
  let h = Math.imul(salt ^ kind, 0x9e3779b1);
  for (const part of [a, b]) {
    h = Math.imul(h ^ part, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    h ^= h >>> 16;
  }
  return h >>> 0;
}

const kinds = ["exp", "log", "halfAngle", "asin", "atan", "sqrt", "sign", "step", "power"] as const;
type Kind = (typeof kinds)[number];

/**
 * A prime field in which exp, sin, a root stand for unknown functions: each has a value of its own at every argument, the
 * same at the same one. What agrees here whatever the draw follows by algebra from the argument's being equal, and so
 * holds of the real functions wherever they have values; what differs may still agree by a law that is not built in.
 *
 * Built in are e⁻ᵃ = 1/eᵃ, log 1/a = −log a, that sine, asin, atan and sign are odd, and what follows for the hyperbolic
 * functions, for sine and cosine from the tangent of the half angle, for |a| = a sign a, relu, max and min. They hold
 * also where an argument is zero throughout. Nothing may branch on such a number.
 */
export function symbolField(field: PrimeField, salt: number): Scalars<number> {
  const { prime, add, sub, mul, neg, recip } = field;
  const half = recip(2);
  const unknown = (kind: Kind, a: number, b = 0): number =>
    Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : 1 + (scrambled(salt, kinds.indexOf(kind), a, b) % (prime - 1));
  const odd = (kind: Kind, a: number): number => {
    if (a === 0) return 0;
    return a > prime / 2 ? neg(unknown(kind, prime - a)) : unknown(kind, a);
  };
  const exp = (a: number): number => {
    if (a === 0) return 1;
    return a > prime / 2 ? recip(unknown("exp", prime - a)) : unknown("exp", a);
  };
  const log = (a: number): number => {
    if (a === 0) return recip(a);
    const inverse = recip(a);
    if (inverse === a) return a === 1 ? 0 : unknown("log", a);
    return inverse < a ? neg(unknown("log", inverse)) : unknown("log", a);
  };
  const sqrt = (a: number): number => (a === 0 || a === 1 ? a : unknown("sqrt", a));
  const abs = (a: number): number => mul(a, odd("sign", a));
  const step = (a: number): number => (a === 0 ? 0 : unknown("step", a));
  const mean = (a: number, b: number): number => mul(half, add(a, b));
  const sine = (a: number): number => {
    const t = odd("halfAngle", a);
    return mul(add(t, t), recip(add(1, mul(t, t))));
  };
  const cosine = (a: number): number => {
    const square = mul(odd("halfAngle", a), odd("halfAngle", a));
    return mul(sub(1, square), recip(add(1, square)));
  };
  const sinh = (a: number): number => mul(half, sub(exp(a), exp(neg(a))));
  const cosh = (a: number): number => mul(half, add(exp(a), exp(neg(a))));

  const functions: { readonly [F in ScalarFunction]: (a: number) => number } = {
    exp,
    log,
    sin: sine,
    cos: cosine,
    tan: (a) => mul(sine(a), recip(cosine(a))),
    asin: (a) => odd("asin", a),
    acos: (a) => sub(mul(half, field.pi), odd("asin", a)),
    atan: (a) => odd("atan", a),
    sinh,
    cosh,
    tanh: (a) => mul(sinh(a), recip(cosh(a))),
    sqrt,
    abs,
    sign: (a) => odd("sign", a),
    relu: (a) => mean(a, abs(a)),
    step,
    sigmoid: (a) => recip(add(1, exp(neg(a)))),
    softplus: (a) => log(add(1, exp(a))),
  };

  return {
    ...field,
    apply: (name, a) => (Number.isNaN(a) ? a : functions[name](a)),
    power: (a, b) => (b === half ? sqrt(a) : unknown("power", a, b)),
    greater: (a, b) => step(sub(a, b)),
    max: (a, b) => mean(add(a, b), abs(sub(a, b))),
    min: (a, b) => mean(a, sub(b, abs(sub(a, b)))),
  };
}
