import type { Span } from "../../base";
import { type Expr, type Operator, parts, withParts } from "../../expr";
import { checkShapes, isScalar, type ShapedExpr } from "../../shape";
import { partOf, type Repair, type Slip } from "./repair";
import { nodes } from "./rewrite";

/** Larger trees are not taken apart. */
const mostNodes = 80;

/** A tree with one thing changed, and the part that it was changed in. */
interface Mutation {
  readonly tree: Expr;
  readonly at: Span;
}

/** What may be changed at one node. `isMatrix` says of a part of the answer whether it is more than a number. */
type Change = (expr: Expr, isMatrix: (part: Expr) => boolean) => Iterable<Mutation>;

const apply = (op: Operator, args: readonly Expr[], { start, end }: Span): Expr => ({
  kind: "apply",
  op,
  args,
  start,
  end,
});

const isApply = (expr: Expr, op: Operator): expr is Expr & { kind: "apply" } => expr.kind === "apply" && expr.op === op;

const countNodes = (expr: Expr): number => parts(expr).reduce((total, part) => total + countNodes(part), 1);

/** Every tree in which one node is changed, smaller parts first. */
function* everywhere(expr: Expr, ...change: readonly [Change, (part: Expr) => boolean]): Generator<Mutation> {
  const own = parts(expr);
  for (const [k, part] of own.entries())
    for (const { tree, at } of everywhere(part, ...change)) yield { tree: withParts(expr, own.with(k, tree)), at };
  yield* change[0](expr, change[1]);
}

/** The places of the answer where something larger than a number stands. */
function matrixParts(answer: ShapedExpr): (part: Expr) => boolean {
  const places = new Set(
    [...nodes(answer)].flatMap(({ node }) => (isScalar(node) ? [] : [`${node.start}:${node.end}`])),
  );
  return ({ start, end }) => places.has(`${start}:${end}`);
}

/** The mutated answers whose shapes fit, as repairs. */
function* repairs({ truth, text, tree, answer }: Slip, change: Change): Generator<Repair> {
  if (countNodes(tree) > mostNodes) return;
  const wanted = { shapes: truth.shapes, ...(truth.indices && { indices: truth.indices }) };
  for (const mutation of everywhere(tree, change, matrixParts(answer))) {
    const checked = checkShapes(mutation.tree, truth.scope, text, wanted);
    if (!checked.ok || checked.value.fits !== "as-shaped") continue;
    yield { facts: { part: partOf(text, mutation.at) }, truth, answer: checked.value.expr, at: mutation.at };
  }
}

/** Takes one transpose away, or adds one where there is none. */
const turned: Change = function* (expr, isMatrix) {
  if (isApply(expr, "transpose")) yield { tree: expr.args[0] as Expr, at: expr };
  else if (expr.kind !== "identity" && isMatrix(expr)) yield { tree: apply("transpose", [expr], expr), at: expr };
};

/** The factors of a chain of matrix products, from the left. */
function factors(expr: Expr): Expr[] {
  if (!isApply(expr, "multiply")) return [expr];
  const [left, right] = expr.args as [Expr, Expr];
  return [...factors(left), right];
}

const chained = (all: readonly Expr[]): Expr =>
  all.reduce((left, right) => apply("multiply", [left, right], { start: left.start, end: right.end }));

/** Changes the places of the last factor of a product and an earlier one; shorter products are nodes of their own. */
const swapped: Change = function* (expr, isMatrix) {
  const all = factors(expr);
  const last = all.length - 1;
  for (let i = last - 1; i >= 0; i--) {
    const [left, right] = [all[i] as Expr, all[last] as Expr];
    if (!isMatrix(left) || !isMatrix(right)) continue;
    const tree = { ...chained(all.with(i, right).with(last, left)), start: expr.start, end: expr.end };
    yield { tree, at: { start: left.start, end: right.end } };
  }
};

const entrywise: { readonly [Op in Operator]?: Operator } = {
  multiply: "entryTimes",
  entryTimes: "multiply",
  power: "entryPower",
  entryPower: "power",
};

/** `*` for `.*` and the other way round, and so for powers. */
const remultiplied: Change = function* (expr, isMatrix) {
  if (expr.kind !== "apply" || !expr.args.some(isMatrix)) return;
  const other = entrywise[expr.op];
  if (other) yield { tree: { ...expr, op: other }, at: expr };
  const all = factors(expr);
  for (let k = 1; k < all.length - 1; k++) {
    const [left, right] = [chained(all.slice(0, k)), chained(all.slice(k))];
    yield { tree: apply("entryTimes", [left, right], expr), at: expr };
  }
};

export const missingTranspose = (slip: Slip): Iterable<Repair> => repairs(slip, turned);
export const productOrder = (slip: Slip): Iterable<Repair> => repairs(slip, swapped);
export const elementwiseProduct = (slip: Slip): Iterable<Repair> => repairs(slip, remultiplied);
