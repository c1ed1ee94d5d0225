import type { Span } from "../base";
import type { Operator } from "../expr";
import { type Context, misfit } from "./context";
import { isLine, isScalar, printShape, type Shape, type ShapedExpr, sameShape, transposed } from "./shaped";

type Pair = [ShapedExpr, ShapedExpr];

const symbol: { readonly [Op in Operator]?: string } = {
  add: "+",
  subtract: "-",
  multiply: "*",
  entryTimes: ".*",
  entryDivide: "./",
  entryPower: ".^",
  greater: ">",
  less: "<",
  atLeast: ">=",
  atMost: "<=",
  max: "max",
  min: "min",
};

/** A number set beside a vector, repeated to its shape. */
export function spread(scalar: ShapedExpr, shape: Shape): ShapedExpr {
  return { op: "spread", args: [scalar], rows: shape.rows, cols: shape.cols, start: scalar.start, end: scalar.end };
}

export function mismatch(
  context: Context,
  op: Operator,
  a: ShapedExpr,
  b: ShapedExpr,
  suggestion: string,
  span: Span,
): never {
  return misfit(
    "mismatch",
    {
      operator: symbol[op] ?? op,
      left: context.text(a),
      leftShape: printShape(context.resolved(a)),
      right: context.text(b),
      rightShape: printShape(context.resolved(b)),
      suggestion,
    },
    span,
  );
}

/** The transpose of a piece of text, without writing two primes. */
function prime(text: string): string {
  return /^[\p{L}\p{N}_]+'$/u.test(text) ? text.slice(0, -1) : `${wrapped(text)}'`;
}

/** Text that stays one operand with a `'` or an operator behind it. */
function wrapped(text: string): string {
  return /^[\p{L}\p{N}_]+'?$/u.test(text) || /^\([^()]*\)'?$/.test(text) || /^[\p{L}]+\([^()]*\)$/u.test(text)
    ? text
    : `(${text})`;
}

/** Two arguments that must have one shape, where a number may stand beside a vector or a row. */
export function aligned(context: Context, op: Operator, a: ShapedExpr, b: ShapedExpr, span: Span): Pair {
  const loose = context.isLoose(a) || context.isLoose(b);
  if (!loose && sameShape(a, b)) return [a, b];
  if (!loose && isScalar(a)) return [beside(context, op, a, b, span), b];
  if (!loose && isScalar(b)) return [a, beside(context, op, b, a, span)];
  const fits = context.unifyShapes(a, b);
  if (!fits && !loose) mismatch(context, op, a, b, sumSuggestion(context, op, a, b), span);
  return [context.resolved(a), context.resolved(b)];
}

/** A number repeated to the vector or row that it stands beside. */
function beside(context: Context, op: Operator, scalar: ShapedExpr, other: ShapedExpr, span: Span): ShapedExpr {
  if (isLine(other) && !context.isOpenIdentity(other)) return spread(scalar, other);
  const facts = { operator: symbol[op] ?? op, matrix: context.text(other), shape: printShape(other) };
  return misfit("scalar-beside-matrix", facts, span);
}

function sumSuggestion(context: Context, op: Operator, a: ShapedExpr, b: ShapedExpr): string {
  if (op === "max" || op === "min" || !sameShape(a, transposed(b))) return "";
  return `${context.text(a)} ${symbol[op] ?? op} ${prime(context.text(b))}`;
}

/** Entry by entry: one shape, or a number on either side of anything. */
export function entrywise(context: Context, op: Operator, a: ShapedExpr, b: ShapedExpr, span: Span): Pair {
  const [left, right] = [context.settled(a), context.settled(b)];
  if (isScalar(left) && !isScalar(right)) return [spread(left, right), right];
  if (isScalar(right) && !isScalar(left)) return [left, spread(right, left)];
  return aligned(context, op, left, right, span);
}

/** How two factors would fit, or nothing. */
export function productSuggestion(context: Context, a: ShapedExpr, b: ShapedExpr): string {
  const fits = (x: Shape, y: Shape): boolean => context.attempt(() => context.unify(x.cols, y.rows));
  const [left, right] = [context.text(a), context.text(b)];
  if (fits(transposed(a), b)) return `${prime(left)}*${wrapped(right)}`;
  if (fits(a, transposed(b))) return `${wrapped(left)}*${prime(right)}`;
  if (sameShape(a, b)) return `${wrapped(left)} .* ${wrapped(right)}`;
  return fits(b, a) ? `${wrapped(right)}*${wrapped(left)}` : "";
}
