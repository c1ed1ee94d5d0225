import type { ScalarFunction } from "../base";
import type { Scalars } from "../matrix";

/** f′(a), where y = f(a) is known. */
export type Slope = <T>(S: Scalars<T>, a: T, y: T) => T;

const squared = <T>(S: Scalars<T>, a: T): T => S.mul(a, a);
const inverseSquareRoot = <T>(S: Scalars<T>, a: T): T => S.recip(S.apply("sqrt", a));

/** The slope of every function of one number. At a jump it is zero; at a corner that of the left or of zero. */
export const slopes: { readonly [F in ScalarFunction]: Slope } = {
  exp: (_, __, y) => y, // eᵃ
  log: (S, a) => S.recip(a), // 1/a
  sin: (S, a) => S.apply("cos", a),
  cos: (S, a) => S.neg(S.apply("sin", a)),
  tan: (S, _, y) => S.add(S.one, squared(S, y)), // 1 + tan²a
  asin: (S, a) => inverseSquareRoot(S, S.sub(S.one, squared(S, a))), // 1/√(1 − a²)
  acos: (S, a) => S.neg(inverseSquareRoot(S, S.sub(S.one, squared(S, a)))),
  atan: (S, a) => S.recip(S.add(S.one, squared(S, a))), // 1/(1 + a²)
  sinh: (S, a) => S.apply("cosh", a),
  cosh: (S, a) => S.apply("sinh", a),
  tanh: (S, a) => S.recip(squared(S, S.apply("cosh", a))), // 1/cosh²a
  sqrt: (S, _, y) => S.recip(S.add(y, y)), // 1/(2√a)
  abs: (S, a) => S.apply("sign", a),
  sign: (S) => S.zero,
  relu: (S, a) => S.apply("step", a),
  step: (S) => S.zero,
  sigmoid: (S, a, y) => S.mul(y, S.apply("sigmoid", S.neg(a))), // σ(a) σ(−a)
  softplus: (S, a) => S.apply("sigmoid", a),
};
