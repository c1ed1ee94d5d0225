import type { Span } from "../base";
import type { Expr, Subscript } from "../expr";
import { type Bare, type Context, misfit } from "./context";
import { isRow, isVector, printShape, type ShapedExpr, scalarShape } from "./shaped";
import { fixedSize, one, printSize, type Size } from "./size";
import { wholeExpression } from "./whole";

/** An index where it is used: which one it is, and how far it runs. */
export function indexHere(context: Context, expr: Expr & { kind: "index" }): Bare & { readonly value: Size } {
  const found = context.index(expr.name);
  if (!found) return misfit("index-not-here", { name: expr.name }, expr);
  return { op: "index", name: found.unique, value: found.range, args: [], ...scalarShape };
}

/** A subscript that must lie in 1..range: an index takes its range from here, a number must not pass it. */
export function place(context: Context, expr: Expr, range: Size, of: Span): ShapedExpr {
  return expr.kind === "index" ? indexPlace(context, expr, range) : wholePlace(context, expr, range, of);
}

function indexPlace(context: Context, expr: Expr & { kind: "index" }, range: Size): ShapedExpr {
  const index = indexHere(context, expr);
  if (!context.unify(index.value, range)) {
    const printed = (s: Size): string => printSize(context.resolve(s));
    misfit("index-two-ranges", { name: expr.name, one: printed(index.value), other: printed(range) }, expr);
  }
  return { ...index, start: expr.start, end: expr.end };
}

function wholePlace(context: Context, expr: Expr, range: Size, of: Span): ShapedExpr {
  const whole = wholeExpression(expr);
  if (!whole) return misfit("bad-size", { text: context.text(expr) }, expr);
  const limit = context.resolve(range);
  const [value, length] = [fixedSize(whole), fixedSize(limit)];
  const outside = value !== undefined && (value < 1 || (length !== undefined && value > length));
  if (outside) misfit("entry-outside", { text: context.text(of), at: String(value), size: printSize(limit) }, expr);
  return { op: "size", args: [], value: whole, ...scalarShape, start: expr.start, end: expr.end };
}

/** `x[k]`, `X[i, j]`, `X[:, j]`, `X[i, :]` of a matrix that is checked already. */
export function entry(context: Context, of: ShapedExpr, expr: Expr & { kind: "entry" }): Bare {
  const [i, j, ...more] = expr.at;
  if (i !== undefined && j === undefined && (isVector(of) || isRow(of))) return lineEntry(context, of, expr, i);
  if (i === undefined || j === undefined || more.length > 0) {
    const facts = { text: context.text(expr.of), shape: printShape(of), got: expr.at.length };
    return misfit("wrong-subscripts", facts, expr);
  }
  if (i === "all" && j === "all") return of;
  if (i === "all")
    return { op: "column", args: [of, place(context, j as Expr, of.cols, expr)], rows: of.rows, cols: one };
  const row = place(context, i, of.rows, expr);
  if (j === "all") return { op: "row", args: [of, row], rows: one, cols: of.cols };
  return { op: "entry", args: [of, row, place(context, j, of.cols, expr)], ...scalarShape };
}

function lineEntry(context: Context, of: ShapedExpr, expr: Span, k: Subscript): Bare {
  if (k === "all") return of;
  const first: ShapedExpr = { op: "size", args: [], value: one, ...scalarShape, start: expr.start, end: expr.end };
  const at = place(context, k, isVector(of) ? of.rows : of.cols, expr);
  return { op: "entry", args: isVector(of) ? [of, at, first] : [of, first, at], ...scalarShape };
}
