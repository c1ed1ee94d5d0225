import type { Line, Point, Range } from "../figure";
import { quantile, widened, widthOf } from "./scale";

/** A function of one variable at evenly spaced places, with some given places among them. */
export function sampleCurve(
  f: (x: number) => number,
  range: Range,
  points: number,
  places: readonly number[],
): readonly Point[] {
  const even = Array.from({ length: points }, (_, k) => range[0] + (widthOf(range) * k) / (points - 1));
  const xs = [...new Set([...even, ...places])].sort((a, b) => a - b);
  return xs.map((x) => [x, f(x)]);
}

/** The samples as lines, broken where there is no value and where the function leaps over the window. */
export function brokenLines(samples: readonly Point[], window: Range): readonly Line[] {
  const lines: Point[][] = [[]];
  let before: Point | undefined;
  for (const point of samples) {
    const gap = !Number.isFinite(point[1]) || (before !== undefined && leaps(before[1], point[1], window));
    if (gap) lines.push([]);
    if (Number.isFinite(point[1])) lines.at(-1)?.push(point);
    before = Number.isFinite(point[1]) ? point : undefined;
  }
  return lines.filter((line) => line.length > 1);
}

const leaps = (a: number, b: number, [from, to]: Range): boolean => (a > to && b < from) || (a < from && b > to);

/** The range of values to show: all of them, but not the far ends of a pole. */
export function valueRange(values: readonly number[], must: readonly number[]): Range {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const [least, most] = [quantile(sorted, 0), quantile(sorted, 1)];
  const [low, high] = [quantile(sorted, 0.06), quantile(sorted, 0.94)];
  const tall = most - least > 8 * (high - low) && high > low;
  const all = [...(tall ? [low, high] : [least, most]), ...must.filter(Number.isFinite)];
  return widened([Math.min(...all), Math.max(...all)], 0.08);
}
