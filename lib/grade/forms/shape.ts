import { ok } from "../../base";
import {
  isRow,
  isScalar,
  isVector,
  numeratorShape,
  one,
  readSizes,
  type Shape,
  type Size,
  sameSize,
} from "../../shape";
import { invalid, singleText } from "../judge";
import { readFunction, readWrt, shapeOf } from "../problem";
import type { FormReader } from "./form";

type Sizes = readonly Size[];

/** The sizes of a function: a row counts as the vector of its entries. */
function sizesOfFunction(y: Shape): Sizes {
  if (isScalar(y)) return [];
  if (isVector(y)) return [y.rows];
  return isRow(y) ? [y.cols] : [y.rows, y.cols];
}

/** The sizes of a variable: a row is a matrix with one row. */
function sizesOfVariable(x: Shape): Sizes {
  if (isScalar(x)) return [];
  return isVector(x) ? [x.rows] : [x.rows, x.cols];
}

/** The sizes of the derivative in both layouts: the six cases, and for every other pair one list behind the other. */
function bothLayouts(y: Shape, x: Shape): readonly [Sizes, Sizes] {
  const shape = numeratorShape(y, x);
  if (shape) {
    const { rows, cols } = shape;
    return [
      [rows, cols],
      [cols, rows],
    ];
  }
  const [ofY, ofX] = [sizesOfFunction(y), sizesOfVariable(x)];
  return [
    [...ofY, ...ofX],
    [...ofX, ...ofY],
  ];
}

/** `1` is `1 x 1`, and `n` is the column `n x 1`. */
const padded = (sizes: Sizes): Sizes => [...sizes, ...[one, one].slice(sizes.length)];

function sameSizes(a: Sizes, b: Sizes): boolean {
  const [left, right] = [padded(a), padded(b)];
  return left.length === right.length && left.every((s, k) => sameSize(s, right[k] as Size));
}

/** The derivative's shape, for any pair of shapes. */
export const shape: FormReader = (declared) => {
  const wrt = readWrt(declared);
  if (!wrt.ok) return wrt;
  const source = readFunction(declared);
  if (!source.ok) return source;
  const [numerator, denominator] = bothLayouts(source.value, shapeOf(declared.scope, wrt.value));
  return ok({
    judge: (answer) => {
      const text = singleText(answer, "a shape");
      if (!text.ok) return invalid(text.error);
      const read = readSizes(text.value, answer.syntax, declared.scope);
      if (!read.ok) return invalid(read.error);
      return {
        status: "graded",
        numerator: sameSizes(read.value, numerator),
        denominator: sameSizes(read.value, denominator),
      };
    },
  });
};
