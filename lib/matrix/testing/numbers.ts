import fc from "fast-check";

/** Evenly spread over [0, 1], unlike fc.double, which prefers the smallest exponents. */
export const unit = fc.integer({ min: 0, max: 2 ** 50 }).map((t) => t / 2 ** 50);

/** Evenly spread between two float64 numbers. */
export const between = (low: number, high: number): fc.Arbitrary<number> => unit.map((t) => low + (high - low) * t);

/** Positive numbers of every size from 2⁻⁹⁰ to 1. */
export const small = fc.tuple(unit, fc.integer({ min: -90, max: -1 })).map(([t, k]) => (1 + t) * 2 ** k);
