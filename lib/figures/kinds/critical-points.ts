import { type Complaint, fail, ok, type Result } from "../../base";
import { misfit } from "../complaints";
import type { CriticalKind, CriticalPanel, CriticalPoints, Point, Range, Window } from "../figure";
import { readScalarFormula, type ScalarFormula } from "../formula";
import { contour } from "../geometry/contour";
import { chooseLevels } from "../geometry/levels";
import { widthOf } from "../geometry/scale";
import type { FieldsOf } from "../schema";
import { gradientArrows, gridOf, readWindow } from "./level-curves";

/** The eigenvalues of a symmetric 2×2 matrix, the lesser first. */
export function eigenvalues([a = 0, b = 0, , d = 0]: readonly number[]): Range {
  const middle = (a + d) / 2;
  const radius = Math.hypot((a - d) / 2, b);
  return [middle - radius, middle + radius];
}

/** What the second derivatives say of a critical point. */
export function kindOf([least, most]: Range): CriticalKind {
  const dust = 1e-9 * Math.max(Math.abs(least), Math.abs(most));
  if (least > dust) return "minimum";
  if (most < -dust) return "maximum";
  return least < -dust && most > dust ? "saddle point" : "undecided by second derivatives";
}

/** Points around another one, at a share of the window. */
function ringAround([x, y]: Point, window: Window): Point[] {
  const radius = 0.27 * Math.min(widthOf(window.x), widthOf(window.y));
  return Array.from({ length: 8 }, (_, k) => {
    const angle = ((k + 0.5) * Math.PI) / 4;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

function panelOf(formula: ScalarFormula, point: Point, window: Window): CriticalPanel {
  const grid = gridOf(formula, window);
  const value = formula.value(point);
  const spread = eigenvalues(formula.hessian(point));
  const curves = chooseLevels(grid, [value], 9).map((level) => ({ level, lines: contour(grid, level) }));
  const arrows = gradientArrows(formula, ringAround(point, window), window);
  return { label: formula.label, point, value, what: kindOf(spread), eigenvalues: spread, window, curves, arrows };
}

/** Functions of two variables around one critical point of each, and what their second derivatives say of it. */
export function readCriticalPoints(fields: FieldsOf<"critical-points">): Result<CriticalPoints, Complaint> {
  const window = readWindow(fields);
  if (!window.ok) return window;
  const panels: CriticalPanel[] = [];
  for (const [k, source] of fields.functions.entries()) {
    const field = `functions.${k}`;
    const formula = readScalarFormula(field, source, 2);
    if (!formula.ok) return formula;
    const slope = Math.hypot(...formula.value.gradient(fields.at));
    if (!(slope < 1e-9)) return fail(misfit(field, `the gradient is not zero at [${fields.at.join(", ")}]`));
    panels.push(panelOf(formula.value, fields.at, window.value));
  }
  return ok({ kind: "critical-points", title: fields.title, panels });
}
