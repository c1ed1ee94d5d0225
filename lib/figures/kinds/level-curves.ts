import { type Complaint, fail, ok, type Result } from "../../base";
import { misfit } from "../complaints";
import type { LevelCurves, Point, Window } from "../figure";
import { readScalarFormula, type ScalarFormula } from "../formula";
import { toArrows } from "../geometry/arrows";
import { contour, type Grid, sampleGrid } from "../geometry/contour";
import { chooseLevels, sortedValues } from "../geometry/levels";
import { widthOf } from "../geometry/scale";
import type { FieldsOf } from "../schema";

/** Points of the grid on a side. */
const points = 49;

/** One unit is as long on both axes, so that right angles are right angles; a window too narrow to read is refused. */
export function readWindow({ x, y }: Window): Result<Window, Complaint> {
  const ratio = widthOf(x) / widthOf(y);
  return ratio > 3 || ratio < 1 / 3
    ? fail(misfit("x, y", "one range is more than three times as long as the other"))
    : ok({ x, y });
}

/** A function of two numbers on a grid over the window. */
export function gridOf(formula: ScalarFormula, window: Window): Grid {
  return sampleGrid((x, y) => formula.value([x, y]), window, points);
}

/** Gradients as arrows of one scale. */
export function gradientArrows(formula: ScalarFormula, at: readonly Point[], window: Window) {
  return toArrows(
    at.map((point) => [point, formula.gradient(point) as Point]),
    window,
  );
}

/** Level curves with the gradient at the points of the arrows; a curve runs through each of those. */
export function readLevelCurves(fields: FieldsOf<"level-curves">): Result<LevelCurves, Complaint> {
  const window = readWindow(fields);
  if (!window.ok) return window;
  const formula = readScalarFormula("function", fields.function, 2);
  if (!formula.ok) return formula;
  const { title, arrows: places } = fields;
  const there = places.map((point) => formula.value.value(point));
  const without = there.findIndex((value, k) => !isDrawable(value, formula.value.gradient(places[k] as Point)));
  if (without >= 0) return fail(misfit("arrows", `the function has no gradient at [${places[without]?.join(", ")}]`));
  const grid = gridOf(formula.value, window.value);
  if (sortedValues(grid).length === 0) return fail(misfit("function", "it has no value anywhere in the window"));
  const levels = fields.levels ?? chooseLevels(grid, there, 10);
  const curves = levels.map((level) => ({ level, lines: contour(grid, level) }));
  const empty = curves.find(({ lines }) => lines.length === 0);
  if (fields.levels && empty) return fail(misfit("levels", `the function is nowhere ${empty.level} in the window`));
  const arrows = gradientArrows(formula.value, places, window.value);
  const { label } = formula.value;
  return ok({ kind: "level-curves", title, label, window: window.value, curves, arrows });
}

const isDrawable = (value: number, gradient: readonly number[]): boolean => [value, ...gradient].every(Number.isFinite);
