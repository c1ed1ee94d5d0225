import { type Complaint, fail, ok, type Result } from "../../base";
import { jacobian, trace } from "../../diff";
import { type Double, doubleDouble, type Matrix, transpose } from "../../matrix";
import { printShape } from "../../shape";
import { invalid, type Judge, singleText } from "../judge";
import { fittingLayouts, wantedLayout } from "../layouts";
import { stateOf } from "../numeric";
import { badRecord, type Declared } from "../problem";
import { type Truth, truthReaders } from "../truth";
import type { Diagnosis, Verdict } from "../verdict";
import type { FormReader } from "./form";
import { type GivenPoint, readPoint, sizesFor } from "./given";
import { defaultTolerance, precise, type ReadNumbers, readNumbers, shapeOfMatrix, within } from "./numbers";
import { coordinate, slopesAlong } from "./one-sided";

/** Whether the derivative really is one: at a corner the slopes of the two sides differ. */
function isDifferentiable(truth: Truth, point: GivenPoint, program: Parameters<typeof slopesAlong>[0]): boolean {
  const { wrt } = truth;
  if (wrt === undefined) return true;
  const at = point.values(doubleDouble);
  const x = at.get(wrt) as Matrix<Double>;
  const J = jacobian(trace(program, precise, at), precise, wrt, x);
  return x.data.every((_, j) => {
    const [right, left] = ([1, -1] as const).map((sign) =>
      slopesAlong(program, at, wrt, coordinate(x.data.length, j, sign)),
    );
    if (!right || !left) return false;
    return right.every((r, i) => {
      const slope = doubleDouble.toNumber(J.data[i * J.cols + j] as Double);
      const slack = 1e-6 * (1 + Math.abs(slope));
      return Math.abs(r - slope) <= slack && Math.abs(-(left[i] as number) - slope) <= slack;
    });
  });
}

function truthAt(declared: Declared, truth: Truth): Result<Matrix<Double>, Complaint> {
  const point = readPoint(declared);
  if (!point.ok) return point;
  const sizes = sizesFor(truth.source, declared, point.value, truth.wrt);
  if (!sizes.ok) return sizes;
  const there = truth.at(sizes.value);
  if (!there.ok) return fail(badRecord("the derivative is too large to compute"));
  const at = point.value.values(doubleDouble);
  if (!there.value.defined(precise, at)) return fail(badRecord("the function has no value at that point"));
  const value = there.value.value(precise, at);
  if (stateOf(doubleDouble, value) !== "value" || !isDifferentiable(truth, point.value, there.value.program))
    return fail(badRecord("the derivative has no value at that point"));
  return ok(value);
}

function slipsIn(read: ReadNumbers, forms: readonly Matrix<Double>[], tolerance: number): Diagnosis[] {
  if (read.state === "none") return [{ code: "undefined" }];
  const shapes = forms.map(shapeOfMatrix);
  if (read.fits === "none" || fittingLayouts(read.expr, shapes).length === 0) {
    const want = [...new Set(shapes.map(printShape))].join(" or ");
    return [{ code: "wrong-shape", got: printShape(read.expr), want }];
  }
  return forms.some((form) => within(precise.neg(read.value), form, tolerance)) ? [{ code: "sign" }] : [];
}

/** Whether numbers are right in each of the forms, numerator layout first. */
export function matching(read: ReadNumbers, forms: readonly Matrix<Double>[], tolerance: number): boolean[] {
  if (read.state !== "value" || read.fits === "none") return forms.map(() => false);
  if (read.fits === "any") return forms.map((form) => within(precise.zeros(form.rows, form.cols), form, tolerance));
  return forms.map((form) => within(read.value, form, tolerance));
}

function judgeNumbers(declared: Declared, truth: Truth, numerator: Matrix<Double>): Judge {
  const forms = [numerator, transpose(numerator)];
  const tolerance = declared.problem.tolerance ?? defaultTolerance;
  const wanted = wantedLayout(declared.problem.layout ?? "either", truth);
  return (answer): Verdict => {
    const text = singleText(answer, "numbers");
    if (!text.ok) return invalid(text.error);
    const read = readNumbers(text.value, answer.syntax, forms.map(shapeOfMatrix));
    if (!read.ok) return invalid(read.error);
    if (read.value.state === "lost") return { status: "undecided", reason: "precision" };
    const [first, second] = matching(read.value, forms, tolerance) as [boolean, boolean];
    const right = { numerator: first, denominator: second };
    const turned = wanted && !right[wanted] && (first || second);
    const slips: readonly Diagnosis[] = turned
      ? [{ code: "transposed", layout: wanted }]
      : first || second
        ? []
        : slipsIn(read.value, forms, tolerance);
    return { status: "graded", ...right, ...(slips.length > 0 && { diagnosis: slips }) };
  };
}

/** Numbers: the derivative at the point `at`, in either layout, within the tolerance. */
export const value: FormReader = (declared) => {
  const truth = truthReaders.derivative(declared);
  if (!truth.ok) return truth;
  const numerator = truthAt(declared, truth.value);
  if (!numerator.ok) return numerator;
  return ok({ truth: truth.value, judge: judgeNumbers(declared, truth.value, numerator.value) });
};
