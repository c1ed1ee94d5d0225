import { isRow, isScalar, type Shape, sameShape } from "../shape";
import type { Problem } from "./problem";
import type { Truth } from "./truth";
import type { Layout } from "./verdict";

const layouts: readonly Layout[] = ["numerator", "denominator"];

/** The layouts whose shape something has; a truth with one shape has the numerator layout alone. */
export function fittingLayouts(own: Shape, shapes: readonly Shape[]): Layout[] {
  return layouts.filter((_, k) => shapes[k] && sameShape(own, shapes[k] as Shape));
}

/**
 * The layout that a problem asks for. `mixed` wants the derivatives of scalar functions in denominator layout, column
 * gradients, and everything else in numerator layout; a reference that is a row is taken for such a gradient.
 */
export function wantedLayout(asked: NonNullable<Problem["layout"]>, { source, wrt }: Truth): Layout | undefined {
  if (asked === "either") return undefined;
  if (asked !== "mixed") return asked;
  return (wrt === undefined ? isRow(source) : isScalar(source)) ? "denominator" : "numerator";
}
