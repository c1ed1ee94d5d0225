import { type ShapedExpr, type Size, sizeValue } from "../shape";
import type { Sizes } from "./builder";
import { freeIndices } from "./free-indices";

/**
 * How many steps a tree has at most once its sums are written out, known without doing so: each node comes once for every
 * choice of the indices that it depends on. `ranges` are those of the indices that no sum in the tree runs through.
 */
export function unrolledSteps(expr: ShapedExpr, sizes: Sizes, ranges: ReadonlyMap<string, Size> = new Map()): number {
  const seen = new Set<ShapedExpr>();
  const count = (e: ShapedExpr, range: ReadonlyMap<string, number>): number => {
    if (seen.has(e)) return 0;
    seen.add(e);
    const own = freeIndices(e).reduce((product, name) => product * (range.get(name) ?? 1), 1);
    const terms = e.op === "sum" ? sizeValue(e.value as Size, sizes) : 1;
    const inside = e.op === "sum" ? new Map(range).set(e.name as string, terms) : range;
    return e.args.reduce((total, a) => total + count(a, inside), own * terms);
  };
  return count(expr, new Map([...ranges].map(([name, size]) => [name, sizeValue(size, sizes)])));
}
