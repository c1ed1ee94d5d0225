import type { Scalars } from "../matrix";
import { slopes } from "./slopes";

/** v + d·ε with ε² = 0: a number and its derivative in one direction. */
export interface Dual<T> {
  readonly v: T;
  readonly d: T;
}

/** Dual numbers over any numbers, so that a derivative taken over them is a second derivative. */
export function dual<T>(S: Scalars<T>): Scalars<Dual<T>> {
  const constant = (v: T): Dual<T> => ({ v, d: S.zero });
  const recip = (a: Dual<T>): Dual<T> => {
    const v = S.recip(a.v);
    return { v, d: S.neg(S.mul(a.d, S.mul(v, v))) };
  };
  /** Which of two is the larger, by their values. */
  const choose = (a: Dual<T>, b: Dual<T>, v: T, first: T): Dual<T> => ({
    v,
    d: S.add(S.mul(first, a.d), S.mul(S.sub(S.one, first), b.d)),
  });
  return {
    name: S.name,
    zero: constant(S.zero),
    one: constant(S.one),
    none: { v: S.none, d: S.none },
    pi: constant(S.pi),
    literal: (text) => constant(S.literal(text)),
    number: (value) => constant(S.number(value)),
    add: (a, b) => ({ v: S.add(a.v, b.v), d: S.add(a.d, b.d) }),
    sub: (a, b) => ({ v: S.sub(a.v, b.v), d: S.sub(a.d, b.d) }),
    mul: (a, b) => ({ v: S.mul(a.v, b.v), d: S.add(S.mul(a.d, b.v), S.mul(a.v, b.d)) }),
    neg: (a) => ({ v: S.neg(a.v), d: S.neg(a.d) }),
    recip,
    magnitude: (a) => S.magnitude(a.v),
    apply: (fn, a) => {
      const v = S.apply(fn, a.v);
      return { v, d: S.mul(slopes[fn](S, a.v, v), a.d) };
    },
    whole: (a, k) => ({
      v: S.whole(a.v, k),
      d: k === 0 ? S.zero : S.mul(S.mul(S.number(k), S.whole(a.v, k - 1)), a.d),
    }),
    power: (a, b) => {
      const v = S.power(a.v, b.v);
      const base = S.mul(S.mul(b.v, S.power(a.v, S.sub(b.v, S.one))), a.d);
      const still = S.state(b.d) === "value" && S.magnitude(b.d) === 0;
      return { v, d: still ? base : S.add(base, S.mul(S.mul(v, S.apply("log", a.v)), b.d)) };
    },
    greater: (a, b) => constant(S.greater(a.v, b.v)),
    max: (a, b) => choose(a, b, S.max(a.v, b.v), S.greater(a.v, b.v)),
    min: (a, b) => choose(a, b, S.min(a.v, b.v), S.greater(b.v, a.v)),
    toNumber: (a) => S.toNumber(a.v),
    bounds: (a) => S.bounds(a.v),
    state: (a) => {
      const v = S.state(a.v);
      return v === "value" ? S.state(a.d) : v;
    },
  };
}
