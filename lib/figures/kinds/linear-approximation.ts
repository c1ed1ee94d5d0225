import { type Complaint, fail, ok, type Result } from "../../base";
import { misfit } from "../complaints";
import type { LinearApproximation } from "../figure";
import type { FieldsOf } from "../schema";
import { readPlot, readSlope } from "./one-variable";

/** A graph with its first-order model at one point, the second-order one if asked for, and the error of the first. */
export function readLinearApproximation(
  fields: FieldsOf<"linear-approximation">,
): Result<LinearApproximation, Complaint> {
  const plot = readPlot(fields);
  if (!plot.ok) return plot;
  const slope = readSlope(plot.value);
  if (!slope.ok) return slope;
  const { window, curve, at, formula, samples } = plot.value;
  const secondOrder = fields["second-order"];
  const curvature = formula.hessian([at[0]])[0] ?? Number.NaN;
  if (secondOrder && !Number.isFinite(curvature)) {
    return fail(misfit("at", `the function has no second derivative at ${at[0]}`));
  }
  const modelled = samples.map(([x, value]) => {
    const linear = at[1] + slope.value * (x - at[0]);
    return { x, value, linear, quadratic: linear + (curvature * (x - at[0]) ** 2) / 2 };
  });
  const { title } = fields;
  const own = { curve, at, slope: slope.value, curvature, samples: modelled, secondOrder };
  return ok({ kind: "linear-approximation", title, label: formula.label, window, ...own });
}
