import type { ShapedExpr } from "../shape";

const known = new WeakMap<ShapedExpr, readonly string[]>();
const none: readonly string[] = [];

/** The indices on whose values a tree depends: all that stand in it, but for those that a sum in it runs through. */
export function freeIndices(e: ShapedExpr): readonly string[] {
  if (e.args.length === 0) return e.op === "index" ? [e.name as string] : none;
  const found = known.get(e);
  if (found) return found;
  const inside = new Set(e.args.flatMap(freeIndices));
  if (e.op === "sum") inside.delete(e.name as string);
  const free = inside.size === 0 ? none : [...inside];
  known.set(e, free);
  return free;
}
