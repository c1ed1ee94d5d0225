import { type Complaint, fail, ok, type Result } from "../../base";
import { misfit } from "../complaints";
import type { Point, Range, Subdifferential } from "../figure";
import { widthOf } from "../geometry/scale";
import type { FieldsOf } from "../schema";
import { type Plot, readPlot } from "./one-variable";

/** Lines in the fan. */
const lines = 7;

/** A line touches from below where the function is nowhere less than it. */
function staysBelow({ samples, at, window }: Plot, slope: number): boolean {
  const dust = 1e-9 * widthOf(window.y);
  return samples.every(([x, value]) => !(value < at[1] + slope * (x - at[0]) - dust));
}

/** The slopes to the left and to the right of the point, taken close by. */
function oneSidedSlopes({ formula, at }: Plot): Range {
  const h = 1e-7 * Math.max(1, Math.abs(at[0]));
  return [-h, h].map((d) => (formula.value([at[0] + d]) - at[1]) / d) as [number, number];
}

/** A convex function with the fan of all lines that touch it from below at a point. The slopes must be exactly those. */
export function readSubdifferential(fields: FieldsOf<"subdifferential">): Result<Subdifferential, Complaint> {
  const plot = readPlot(fields);
  if (!plot.ok) return plot;
  const { slopes, title } = fields;
  const above = slopes.find((slope) => !staysBelow(plot.value, slope));
  if (above !== undefined)
    return fail(misfit("slopes", `the line with slope ${above} does not stay below the function`));
  const sides = oneSidedSlopes(plot.value);
  if (sides.some((side, k) => !(Math.abs(side - (slopes[k] ?? 0)) < 1e-4))) {
    const [left, right] = sides.map((side) => Number(side.toPrecision(4)));
    return fail(misfit("slopes", `the slopes that touch from below run from ${left} to ${right}`));
  }
  const fan = Array.from({ length: lines }, (_, k) => slopes[0] + (widthOf(slopes) * k) / (lines - 1));
  const { formula, window, curve, at } = plot.value;
  const low = [...window.y] as [number, number];
  low[0] -= widthOf(window.y) * 0.18;
  const shown = { x: window.x, y: low as Range };
  return ok({
    kind: "subdifferential",
    title,
    label: formula.label,
    window: shown,
    curve,
    at: at as Point,
    slopes,
    fan,
  });
}
