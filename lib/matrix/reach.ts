import type { ScalarFunction } from "../base";

/** The functions that are smooth inside their domain. */
export type SmoothFunction = Exclude<ScalarFunction, "abs" | "sign" | "relu" | "step">;

/** Where a function was taken: at `v`, with value `y`, on an argument known up to `e`. */
export interface Place {
  readonly v: number;
  readonly y: number;
  readonly e: number;
  /** How far inside its domain `v` lies; infinite where there is no edge. */
  readonly room: number;
}

/** Covers the float64 rounding of the bounds themselves. */
const SLACK = 1.01;

const nearestToZero = ({ v, e }: Place): number => Math.max(Math.abs(v) - e, 0);

/** For sine and cosine: slope at `v` (up to its own rounding) and curvature at most 1. */
const wave = (slope: number, { v, e }: Place): number =>
  Math.min(2, (Math.abs(slope) + 2 ** -51 * (1 + Math.abs(v))) * e + (e * e) / 2);

const arc = ({ room, e }: Place): number => {
  const left = room - e;
  return e / Math.sqrt(left * (2 - left));
};

/** |sinh(v ± e) − sinh v| and |cosh(v ± e) − cosh v| by the addition theorems. */
const hyperbolic = (along: number, across: number, e: number): number =>
  Math.abs(along) * 2 * Math.sinh(e / 2) ** 2 + Math.abs(across) * Math.sinh(e);

const tangent = ({ y, e }: Place): number => {
  const t = e < 0.7 ? Math.tan(e) : Number.POSITIVE_INFINITY;
  const left = 1 - Math.abs(y) * t * SLACK;
  return left > 0 ? ((1 + y * y) * t) / left : Number.POSITIVE_INFINITY;
};

/** The logistic function without overflow. */
const logistic = (v: number): number => {
  const t = Math.exp(-Math.abs(v));
  return v >= 0 ? 1 / (1 + t) : t / (1 + t);
};

/** How far each function can move when its argument moves by at most `e` inside its domain: never less than the truth. */
const rows: { readonly [F in SmoothFunction]: (place: Place) => number } = {
  exp: ({ y, e }) => (y + Number.MIN_VALUE) * Math.expm1(e),
  log: ({ v, e }) => -Math.log1p(-e / v),
  sin: (place) => wave(Math.cos(place.v), place),
  cos: (place) => wave(Math.sin(place.v), place),
  tan: tangent,
  asin: arc,
  acos: arc,
  atan: (place) => place.e / (1 + nearestToZero(place) ** 2),
  sinh: ({ v, y, e }) => hyperbolic(y, Math.cosh(v), e),
  cosh: ({ v, y, e }) => hyperbolic(y, Math.sinh(v), e),
  tanh: (place) => place.e / Math.cosh(nearestToZero(place)) ** 2,
  sqrt: ({ v, y, e }) => e / (y + Math.sqrt(Math.max(v - e, 0))),
  sigmoid: (place) => place.e * logistic(nearestToZero(place)) * logistic(-nearestToZero(place)),
  softplus: ({ v, e }) => e * logistic(v + e),
};

/** A bound on |f(v ± e) − f(v)|; infinite where nothing can be said. */
export function reach(name: SmoothFunction, place: Place): number {
  if (place.e === 0) return 0;
  if (!(place.e * SLACK < place.room)) return Number.POSITIVE_INFINITY;
  const bound = rows[name](place) * SLACK + Number.MIN_VALUE;
  return Number.isNaN(bound) ? Number.POSITIVE_INFINITY : bound;
}

/** How far inside the domain of a function `v` lies. */
export function roomOf(name: SmoothFunction, v: number, distanceToOne: () => number): number {
  switch (name) {
    case "log":
    case "sqrt":
      return v;
    case "asin":
    case "acos":
      return distanceToOne();
    default:
      return Number.POSITIVE_INFINITY;
  }
}
