import { type Complaint, ok, type Result } from "../../base";
import type { TangentLine } from "../figure";
import type { FieldsOf } from "../schema";
import { type Plot, type PlottedFunction, readPlot, readSlope } from "./one-variable";

/** A graph with its tangent at one point. */
export function readTangentLine(fields: FieldsOf<"tangent-line">): Result<TangentLine, Complaint> {
  const plot = readPlot(fields);
  return plot.ok ? tangentOf(plot.value, fields.title) : plot;
}

/** The tangent of a function that was sampled. */
export function tangentOf(plot: Plot<PlottedFunction>, title: string): Result<TangentLine, Complaint> {
  const slope = readSlope(plot);
  if (!slope.ok) return slope;
  const { window, curve, at, formula } = plot;
  const tangent = window.x.map((x) => [x, at[1] + slope.value * (x - at[0])] as const);
  return ok({ kind: "tangent-line", title, label: formula.label, window, curve, at, slope: slope.value, tangent });
}
