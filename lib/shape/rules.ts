import { isScalarFunction, type Span } from "../base";
import type { Operator } from "../expr";
import { type Bare, type Context, misfit } from "./context";
import { aligned, entrywise, mismatch, productSuggestion, spread } from "./fitting";
import {
  isLine,
  isScalar,
  isSquare,
  isVector,
  printShape,
  type Shape,
  type ShapedExpr,
  scalarShape,
  transposed,
} from "./shaped";
import { one, times } from "./size";

/** How an operator's shape follows from its arguments' shapes. Arguments come resolved. */
export type ShapeRule = (context: Context, args: readonly ShapedExpr[], span: Span, op: Operator) => Bare;

const at = (node: Bare, span: Span): ShapedExpr => ({ ...node, start: span.start, end: span.end });

function first(args: readonly ShapedExpr[]): ShapedExpr {
  return args[0] as ShapedExpr;
}

function pair(args: readonly ShapedExpr[]): [ShapedExpr, ShapedExpr] {
  return [args[0] as ShapedExpr, args[1] as ShapedExpr];
}

const like = (op: ShapedExpr["op"], args: readonly ShapedExpr[], shape: Shape): Bare => ({
  op,
  args,
  rows: shape.rows,
  cols: shape.cols,
});

function product(context: Context, x: ShapedExpr, y: ShapedExpr, span: Span): Bare {
  const [a, b] = [context.settled(x), context.settled(y)];
  if (isScalar(a)) return like("scale", [a, b], b);
  if (isScalar(b)) return like("scale", [b, a], a);
  if (!context.unify(a.cols, b.rows)) mismatch(context, "multiply", a, b, productSuggestion(context, a, b), span);
  return { op: "product", args: [context.resolved(a), context.resolved(b)], rows: a.rows, cols: b.cols };
}

function quotient(context: Context, x: ShapedExpr, y: ShapedExpr): Bare {
  const [a, b] = [context.settled(x), context.settled(y)];
  if (!isScalar(b)) misfit("not-scalar", { role: "/", text: context.text(b), shape: printShape(b) }, b);
  const reciprocal = at(like("reciprocal", [b], b), b);
  return like("scale", [reciprocal, a], a);
}

function power(context: Context, x: ShapedExpr, y: ShapedExpr): Bare {
  const [a, k] = [context.settled(x), context.settled(y)];
  if (!isScalar(k)) misfit("not-scalar", { role: "^", text: context.text(k), shape: printShape(k) }, k);
  if (isScalar(a)) return like("power", [a, k], a);
  if (isLine(a) && !context.isOpenIdentity(a))
    misfit("power-of-vector", { text: context.text(a), shape: printShape(a) }, a);
  if (!isSquare(a)) misfit("not-square", { role: "^", text: context.text(a), shape: printShape(a) }, a);
  if (!isWhole(context, k)) misfit("bad-exponent", { text: context.text(k) }, k);
  return like("matrixPower", [a, k], a);
}

/** A whole number whatever the draws: from whole literals, sizes, indices and variables declared as integers. */
function isWhole(context: Context, k: ShapedExpr): boolean {
  const value = fixedValue(k);
  if (value !== undefined) return Number.isInteger(value);
  switch (k.op) {
    case "size":
    case "index":
      return true;
    case "variable":
      return context.scope.variables.get(k.name ?? "")?.assume?.includes("integer") ?? false;
    case "negate":
    case "add":
    case "subtract":
    case "scale":
      return k.args.every((a) => isWhole(context, a));
    case "power":
      return (
        isWhole(context, k.args[0] as ShapedExpr) &&
        (fixedValue(k.args[1] as ShapedExpr) ?? -1) >= 0 &&
        isWhole(context, k.args[1] as ShapedExpr)
      );
    default:
      return false;
  }
}

/** The value of a number without names, where it is one of plain arithmetic. */
function fixedValue(e: ShapedExpr): number | undefined {
  if (e.op === "literal") return Number(e.text);
  if (e.op === "zeros") return 0;
  const [a, b] = e.args.map(fixedValue);
  if (a === undefined) return undefined;
  if (e.op === "negate") return -a;
  if (e.op === "reciprocal") return a === 0 ? undefined : 1 / a;
  if (b === undefined) return undefined;
  if (e.op === "add") return a + b;
  if (e.op === "subtract") return a - b;
  if (e.op === "scale") return a * b;
  return e.op === "power" ? a ** b : undefined;
}

function square(context: Context, op: Operator, x: ShapedExpr): ShapedExpr {
  const a = context.settled(x);
  if (!isSquare(a)) misfit("not-square", { role: op, text: context.text(a), shape: printShape(a) }, a);
  return a;
}

function line(context: Context, op: string, x: ShapedExpr): ShapedExpr {
  const a = context.settled(x);
  if (!isLine(a)) misfit("not-vector", { role: op, text: context.text(a), shape: printShape(a) }, a);
  return a;
}

const asColumn = (a: ShapedExpr): ShapedExpr => (isVector(a) ? a : at(like("transpose", [a], transposed(a)), a));

function lines(context: Context, op: Operator, args: readonly ShapedExpr[]): [ShapedExpr, ShapedExpr] {
  const [a, b] = pair(args).map((x) => asColumn(line(context, op, x))) as [ShapedExpr, ShapedExpr];
  return [a, b];
}

const toScalar =
  (op: ShapedExpr["op"]): ShapeRule =>
  (context, args) =>
    like(op, [context.settled(first(args))], scalarShape);

const ofSquare =
  (op: ShapedExpr["op"]): ShapeRule =>
  (context, args, _span, operator) =>
    like(op, [square(context, operator, first(args))], scalarShape);

const alignedAs =
  (op: ShapedExpr["op"]): ShapeRule =>
  (context, args, span, operator) => {
    const [a, b] = aligned(context, operator, ...pair(args), span);
    return like(op, [a, b], a);
  };

/** `a < b` is `b > a`. */
const turnedAs =
  (op: ShapedExpr["op"]): ShapeRule =>
  (context, args, span, operator) => {
    const [a, b] = aligned(context, operator, ...pair(args), span);
    return like(op, [b, a], a);
  };

const applyRule: ShapeRule = (context, args, _span, operator) => {
  const a = context.settled(first(args));
  return isScalarFunction(operator) ? { ...like("apply", [a], a), fn: operator } : like("apply", [a], a);
};

const rulesOfOperators = {
  add: alignedAs("add"),
  subtract: alignedAs("subtract"),
  multiply: (context, args, span) => product(context, ...pair(args), span),
  cross: (context, args, span) => {
    const [a, b] = pair(args).map((x) => context.settled(x)) as [ShapedExpr, ShapedExpr];
    if (!isScalar(a) || !isScalar(b))
      misfit("times-between-matrices", { left: context.text(a), right: context.text(b) }, span);
    return like("scale", [a, b], b);
  },
  divide: (context, args) => quotient(context, ...pair(args)),
  entryTimes: (context, args, span) => {
    const [x, y] = pair(args);
    const [a, b] = [context.settled(x), context.settled(y)];
    if (isScalar(a)) return like("scale", [a, b], b);
    if (isScalar(b)) return like("scale", [b, a], a);
    const [left, right] = entrywise(context, "entryTimes", a, b, span);
    return like("entryTimes", [left, right], left);
  },
  entryDivide: (context, args, span) => {
    const [a, b] = entrywise(context, "entryDivide", ...pair(args), span);
    return like("entryTimes", [a, at(like("reciprocal", [b], b), b)], a);
  },
  entryPower: (context, args, span) => {
    const [a, b] = entrywise(context, "entryPower", ...pair(args), span);
    return like("power", [a, b], a);
  },
  kron: (context, args) => {
    const [a, b] = pair(args).map((x) => context.settled(x)) as [ShapedExpr, ShapedExpr];
    return { op: "kron", args: [a, b], rows: times(a.rows, b.rows), cols: times(a.cols, b.cols) };
  },
  negate: (_context, args) => like("negate", [first(args)], first(args)),
  power: (context, args) => power(context, ...pair(args)),
  transpose: (_context, args) => like("transpose", [first(args)], transposed(first(args))),
  greater: alignedAs("greater"),
  less: turnedAs("greater"),
  atLeast: alignedAs("atLeast"),
  atMost: turnedAs("atLeast"),
  inverse: (context, args, _span, op) => {
    const a = square(context, op, first(args));
    return like("inverse", [a], a);
  },
  vec: (context, args) => {
    const a = context.settled(first(args));
    return { op: "vec", args: [a], rows: times(a.rows, a.cols), cols: one };
  },
  trace: ofSquare("trace"),
  det: ofSquare("det"),
  logdet: ofSquare("logdet"),
  diag: (context, args, _span, op) => {
    const a = context.settled(first(args));
    if (isLine(a)) return { op: "diagonalMatrix", args: [asColumn(a)], rows: asColumn(a).rows, cols: asColumn(a).rows };
    const matrix = square(context, op, a);
    return { op: "diagonal", args: [matrix], rows: matrix.rows, cols: one };
  },
  total: toScalar("total"),
  norm: toScalar("norm"),
  normF: toScalar("norm"),
  norm2: (context, args) => like("norm", [line(context, "norm2", first(args))], scalarShape),
  norm1: (context, args) => like("norm1", [line(context, "norm1", first(args))], scalarShape),
  bars: (context, args, _span, op) => {
    const a = context.settled(first(args));
    if (isLine(a)) return { ...like("apply", [a], a), fn: "abs" };
    return like("det", [square(context, op, a)], scalarShape);
  },
  dot: (context, args, span, op) => {
    const [a, b] = lines(context, op, args);
    if (!context.unify(a.rows, b.rows)) mismatch(context, op, a, b, "", span);
    return like("total", [at(like("entryTimes", [a, b], a), span)], scalarShape);
  },
  outer: (context, args, span, op) => {
    const [a, b] = lines(context, op, args);
    const row = at(like("transpose", [b], transposed(b)), b);
    if (isScalar(a)) return like("scale", [a, row], row);
    if (isScalar(b)) return like("scale", [b, a], a);
    return at({ op: "product", args: [a, row], rows: a.rows, cols: row.cols }, span);
  },
  softmax: (context, args, _span, op) => {
    const a = line(context, op, first(args));
    const shift = at(like("logsumexp", [a], scalarShape), a);
    const shifted = at(like("subtract", [a, isScalar(a) ? shift : spread(shift, a)], a), a);
    return { ...like("apply", [shifted], a), fn: "exp" };
  },
  logsumexp: (context, args, _span, op) => like("logsumexp", [line(context, op, first(args))], scalarShape),
  max: alignedAs("max"),
  min: alignedAs("min"),
} as const satisfies Partial<Record<Operator, ShapeRule>>;

/** Operators whose arguments are sizes or indices; the checker reads those itself. */
export type SizedOperator = "ones" | "zeros" | "unit" | "delta";

/** One row an operator. A number function has the rule of all number functions. */
export const shapeRules: { readonly [Op in Exclude<Operator, SizedOperator>]: ShapeRule } = {
  ...rulesOfOperators,
  exp: applyRule,
  log: applyRule,
  sin: applyRule,
  cos: applyRule,
  tan: applyRule,
  asin: applyRule,
  acos: applyRule,
  atan: applyRule,
  sinh: applyRule,
  cosh: applyRule,
  tanh: applyRule,
  sqrt: applyRule,
  abs: applyRule,
  sign: applyRule,
  relu: applyRule,
  step: applyRule,
  sigmoid: applyRule,
  softplus: applyRule,
};
