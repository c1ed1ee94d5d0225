import { one, type Shape, type ShapedExpr, size } from "../../shape";

const nowhere = { start: 0, end: 0 };
const scalar: Shape = { rows: one, cols: one };

/** A new node of a shaped tree. The shapes of its arguments are the caller's promise. */
function node(op: ShapedExpr["op"], args: readonly ShapedExpr[], shape: Shape): ShapedExpr {
  return { op, args, rows: shape.rows, cols: shape.cols, ...nowhere };
}

export const negated = (a: ShapedExpr): ShapedExpr => node("negate", [a], a);
export const scaled = (factor: ShapedExpr, a: ShapedExpr): ShapedExpr => node("scale", [factor, a], a);
export const reciprocal = (a: ShapedExpr): ShapedExpr => node("reciprocal", [a], a);
export const added = (a: ShapedExpr, b: ShapedExpr): ShapedExpr => node("add", [a, b], a);
export const subtracted = (a: ShapedExpr, b: ShapedExpr): ShapedExpr => node("subtract", [a, b], a);
export const spreadOver = (a: ShapedExpr, shape: Shape): ShapedExpr => node("spread", [a], shape);

export const identity = (shape: Shape): ShapedExpr => node("identity", [], shape);

export function variable(name: string, shape: Shape): ShapedExpr {
  return { ...node("variable", [], shape), name };
}

/** A whole number ≥ 0. */
export function literal(value: number): ShapedExpr {
  return { ...node("literal", [], scalar), text: String(value) };
}

/** A dimension as a number. */
export function dimension(name: string): ShapedExpr {
  return { ...node("size", [], scalar), value: size(name) };
}

export const pi: ShapedExpr = node("pi", [], scalar);

export function applied(fn: NonNullable<ShapedExpr["fn"]>, a: ShapedExpr): ShapedExpr {
  return { ...node("apply", [a], a), fn };
}

/** Whether two nodes are written alike, wherever they stand. */
export function keyOf(e: ShapedExpr): string {
  const own = [e.op, e.name, e.text, e.fn, e.value?.key, e.count?.join(), e.rows.key, e.cols.key].join("|");
  return `${own}(${e.args.map(keyOf).join(";")})`;
}

export function contains(e: ShapedExpr, name: string): boolean {
  return (e.op === "variable" && e.name === name) || e.args.some((a) => contains(a, name));
}

/** The tree with another node wherever the function gives one; what was replaced is not looked into. */
export function replaced(e: ShapedExpr, by: (e: ShapedExpr) => ShapedExpr | undefined): ShapedExpr {
  const other = by(e);
  if (other) return other;
  if (e.args.length === 0) return e;
  const args = e.args.map((a) => replaced(a, by));
  return args.every((a, k) => a === e.args[k]) ? e : { ...e, args };
}

/** Every node with the nodes above it, the root last. */
export function* nodes(
  e: ShapedExpr,
  above: readonly ShapedExpr[] = [],
): Generator<{ readonly node: ShapedExpr; readonly above: readonly ShapedExpr[] }> {
  yield { node: e, above };
  for (const a of e.args) yield* nodes(a, [e, ...above]);
}

/** Whether a node uses an index of a sum around it, so that it means nothing outside. */
export function isOpenIn(e: ShapedExpr, above: readonly ShapedExpr[]): boolean {
  const bound = new Set(above.filter((a) => a.op === "sum").map((a) => a.name));
  const uses = (x: ShapedExpr): boolean => (x.op === "index" && bound.has(x.name)) || x.args.some(uses);
  return uses(e);
}
