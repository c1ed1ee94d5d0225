import { type Bare, type Context, misfit } from "./context";
import { printShape, type ShapedExpr } from "./shaped";
import { isOpen, isUnknown, one, plus, printSize, type Size, sameSize, size } from "./size";

const isKnown = (context: Context, block: ShapedExpr, side: "rows" | "cols"): boolean =>
  !isOpen(context.resolve(block[side]));

/** Gives one size to all of a row's heights or a column's widths, starting from a block where it is known. */
function level(context: Context, line: readonly ShapedExpr[], side: "rows" | "cols"): boolean {
  const lead = line.find((b) => isKnown(context, b, side)) ?? (line[0] as ShapedExpr);
  return line.every((b) => context.unify(lead[side], b[side]));
}

function width(context: Context, row: readonly ShapedExpr[]): Size {
  return row.reduce((total, b) => plus(total, context.resolve(b.cols)), size(0));
}

/** `[a, b; c, d]`: blocks of one height side by side, rows of one width below each other; `0` and `I` fill in. */
export function blockMatrix(context: Context, grid: readonly (readonly ShapedExpr[])[]): Bare {
  for (const row of grid) {
    if (!level(context, row, "rows")) {
      const odd = row.find((b) => !context.unify(b.rows, (row[0] as ShapedExpr).rows)) ?? (row[0] as ShapedExpr);
      misfit(
        "ragged-rows",
        { want: printShape(context.resolved(row[0] as ShapedExpr)), got: printShape(context.resolved(odd)) },
        odd,
      );
    }
  }
  const first = grid[0] as readonly ShapedExpr[];
  if (grid.every((row) => row.length === first.length)) {
    first.forEach((_, j) => {
      const column = grid.map((row) => row[j] as ShapedExpr);
      if (column.some((b) => !isKnown(context, b, "cols"))) level(context, column, "cols");
    });
  }
  for (const block of grid.flat())
    if (block.op === "zeros") for (const side of ["rows", "cols"] as const) closeSide(context, block[side]);
  const total = width(context, first);
  grid.forEach((row) => {
    if (!context.unify(total, width(context, row))) {
      const [want, got] = [printSize(context.resolve(total)), printSize(width(context, row))];
      misfit(
        "ragged-rows",
        { want, got },
        { start: (row[0] as ShapedExpr).start, end: (row[row.length - 1] as ShapedExpr).end },
      );
    }
  });
  const height = grid.reduce((sum, row) => plus(sum, context.resolve((row[0] as ShapedExpr).rows)), size(0));
  return {
    op: "blocks",
    args: grid.flat().map((b) => context.resolved(b)),
    rows: height,
    cols: context.resolve(total),
    count: grid.map((row) => row.length),
  };
}

/** A side of a zero block that neither its row nor its column gives is 1, unless it goes with an `I`. */
function closeSide(context: Context, side: Size): void {
  const unknown = context.resolve(side);
  const shared = context.identities.some((i) => sameSize(context.resolve(i.size), unknown));
  if (isUnknown(unknown) && !shared) context.unify(unknown, one);
}
