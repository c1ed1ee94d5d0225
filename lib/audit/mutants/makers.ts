import { type Expr, type Operator, parts, withParts } from "../../expr";

/** What a maker may look at beside the answer's own tree. */
export interface Material {
  /** The function that is differentiated, where the answer could be mistaken for it. */
  readonly source?: Expr;
  /** A number that does not exist. */
  readonly nothing: Expr;
  /** Whether the answer is a single number. */
  readonly isNumber: boolean;
  /** Square matrices that nothing says are symmetric. */
  readonly unsymmetric: ReadonlySet<string>;
}

type Maker = (answer: Expr, material: Material) => Iterable<Expr>;

const nowhere = { start: 0, end: 0 };
const apply = (op: Operator, ...args: Expr[]): Expr => ({ kind: "apply", op, args, ...nowhere });
const number = (text: string): Expr => ({ kind: "number", text, ...nowhere });

/** Every tree in which one part is changed; sizes and subscripts are left alone. */
function* everywhere(expr: Expr, change: (part: Expr) => Iterable<Expr>): Generator<Expr> {
  yield* change(expr);
  const own = parts(expr);
  const inside = expr.kind === "entry" ? 1 : own.length;
  if (expr.kind === "identity" || (expr.kind === "apply" && sized.has(expr.op))) return;
  for (let k = 0; k < inside; k++) {
    const part = own[k] as Expr;
    for (const other of everywhere(part, change)) yield withParts(expr, own.with(k, other));
  }
}

const sized: ReadonlySet<Operator> = new Set(["ones", "zeros", "unit", "delta"]);

const isApply = (expr: Expr, ...ops: Operator[]): expr is Expr & { kind: "apply" } =>
  expr.kind === "apply" && ops.includes(expr.op);

/** One addend of a sum alone: the others were forgotten. */
function* addends(expr: Expr): Generator<Expr> {
  if (isApply(expr, "add", "subtract")) yield* expr.args;
}

/** One factor fewer. */
function* factors(expr: Expr): Generator<Expr> {
  if (isApply(expr, "multiply", "entryTimes")) {
    yield expr.args[1] as Expr;
    yield expr.args[0] as Expr;
  }
  if (isApply(expr, "divide", "entryDivide")) yield expr.args[0] as Expr;
  if (expr.kind === "call" && expr.derivative) yield { ...expr, derivative: false };
}

/** A transpose fewer, or one more. */
function* turned(expr: Expr): Generator<Expr> {
  if (isApply(expr, "transpose")) yield expr.args[0] as Expr;
  else if (expr.kind === "variable" || expr.kind === "call") yield apply("transpose", expr);
}

/** Two factors that stand beside each other change places. */
function* swapped(expr: Expr): Generator<Expr> {
  if (!isApply(expr, "multiply")) return;
  const [left, right] = expr.args as [Expr, Expr];
  yield apply("multiply", right, left);
  if (!isApply(left, "multiply")) return;
  const [first, second] = left.args as [Expr, Expr];
  yield apply("multiply", apply("multiply", first, right), second);
}

const entrywise: { readonly [Op in Operator]?: Operator } = { multiply: "entryTimes", entryTimes: "multiply" };

function* remultiplied(expr: Expr): Generator<Expr> {
  const other = expr.kind === "apply" && entrywise[expr.op];
  if (other) yield { ...expr, op: other };
  if (!isApply(expr, "multiply")) return;
  const [left, right] = expr.args as [Expr, Expr];
  if (!isApply(left, "multiply")) return;
  const [first, second] = left.args as [Expr, Expr];
  yield apply("multiply", first, apply("entryTimes", second, right));
}

/** A number that is a little off, as if it had been rounded. */
function* rounded(expr: Expr): Generator<Expr> {
  if (expr.kind === "number" && Number(expr.text) !== 0) yield number(String(Number(expr.text) * 1.001));
}

/** Every matrix that is turned stands as it is. */
function untransposed(expr: Expr, names: ReadonlySet<string>): Expr {
  const [inside] = isApply(expr, "transpose") ? expr.args : [];
  if (inside?.kind === "variable" && names.has(inside.name)) return inside;
  return withParts(
    expr,
    parts(expr).map((part) => untransposed(part, names)),
  );
}

/** The tree without its outermost step is another layout, not a slip inside. */
function* inside(expr: Expr, change: (part: Expr) => Iterable<Expr>): Generator<Expr> {
  for (const [k, part] of parts(expr).entries())
    for (const other of everywhere(part, change)) yield withParts(expr, parts(expr).with(k, other));
}

/** The typical wrong answers, by what the grader calls them: each from the right answer's own tree. */
export const makers: Readonly<Record<string, Maker>> = {
  sign: (answer) => [apply("negate", answer)],
  "constant-factor": (answer) => [apply("multiply", number("2"), answer)],
  "missing-transpose": (answer) => inside(answer, turned),
  "product-order": (answer) => everywhere(answer, swapped),
  "elementwise-product": (answer) => everywhere(answer, remultiplied),
  "missed-occurrence": (answer) => everywhere(answer, addends),
  "missing-inner-derivative": (answer) => everywhere(answer, factors),
  "assumed-symmetric": (answer, { unsymmetric }) => [untransposed(answer, unsymmetric)],
  "not-differentiated": (_, { source }) => (source ? [source] : []),
  "wrong-shape": (answer, { isNumber }) => [
    isNumber ? { kind: "matrix", rows: [[answer], [answer]], ...nowhere } : apply("total", answer),
  ],
  "rounded-constant": (answer) => [...everywhere(answer, rounded), apply("multiply", number("1.001"), answer)],
  undefined: (answer, { nothing }) => [apply("multiply", nothing, answer)],
};
