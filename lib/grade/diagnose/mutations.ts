import type { Span } from "../../base";
import { type Expr, type Operator, parts, withParts } from "../../expr";
import { checkShapes } from "../../shape";
import type { Repair, Slip } from "./repair";

/** Larger trees are not taken apart. */
const mostNodes = 80;

/** A tree with one thing changed, and the part that it was changed in. */
interface Mutation {
  readonly tree: Expr;
  readonly at: Span;
}

type Change = (expr: Expr) => Iterable<Mutation>;

const apply = (op: Operator, args: readonly Expr[], { start, end }: Span): Expr => ({
  kind: "apply",
  op,
  args,
  start,
  end,
});

const isApply = (expr: Expr, op: Operator): expr is Expr & { kind: "apply" } => expr.kind === "apply" && expr.op === op;

const countNodes = (expr: Expr): number => parts(expr).reduce((total, part) => total + countNodes(part), 1);

/** Every tree in which one node is changed. */
function* everywhere(expr: Expr, change: Change): Generator<Mutation> {
  yield* change(expr);
  const own = parts(expr);
  for (const [k, part] of own.entries())
    for (const { tree, at } of everywhere(part, change)) yield { tree: withParts(expr, own.with(k, tree)), at };
}

/** The mutated answers whose shapes fit, as repairs. */
function* repairs({ truth, text, tree }: Slip, change: Change): Generator<Repair> {
  if (countNodes(tree) > mostNodes) return;
  const wanted = { shapes: truth.shapes, ...(truth.indices && { indices: truth.indices }) };
  for (const mutation of everywhere(tree, change)) {
    const checked = checkShapes(mutation.tree, truth.scope, text, wanted);
    if (!checked.ok || checked.value.fits !== "as-shaped") continue;
    const part = text.slice(mutation.at.start, mutation.at.end);
    yield { facts: { part }, truth, answer: checked.value.expr };
  }
}

const plain: ReadonlySet<Expr["kind"]> = new Set(["number", "pi", "size", "index", "identity"]);

/** Takes one transpose away, or adds one where there is none. */
const turned = ({ truth }: Slip): Change =>
  function* (expr) {
    const number = expr.kind === "variable" && truth.scope.variables.get(expr.name)?.shape.length === 0;
    if (isApply(expr, "transpose")) yield { tree: expr.args[0] as Expr, at: expr };
    else if (!number && !plain.has(expr.kind)) yield { tree: apply("transpose", [expr], expr), at: expr };
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
function* swapped(expr: Expr): Generator<Mutation> {
  const all = factors(expr);
  const last = all.length - 1;
  for (let i = last - 1; i >= 0; i--) {
    const [left, right] = [all[i] as Expr, all[last] as Expr];
    if (plain.has(left.kind) || plain.has(right.kind)) continue;
    const tree = { ...chained(all.with(i, right).with(last, left)), start: expr.start, end: expr.end };
    yield { tree, at: { start: left.start, end: right.end } };
  }
}

const entrywise: { readonly [Op in Operator]?: Operator } = {
  multiply: "entryTimes",
  entryTimes: "multiply",
  power: "entryPower",
  entryPower: "power",
};

/** `*` for `.*` and the other way round, and so for powers. */
function* remultiplied(expr: Expr): Generator<Mutation> {
  if (expr.kind !== "apply") return;
  const other = entrywise[expr.op];
  if (other) yield { tree: { ...expr, op: other }, at: expr };
  if (expr.op !== "multiply") return;
  const all = factors(expr);
  for (let k = 1; k < all.length - 1; k++) {
    const [left, right] = [chained(all.slice(0, k)), chained(all.slice(k))];
    yield { tree: apply("entryTimes", [left, right], expr), at: expr };
  }
}

export const missingTranspose = (slip: Slip): Iterable<Repair> => repairs(slip, turned(slip));
export const productOrder = (slip: Slip): Iterable<Repair> => repairs(slip, swapped);
export const elementwiseProduct = (slip: Slip): Iterable<Repair> => repairs(slip, remultiplied);
