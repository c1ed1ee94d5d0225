import type { ShapedExpr } from "../../shape";

/** Bound indices carry a counter that differs from reading to reading. */
const nameOf = ({ name }: ShapedExpr): string | undefined => name?.replace(/#\d+$/, "");

/** Whether two expressions are the same tree, wherever they stand. */
function sameTree(a: ShapedExpr, b: ShapedExpr): boolean {
  return (
    a.op === b.op &&
    a.text === b.text &&
    a.fn === b.fn &&
    nameOf(a) === nameOf(b) &&
    a.rows.key === b.rows.key &&
    a.cols.key === b.cols.key &&
    a.value?.key === b.value?.key &&
    a.count?.join() === b.count?.join() &&
    a.args.length === b.args.length &&
    a.args.every((arg, k) => sameTree(arg, b.args[k] as ShapedExpr))
  );
}

/** Puts a variable in for every occurrence of a part; nothing where the part does not occur. */
export function withVariableFor(expr: ShapedExpr, part: ShapedExpr, name: string): ShapedExpr | undefined {
  if (sameTree(expr, part)) {
    const { rows, cols, start, end } = expr;
    return { op: "variable", name, args: [], rows, cols, start, end };
  }
  const args = expr.args.map((arg) => withVariableFor(arg, part, name));
  if (args.every((arg) => arg === undefined)) return undefined;
  return { ...expr, args: args.map((arg, k) => arg ?? (expr.args[k] as ShapedExpr)) };
}
