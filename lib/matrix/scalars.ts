import type { ScalarFunction } from "../base";

/**
 * The numbers a matrix is made of: float64 with an error bound, a prime field, or higher precision.
 * Operations never throw. A number without a value (1/0, log of a negative) is `undefined`, and whatever is
 * computed from it has no value either.
 */
export interface Scalars<T> {
  readonly name: "float64" | "prime-field" | "double-double";
  readonly zero: T;
  readonly one: T;
  readonly none: T;
  readonly pi: T;
  /** A decimal literal as typed, `2.5` or `1e-3`. */
  literal(text: string): T;
  /** A float64 number taken as it is. */
  number(value: number): T;
  add(a: T, b: T): T;
  sub(a: T, b: T): T;
  mul(a: T, b: T): T;
  neg(a: T): T;
  /** 1/a; no value at zero. */
  recip(a: T): T;
  /** How good a pivot `a` is: zero exactly for zero. */
  magnitude(a: T): number;
  apply(name: ScalarFunction, a: T): T;
  /** `a` to a whole number, by repeated multiplication; a negative one by the reciprocal. */
  whole(a: T, exponent: number): T;
  /** `a` to any real power: a positive base, or a whole exponent. */
  power(a: T, b: T): T;
  /** 1 where a > b, 0 where not; lost where the error bounds overlap. */
  greater(a: T, b: T): T;
  max(a: T, b: T): T;
  min(a: T, b: T): T;
  /** The nearest float64; NaN where there is no value. */
  toNumber(a: T): number;
  /** How far a number lies from zero, and how far rounding may have carried it. */
  bounds(a: T): { readonly distance: number; readonly error: number };
  /** `value`: usable. `none`: no value here. `lost`: overflow, or a bound too wide to say anything. */
  state(a: T): "value" | "none" | "lost";
}
