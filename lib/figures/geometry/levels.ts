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
