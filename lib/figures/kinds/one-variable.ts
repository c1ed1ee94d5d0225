import { type Complaint, fail, ok, type Result } from "../../base";
import { misfit } from "../complaints";
import type { Line, Point, Range, Window } from "../figure";
import { readScalarFormula, type ScalarFormula } from "../formula";
import { brokenLines, sampleCurve, valueRange } from "../geometry/curve";

/** A function of one variable over a range, with a marked point on its graph. */
export interface Plot<F extends PlottedFunction = ScalarFormula> {
  readonly formula: F;
  readonly samples: readonly Point[];
  readonly window: Window;
  readonly curve: readonly Line[];
  readonly at: Point;
}

/** What is asked of a function that is plotted. */
export type PlottedFunction = Pick<ScalarFormula, "label" | "value" | "gradient">;

interface Fields {
  readonly function: string;
  readonly x: Range;
  readonly at: number;
}

/** Reads and samples a function; the marked point must lie in the range, and the function must have a value there. */
export function readPlot(fields: Fields): Result<Plot, Complaint> {
  const read = readScalarFormula("function", fields.function, 1);
  return read.ok ? plotOf(read.value, fields) : read;
}

/** Samples a function that was read. */
export function plotOf<F extends PlottedFunction>(
  formula: F,
  { x, at }: { readonly x: Range; readonly at: number },
): Result<Plot<F>, Complaint> {
  if (at < x[0] || at > x[1]) return fail(misfit("at", `${at} lies outside the range of x`));
  const value = formula.value([at]);
  if (!Number.isFinite(value)) return fail(misfit("at", `the function has no value at ${at}`));
  const samples = sampleCurve((place) => formula.value([place]), x, 181, [at]);
  const y = valueRange(
    samples.map((point) => point[1]),
    [value],
  );
  return ok({ formula, samples, window: { x, y }, curve: brokenLines(samples, y), at: [at, value] });
}

/** The slope at the marked point; a corner or a pole has none. */
export function readSlope({ formula, at }: Plot<PlottedFunction>): Result<number, Complaint> {
  const slope = formula.gradient([at[0]])[0] ?? Number.NaN;
  const h = 1e-6 * Math.max(1, Math.abs(at[0]));
  const [left, right] = [-h, h].map((d) => (formula.value([at[0] + d]) - at[1]) / d) as [number, number];
  const bend = Math.abs(right - left);
  if (Number.isFinite(slope) && !(bend > 1e-3 * Math.max(1, Math.abs(slope)))) return ok(slope);
  return fail(misfit("at", `the function has no slope at ${at[0]}`));
}
