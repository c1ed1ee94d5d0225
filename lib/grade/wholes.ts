import type { Random } from "../base";
import type { Sizes } from "../evaluate";
import type { Assumption, Scope, ShapedExpr } from "../shape";

/** Whether a matrix is raised to a power in which the variable stands. */
export function isMatrixExponent(name: string, e: ShapedExpr, exponent = false): boolean {
  if (exponent && e.op === "variable" && e.name === name) return true;
  return e.args.some((a, k) => isMatrixExponent(name, a, exponent || (k === 1 && e.op === "matrixPower")));
}

/** Variables declared as integers that stand in an exponent: they are drawn like sizes, so that powers multiply out. */
export function wholeExponents(exprs: readonly ShapedExpr[], scope: Scope, wrt: string | undefined): string[] {
  const found = new Set<string>();
  const visit = (e: ShapedExpr, exponent: boolean): void => {
    const declared = e.op === "variable" ? scope.variables.get(e.name as string) : undefined;
    if (
      exponent &&
      declared?.shape.every((side) => side === 1) &&
      declared.assume?.includes("integer") &&
      e.name !== wrt
    )
      found.add(e.name as string);
    for (const [k, a] of e.args.entries())
      visit(a, exponent || (k === 1 && (e.op === "power" || e.op === "matrixPower")));
  };
  for (const e of exprs) visit(e, false);
  return [...found].sort();
}

/** Exponents in turn: moderate ones first, then every kind that the assumptions allow. */
const free = [3, 2, -2, 5, 1, -1, 4, 0];
const allowed = (k: number, assume: readonly Assumption[]): boolean =>
  (k > 0 || !assume.includes("positive")) &&
  (k >= 0 || !assume.includes("nonnegative")) &&
  (k !== 0 || !assume.includes("nonzero"));

/** Whole values for those variables: each round has other ones. */
export function withWholes(sizes: Sizes, wholes: readonly string[], scope: Scope, rng: Random, round: number): Sizes {
  if (wholes.length === 0) return sizes;
  const result = new Map(sizes);
  for (const [place, name] of wholes.entries()) {
    const choices = free.filter((k) => allowed(k, scope.variables.get(name)?.assume ?? []));
    result.set(name, choices[(round + place * (1 + rng.int(0, 2))) % choices.length] as number);
  }
  return result;
}
