import type { Random } from "../base";
import type { Sizes } from "../evaluate";
import type { Scope, ShapedExpr } from "../shape";

/** Variables declared as integers that stand in an exponent: they are drawn like sizes, so that powers multiply out. */
export function wholeExponents(exprs: readonly ShapedExpr[], scope: Scope, wrt: string | undefined): string[] {
  const found = new Set<string>();
  const visit = (e: ShapedExpr, exponent: boolean): void => {
    const declared = e.op === "variable" ? scope.variables.get(e.name as string) : undefined;
    if (exponent && declared?.shape.length === 0 && declared.assume?.includes("integer") && e.name !== wrt)
      found.add(e.name as string);
    e.args.forEach((a, k) => visit(a, exponent || (k === 1 && (e.op === "power" || e.op === "matrixPower"))));
  };
  for (const e of exprs) visit(e, false);
  return [...found].sort();
}

/** Whole values for those variables: each assignment has other ones. */
export function withWholes(
  sizes: Sizes,
  wholes: readonly string[],
  scope: Scope,
  rng: Random,
  assignment: number,
): Sizes {
  if (wholes.length === 0) return sizes;
  const result = new Map(sizes);
  wholes.forEach((name, k) => {
    const assume = scope.variables.get(name)?.assume ?? [];
    const least =
      assume.includes("positive") || assume.includes("nonzero") ? 1 : assume.includes("nonnegative") ? 0 : 1;
    result.set(name, least + ((assignment + k + rng.int(0, 1)) % 5) + (assignment > 4 ? 2 : 0));
  });
  return result;
}
