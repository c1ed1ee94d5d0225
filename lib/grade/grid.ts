import type { Matrix, Tracked } from "../matrix";
import type { Grid } from "./verdict";

/** Rows of plain numbers, to six digits. */
export function toGrid(A: Matrix<Tracked>): Grid {
  return Array.from({ length: A.rows }, (_, i) =>
    A.data.slice(i * A.cols, (i + 1) * A.cols).map((a) => Number(a.v.toPrecision(6))),
  );
}
