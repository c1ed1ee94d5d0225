/** What `a` to the `b` asks for, from both numbers and the bounds on them. */
export type PowerCase = "none" | "lost" | "whole" | "zero" | "positive";

interface Bounded {
  readonly v: number;
  readonly e: number;
}

/**
 * `whole`: an exact whole exponent, any base. `zero`: 0 to a positive power. `positive`: a base that is surely positive.
 * `none`: no real value. `lost`: the bounds leave it open.
 */
export function powerCase(a: Bounded, b: Bounded, exponentIsWhole: boolean): PowerCase {
  if (Number.isNaN(a.v) || Number.isNaN(b.v)) return "none";
  if (a.e === Number.POSITIVE_INFINITY || b.e === Number.POSITIVE_INFINITY) return "lost";
  if (exponentIsWhole) return "whole";
  if (a.e > 0 && Math.abs(a.v) <= a.e) return "lost";
  if (a.v > 0) return "positive";
  if (a.v < 0) return b.e > 0 && Math.abs(b.v - Math.round(b.v)) <= b.e ? "lost" : "none";
  if (b.v > b.e) return "zero";
  return b.v < -b.e ? "none" : "lost";
}
