import { type Context, misfit } from "./context";
import { isLine, type Shape, type ShapedExpr, scalarShape } from "./shaped";
import { isOpen, one, type Size, sameSize, substitute } from "./size";

/** What is known of the place where an expression stands. */
export interface Wanted {
  /** The shapes that a right answer can have: numerator layout first. */
  readonly shapes?: readonly Shape[];
  /** Free indices with their ranges. */
  readonly indices?: ReadonlyMap<string, Size>;
  /** Leaves the size of a lone `I` open, where the truth is not known (the live preview). */
  readonly lenient?: boolean;
}

/** A checked answer. `fits` says how a whole answer `0` or `I` stands to the shapes that were wanted. */
export interface Checked {
  readonly expr: ShapedExpr;
  /** `0` alone, or `ones()*ones()'` for a matrix: it has whatever shape is wanted. `I` alone where the truth is not square: it has none of them. */
  readonly fits: "as-shaped" | "any" | "none";
}

function settleIndices(context: Context): void {
  for (let pass = 0; pass < 2; pass++)
    for (const [a, b] of context.pairs)
      if (isOpen(context.resolve(a)) || isOpen(context.resolve(b))) context.unify(a, b);
  for (const { name, range, span } of context.ranges)
    if (isOpen(context.resolve(range))) misfit("index-no-range", { name }, span);
}

/** The one size that the wanted shapes are made of, apart from 1. */
function onlySize(shapes: readonly Shape[]): Size | undefined {
  const sizes = new Map(shapes.flatMap((s) => [s.rows, s.cols]).map((s) => [s.key, s]));
  if (sizes.size > 1) sizes.delete(one.key);
  return sizes.size === 1 ? [...sizes.values()][0] : undefined;
}

/** Finds the sizes of `I` and `ones()` that nothing inside the answer gives: from the shapes that are wanted. */
function settleIdentities(context: Context, root: ShapedExpr, { shapes = [], lenient }: Wanted): void {
  const open = context.identities.filter((i) => isOpen(context.resolve(i.size)));
  if (open.length === 0 || lenient) return;
  const fitting = fittingShape(context, root, shapes);
  if (fitting) context.unifyShapes(root, fitting);
  const fallback = onlySize(shapes);
  for (const { size: unknown, span } of open) {
    if (isOpen(context.resolve(unknown)) && !(fallback && context.unify(unknown, fallback)))
      misfit("identity-size", {}, span);
  }
}

/** A wanted shape that the root can have, where all of those give the open sizes the same values. */
function fittingShape(context: Context, root: ShapedExpr, shapes: readonly Shape[]): Shape | undefined {
  const sizesUnder = (shape: Shape): string | undefined =>
    context.attempt(() => (context.unifyShapes(root, shape) ? identityKey(context) : undefined));
  const fitting = shapes.filter((shape) => sizesUnder(shape) !== undefined);
  return new Set(fitting.map(sizesUnder)).size === 1 ? fitting[0] : undefined;
}

const identityKey = (context: Context): string => context.identities.map((i) => context.resolve(i.size).key).join();

/** Settles what is still open in a checked tree, from the place where it stands. */
export function settle(context: Context, root: ShapedExpr, wanted: Wanted): Checked {
  if (context.isClosed) return { expr: root, fits: "as-shaped" };
  settleIndices(context);
  if (context.isLoose(root) || isOnesForMatrix(context, root, wanted)) {
    const shape = wanted.shapes?.[0] ?? scalarShape;
    context.unifyShapes(root, shape);
    settleIdentities(context, root, wanted);
    return { expr: closeZeros(context, context.finish(root)), fits: wanted.shapes ? "any" : "as-shaped" };
  }
  const squares = wanted.shapes?.some((s) => sameSize(s.rows, s.cols));
  if (context.isOpenIdentity(root) && wanted.shapes && !squares) {
    context.unify(root.rows, one);
    return { expr: context.finish(root), fits: "none" };
  }
  settleIdentities(context, root, wanted);
  const expr = closeZeros(context, context.finish(root));
  return { expr, fits: "as-shaped" };
}

/** Equal entries all over, like `ones()*ones()'`, where a matrix is wanted: right in both layouts or in none. */
function isOnesForMatrix(context: Context, root: ShapedExpr, { shapes = [] }: Wanted): boolean {
  return context.isOpenBlock(root) && shapes.length > 0 && !shapes.some(isLine);
}

/** A zero whose shape nothing ever asked for is the number. */
function closeZeros(context: Context, node: ShapedExpr): ShapedExpr {
  const close = (s: Size): Size =>
    isOpen(s) ? [...s.terms.keys()].filter((m) => m.startsWith("?")).reduce((r, m) => substitute(r, m, one), s) : s;
  if (node.op === "identity") return node;
  const args = node.args.map((a) => closeZeros(context, a));
  return isOpen(node.rows) || isOpen(node.cols)
    ? { ...node, args, rows: close(node.rows), cols: close(node.cols) }
    : { ...node, args };
}
