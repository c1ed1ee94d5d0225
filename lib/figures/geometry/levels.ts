import type { Range } from "../figure";
import type { Grid } from "./contour";
import { multiples, niceStep, quantile } from "./scale";

/** The values of a grid that are values, in order. */
export function sortedValues(grid: Grid): readonly number[] {
  return grid.values
    .flat()
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
}

/**
 * Levels a round step apart, so that curves lie close where the function is steep; those through given points as well, and
 * no others right beside them. The far corners of the window do not set the step.
 */
export function chooseLevels(grid: Grid, through: readonly number[], about: number): readonly number[] {
  const sorted = sortedValues(grid);
  const span: Range = [quantile(sorted, 0), quantile(sorted, 0.92)];
  if (span[1] <= span[0]) return through;
  const step = niceStep((span[1] - span[0]) / about);
  const even = multiples(step, [span[0] + step * 0.2, span[1]]);
  const apart = even.filter((level) => through.every((other) => Math.abs(other - level) > step * 0.35));
  return [...apart, ...new Set(through)].sort((a, b) => a - b);
}

/** How much farther the high values reach than the middle ones before even steps would crowd at the edge. */
const lopsided = 6;

/**
 * Levels that share the window out evenly, for a function with a flat valley between steep walls; the one through a given value
 * among them. Nothing where steps of one size show the function well.
 */
export function sharedLevels(grid: Grid, through: number): readonly number[] | undefined {
  const sorted = sortedValues(grid);
  const [low, middle, high] = [0, 0.5, 0.92].map((share) => quantile(sorted, share)) as [number, number, number];
  if (!(high - low > lopsided * (middle - low)) || middle === low) return undefined;
  const shares = [0.06, 0.16, 0.3, 0.46, 0.62, 0.77, 0.9];
  const even = shares.map((share) => Number(quantile(sorted, share).toPrecision(2)));
  const distinct = [...new Set(even)].filter((level) => Math.abs(level - through) > 0.15 * Math.abs(level));
  return [...distinct, through].sort((a, b) => a - b);
}
