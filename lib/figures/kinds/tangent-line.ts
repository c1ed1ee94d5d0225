import { type Complaint, ok, type Result } from "../../base";
import type { TangentLine } from "../figure";
import type { FieldsOf } from "../schema";
import { readPlot, readSlope } from "./one-variable";

/** A graph with its tangent at one point. */
export function readTangentLine(fields: FieldsOf<"tangent-line">): Result<TangentLine, Complaint> {
  const plot = readPlot(fields);
  if (!plot.ok) return plot;
  const slope = readSlope(plot.value);
  if (!slope.ok) return slope;
  const { window, curve, at, formula } = plot.value;
  const tangent = window.x.map((x) => [x, at[1] + slope.value * (x - at[0])] as const);
  const { title } = fields;
  return ok({ kind: "tangent-line", title, label: formula.label, window, curve, at, slope: slope.value, tangent });
}
