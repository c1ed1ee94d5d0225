import { ok } from "../../base";
import { jacobian, trace } from "../../diff";
import { lower } from "../../evaluate";
import { build } from "../../matrix";
import {
  isRow,
  isScalar,
  isSquare,
  isVector,
  type Shape,
  type ShapedExpr,
  sameShape,
  sizeValue,
  transposed,
} from "../../shape";
import { shapeOf } from "../problem";
import type { Truth } from "../truth";
import { partOf, type Repair, type Slip } from "./repair";
import {
  added,
  contains,
  identity,
  isOpenIn,
  keyOf,
  nodes,
  replaced,
  scaled,
  spreadOver,
  subtracted,
  variable,
} from "./rewrite";
import { differentiatedAs, heldName, innerName, spoiled } from "./spoiled";

const mostParts = 16;

/** Operations that are not linear in their first argument, so that the chain rule has something to say. */
const curved: ReadonlySet<ShapedExpr["op"]> = new Set([
  "apply",
  "power",
  "matrixPower",
  "reciprocal",
  "inverse",
  "det",
  "logdet",
  "norm",
  "norm1",
  "logsumexp",
  "call",
]);

/** A bare variable, or what a shorter notation for one was spelled out to. */
const isNotation = (node: ShapedExpr): boolean =>
  node.op === "variable" || node.args.some((a) => a.start === node.start && a.end === node.end && isNotation(a));

/** What stands inside a function of the function: parts below something curved, or that stand there twice. */
function innerParts(source: ShapedExpr, wrt: string): ShapedExpr[] {
  const found = new Map<string, { readonly node: ShapedExpr; curved: boolean; readonly starts: Set<number> }>();
  for (const { node, above } of nodes(source)) {
    if (above.length === 0 || isNotation(node) || !contains(node, wrt) || isOpenIn(node, above)) continue;
    const key = keyOf(node);
    const entry = found.get(key) ?? { node, curved: false, starts: new Set<number>() };
    entry.starts.add(node.start);
    entry.curved ||= curved.has((above[0] as ShapedExpr).op);
    found.set(key, entry);
  }
  return [...found.values()].filter((f) => f.curved || f.starts.size > 1).map((f) => f.node);
}

const put = (source: ShapedExpr, inner: ShapedExpr, other: ShapedExpr): ShapedExpr => {
  const key = keyOf(inner);
  return replaced(source, (e) => (e.op === inner.op && keyOf(e) === key ? other : undefined));
};

/** The truth with the derivative of an inner part taken for a given one that is as simple as can be. */
function withStep(truth: Truth, inner: ShapedExpr, step: ShapedExpr): Truth {
  return differentiatedAs(truth, put(truth.source, inner, added(variable(innerName, inner), step)), inner);
}

/** The derivative of the variable itself; of a number also ones or, where the inner part is square, the identity. */
function simpleSteps(wrt: string, x: Shape, inner: ShapedExpr): ShapedExpr[] {
  const moved = subtracted(variable(wrt, x), variable(heldName, x));
  if (sameShape(inner, x)) return [moved];
  if (!isScalar(x)) return [];
  return [spreadOver(moved, inner), ...(isSquare(inner) ? [scaled(moved, identity(inner))] : [])];
}

/** The numerator shape of a derivative by the inner part, where it has one. */
function shapeBy(y: Shape, inner: Shape): Shape | undefined {
  if (isScalar(y)) return transposed(inner);
  return isVector(y) && isVector(inner) ? { rows: y.rows, cols: inner.rows } : undefined;
}

/** The derivative by the inner part in place of the variable. */
function byInner(truth: Truth, inner: ShapedExpr): Truth | undefined {
  const shape = shapeBy(truth.source, inner);
  if (!shape) return undefined;
  const source = put(truth.source, inner, variable(innerName, inner));
  return spoiled(truth, inner, [shape, transposed(shape)], (sizes) => {
    const program = lower(source, sizes, truth.scope);
    const u = { rows: sizeValue(inner.rows, sizes), cols: sizeValue(inner.cols, sizes) };
    if (!program.ok) return program;
    return ok({
      value: (M, at) => {
        const J = jacobian(trace(program.value, M, at), M, innerName, u);
        return J.rows === 1 ? build(u.cols, u.rows, (j, i) => J.data[i * u.cols + j] as (typeof J.data)[number]) : J;
      },
    });
  });
}

/** f′(g) entry by entry, for a function that works so: the derivative along ones, in the function's shape. */
function entrywise(truth: Truth, inner: ShapedExpr): Truth | undefined {
  const y = truth.source;
  if (isScalar(y) || !(isVector(y) || isRow(y)) || !sameShape(y, inner)) return undefined;
  const source = put(y, inner, variable(innerName, inner));
  const shape = { rows: y.rows, cols: y.cols };
  return spoiled(truth, inner, [shape, transposed(shape)], (sizes) => {
    const program = lower(source, sizes, truth.scope);
    if (!program.ok) return program;
    return ok({
      value: (M, at) => {
        const traced = trace(program.value, M, at);
        const { rows, cols } = traced.value;
        const ones = build(rows, cols, () => M.scalars.one);
        return traced.along(innerName, ones) ?? M.zeros(rows, cols);
      },
    });
  });
}

/** Every derivative that comes out when the derivative of one inner part is left out of the chain rule. */
export function* missingInnerDerivative({ truth, answer, declared }: Slip): Generator<Repair> {
  const { wrt, source } = truth;
  if (wrt === undefined) return;
  const x = shapeOf(truth.scope, wrt);
  for (const inner of innerParts(source, wrt).slice(0, mostParts)) {
    const part = declared.problem.function && partOf(declared.problem.function, inner);
    const facts = part ? { part } : {};
    for (const step of simpleSteps(wrt, x, inner)) yield { facts, truth: withStep(truth, inner, step), answer };
    const elsewhere = contains(put(source, inner, variable(innerName, inner)), wrt);
    if (elsewhere || declared.problem.form !== "derivative") continue;
    for (const other of [byInner(truth, inner), entrywise(truth, inner)])
      if (other) yield { facts, truth: other, answer };
  }
}
