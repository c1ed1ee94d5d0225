import type { Span } from "../base";
import type { Operator } from "./operators";

/** One place of a subscript: a whole number, an index, a size, or `:` for all. */
export type Subscript = Expr | "all";

/** One line of a definition by cases: the value where the condition holds. */
export interface Branch {
  readonly value: Expr;
  /** `null`: otherwise. */
  readonly condition: Expr | null;
}

/** What was typed, as a tree. Nothing is simplified; whether shapes fit is for the shape checker to say. */
export type Expr = Span &
  (
    | { readonly kind: "number"; readonly text: string }
    | { readonly kind: "pi" }
    /** A declared variable. */
    | { readonly kind: "variable"; readonly name: string }
    /** A dimension used as a number. */
    | { readonly kind: "size"; readonly name: string }
    /** An index, free or bound by a sum, used as a number or in a subscript. */
    | { readonly kind: "index"; readonly name: string }
    /** `I`, whose size follows from where it stands, or `I_n`. */
    | { readonly kind: "identity"; readonly size: Expr | null }
    | { readonly kind: "apply"; readonly op: Operator; readonly args: readonly Expr[] }
    | { readonly kind: "matrix"; readonly rows: readonly (readonly Expr[])[] }
    | { readonly kind: "entry"; readonly of: Expr; readonly at: readonly Subscript[] }
    /** Sum of the body over an index from 1 to its range, which follows from its uses where it is not given. */
    | { readonly kind: "sum"; readonly index: string; readonly range: Expr | null; readonly body: Expr }
    /** A declared function of the problem, or its derivative. */
    | { readonly kind: "call"; readonly name: string; readonly derivative: boolean; readonly argument: Expr }
    | { readonly kind: "cases"; readonly branches: readonly Branch[] }
  );

export type ExprKind = Expr["kind"];

/** The direct parts of a tree, in reading order. */
export function parts(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case "apply":
      return expr.args;
    case "matrix":
      return expr.rows.flat();
    case "entry":
      return [expr.of, ...expr.at.filter((s) => s !== "all")];
    case "sum":
      return expr.range ? [expr.range, expr.body] : [expr.body];
    case "call":
      return [expr.argument];
    case "identity":
      return expr.size ? [expr.size] : [];
    case "cases":
      return expr.branches.flatMap((b) => (b.condition ? [b.value, b.condition] : [b.value]));
    default:
      return [];
  }
}

/** The same node over other parts, given in the order of {@link parts}. */
export function withParts(expr: Expr, next: readonly Expr[]): Expr {
  let k = 0;
  const take = (): Expr => next[k++] as Expr;
  switch (expr.kind) {
    case "apply":
      return { ...expr, args: next };
    case "matrix":
      return { ...expr, rows: expr.rows.map((row) => row.map(take)) };
    case "entry":
      return { ...expr, of: take(), at: expr.at.map((s) => (s === "all" ? s : take())) };
    case "sum":
      return { ...expr, range: expr.range && take(), body: take() };
    case "call":
      return { ...expr, argument: take() };
    case "identity":
      return expr.size ? { ...expr, size: take() } : expr;
    case "cases":
      return { ...expr, branches: expr.branches.map((b) => ({ value: take(), condition: b.condition && take() })) };
    default:
      return expr;
  }
}
