/** The steps from one end of a range to the other, for a generator of whole numbers. */
export const STEPS = 2 ** 50;

/** Steps to numbers spread evenly over a range, where fc.double would prefer the smallest exponents. */
export const evenly =
  (low: number, high: number) =>
  (step: number): number =>
    low + (high - low) * (step / STEPS);
