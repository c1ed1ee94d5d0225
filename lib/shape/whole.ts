import type { Expr } from "../expr";
import { type Context, misfit } from "./context";
import { fixedSize, plus, type Size, size, times } from "./size";

/** Reads a whole-number expression in dimensions, `m*n`, `n - 1`, as a size; nothing where it is not one. */
export function wholeExpression(expr: Expr): Size | undefined {
  if (expr.kind === "number")
    return /^\d+$/.test(expr.text) && Number(expr.text) < 1e6 ? size(Number(expr.text)) : undefined;
  if (expr.kind === "size") return size(expr.name);
  if (expr.kind !== "apply") return undefined;
  const [a, b] = expr.args.map(wholeExpression);
  if (!a) return undefined;
  if (expr.op === "negate") return plus(size(0), a, -1);
  if (!b) return undefined;
  switch (expr.op) {
    case "add":
      return plus(a, b);
    case "subtract":
      return plus(a, b, -1);
    case "multiply":
    case "cross":
      return times(a, b);
    case "power": {
      const exponent = fixedSize(b);
      if (exponent === undefined || exponent < 0 || exponent > 4) return undefined;
      return Array.from({ length: exponent }, () => a).reduce(times, size(1));
    }
    default:
      return undefined;
  }
}

/** A size given as an argument: `ones(n)`, `eye(m*n)`. */
export function sizeArgument(context: Context, expr: Expr): Size {
  const found = wholeExpression(expr);
  if (!found || (fixedSize(found) ?? 1) < 1) return misfit("bad-size", { text: context.text(expr) }, expr);
  return found;
}
