import { type Complaint, complain, fail, ok, type Result } from "../../base";
import { lower, run } from "../../evaluate";
import { type Expr, parse, type Syntax } from "../../expr";
import { arithmetic, type Double, doubleDouble, type Matrix } from "../../matrix";
import { type Checked, checkShapes, type Scope, type Shape, scopeOf, size } from "../../shape";
import { stateOf } from "../numeric";

/** Numbers of these forms are computed in higher precision, so that rounding plays no part beside the tolerance. */
export const precise = arithmetic(doubleDouble);

/** What is allowed where a problem says nothing, as a part of the truth's largest entry. */
export const defaultTolerance = 0.005;

/** The names that an answer in numbers may use: none. */
export const numberScope: Scope = scopeOf({ variables: {} });

/** Numbers that were typed. */
export interface ReadNumbers extends Checked {
  readonly value: Matrix<Double>;
  /** `none`: no value, like 1/0. `lost`: too large to be computed. */
  readonly state: "value" | "none" | "lost";
}

/** The shape of a matrix of numbers. */
export function shapeOfMatrix({ rows, cols }: { readonly rows: number; readonly cols: number }): Shape {
  return { rows: size(rows), cols: size(cols) };
}

/** Evaluates a tree without variables. */
export function evaluateNumbers(tree: Expr, source: string, shapes?: readonly Shape[]): Result<ReadNumbers, Complaint> {
  const checked = checkShapes(tree, numberScope, source, shapes ? { shapes } : {});
  if (!checked.ok) return checked;
  const program = lower(checked.value.expr, new Map(), numberScope);
  if (!program.ok) return fail(complain("limit", "too-large", { limit: 250_000 }, tree));
  const value = run(program.value, precise, new Map());
  return ok({ ...checked.value, value, state: stateOf(doubleDouble, value) });
}

/** Reads numbers in the language of answers: fractions, roots, `pi` and brackets, but no variables. */
export function readNumbers(text: string, syntax: Syntax, shapes: readonly Shape[]): Result<ReadNumbers, Complaint> {
  const tree = parse(text, syntax, numberScope.vocabulary);
  return tree.ok ? evaluateNumbers(tree.value, text, shapes) : tree;
}

/** The largest entry, by size. */
export function largest(A: Matrix<Double>): number {
  return Math.max(0, ...A.data.map((a) => Math.abs(doubleDouble.toNumber(a))));
}

/**
 * Whether every entry lies within the tolerance, a part of the truth's largest entry. Where the truth is zero that is
 * nothing at all, and only rounding is forgiven.
 */
export function within(answer: Matrix<Double>, truth: Matrix<Double>, tolerance: number): boolean {
  if (answer.rows !== truth.rows || answer.cols !== truth.cols) return false;
  const allowed = tolerance * largest(truth) * (1 + 1e-12) + 1e-15;
  return answer.data.every((a, k) => {
    const { distance, error } = doubleDouble.bounds(doubleDouble.sub(a, truth.data[k] as Double));
    return distance - error <= allowed;
  });
}
