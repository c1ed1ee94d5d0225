import type { ScalarFunction, Span } from "../base";
import { one, printSize, type Size, sameSize } from "./size";

/** What the evaluator and the derivative rules know. Broadcasting, `0`, `I` and notation are resolved before. */
export type CoreOp =
  | "literal"
  | "pi"
  | "variable"
  | "size"
  | "index"
  | "identity"
  | "zeros"
  | "ones"
  | "unit"
  | "delta"
  | "add"
  | "subtract"
  | "negate"
  | "scale"
  | "product"
  | "entryTimes"
  | "reciprocal"
  | "power"
  | "matrixPower"
  | "spread"
  | "transpose"
  | "kron"
  | "inverse"
  | "det"
  | "logdet"
  | "trace"
  | "diagonal"
  | "diagonalMatrix"
  | "total"
  | "norm"
  | "norm1"
  | "vec"
  | "blocks"
  | "entry"
  | "row"
  | "column"
  | "apply"
  | "greater"
  | "atLeast"
  | "max"
  | "min"
  | "logsumexp"
  | "sum"
  | "call"
  | "cases";

/** An expression whose parts fit together. Only the shape checker makes one. */
export interface ShapedExpr extends Span {
  readonly op: CoreOp;
  readonly args: readonly ShapedExpr[];
  readonly rows: Size;
  readonly cols: Size;
  /** `literal`: as typed. */
  readonly text?: string;
  /** `variable`, `call`: its name. `index`, `sum`: the index, made unique. */
  readonly name?: string;
  /** `apply`. */
  readonly fn?: ScalarFunction;
  /** `size`: its value. `sum`: the range of its index. */
  readonly value?: Size;
  /** `blocks`: how many blocks stand in each row. `call`: 1 for the derivative. */
  readonly count?: readonly number[];
}

export interface Shape {
  readonly rows: Size;
  readonly cols: Size;
}

export const scalarShape: Shape = { rows: one, cols: one };

export const isScalar = (s: Shape): boolean => sameSize(s.rows, one) && sameSize(s.cols, one);
export const isVector = (s: Shape): boolean => sameSize(s.cols, one);
export const isRow = (s: Shape): boolean => sameSize(s.rows, one);
export const isLine = (s: Shape): boolean => isVector(s) || isRow(s);
export const isSquare = (s: Shape): boolean => sameSize(s.rows, s.cols);
export const sameShape = (a: Shape, b: Shape): boolean => sameSize(a.rows, b.rows) && sameSize(a.cols, b.cols);
export const transposed = (s: Shape): Shape => ({ rows: s.cols, cols: s.rows });

/** The numerator shape of ∂y/∂x (contract, section 5), or nothing where the pair of shapes has no layout. */
export function numeratorShape(y: Shape, x: Shape): Shape | undefined {
  if (isScalar(y)) return transposed(x);
  if (isScalar(x)) return isRow(y) ? transposed(y) : y;
  if (isLine(y) && isVector(x)) return { rows: isVector(y) ? y.rows : y.cols, cols: x.rows };
  return undefined;
}

/** `scalar`, or rows × columns: `n×1`. */
export function printShape(s: Shape): string {
  return isScalar(s) ? "scalar" : `${printSize(s.rows)}×${printSize(s.cols)}`;
}
