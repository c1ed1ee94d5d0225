import { type FunctionDeclaration, type ShapedExpr, type Size, size } from "../shape";
import type { Builder } from "./builder";

/** Names of the numbers that a declared function is drawn from; no typed name holds a `$`. */
export const hiddenName = (name: string, part: string): string => `$${name}.${part}`;

/** Degree of the polynomials that stand for an element-wise function. */
const degree = 5;

/** φ(t) = t + t² + t³ + t⁴ entry by entry, and its slope. */
function ridge(b: Builder, t: number, derivative: boolean): number {
  const { rows, cols } = b.shape(t);
  const constant = (k: number): number => b.fill(rows, cols, () => k);
  const term = (k: number): number =>
    derivative ? (k === 1 ? constant(1) : b.like("times", constant(k), b.whole(t, k - 1))) : b.whole(t, k);
  return [2, 3, 4].reduce((total, k) => b.like("add", total, term(k)), term(1));
}

/** Σ cₖ tᵏ entry by entry by Horner's rule, or its slope Σ k cₖ tᵏ⁻¹. */
function polynomial(b: Builder, name: string, t: number, derivative: boolean): number {
  const { rows, cols } = b.shape(t);
  const coefficient = (k: number): number => {
    const c = b.gather([b.variable(hiddenName(name, `c${k}`), 1, 1)], rows, cols, () => [0, 0]);
    return derivative
      ? b.like(
          "times",
          b.fill(rows, cols, () => k),
          c,
        )
      : c;
  };
  let total = coefficient(degree);
  for (let k = degree - 1; k >= (derivative ? 1 : 0); k--)
    total = b.like("add", b.like("times", total, t), coefficient(k));
  return total;
}

/** Rows and columns of a declared shape. */
function dimensionsOf(shape: readonly (string | number)[], sizeOf: (s: Size) => number): readonly [number, number] {
  return [sizeOf(size(shape[0] ?? 1)), sizeOf(size(shape[1] ?? 1))];
}

/**
 * A declared function at an argument. It stands for any smooth function, so it is drawn: an element-wise one as a
 * polynomial with random coefficients, any other as C·φ(W x + b) with random C, W, b, where the entries of a matrix x are
 * counted row by row, and so are those of the value. Its derivative is C·diag(φ′)·W, put into numerator layout.
 */
export function hiddenFunction(b: Builder, call: ShapedExpr, argument: number, sizeOf: (s: Size) => number): number {
  const name = call.name as string;
  const derivative = call.count?.[0] === 1;
  const declared = b.functions.get(name) as FunctionDeclaration;
  if ("elementwise" in declared) return polynomial(b, name, argument, derivative);
  const [fromRows, fromCols] = dimensionsOf(declared.from, sizeOf);
  const [toRows, toCols] = dimensionsOf(declared.to, sizeOf);
  const [n, m] = [fromRows * fromCols, toRows * toCols];
  const terms = n + m + 2;
  const W = b.variable(hiddenName(name, "W"), terms, n);
  const C = b.variable(hiddenName(name, "C"), m, terms);
  const x = fromCols === 1 ? argument : b.gather([argument], n, 1, (k) => [0, k]);
  const t = b.like("add", b.product(W, x), b.variable(hiddenName(name, "b"), terms, 1));
  const reshaped = (a: number, rows: number, cols: number, place: (i: number, j: number) => number): number =>
    b.gather([a], rows, cols, (i, j) => [0, place(i, j)]);
  if (!derivative) {
    const value = b.product(C, ridge(b, t, false));
    return toCols === 1 ? value : reshaped(value, toRows, toCols, (i, j) => i * toCols + j);
  }
  const slope = ridge(b, t, true);
  const diagonal = b.gather([slope], terms, terms, (i, j) => [0, i === j ? i : -1]);
  const jacobian = b.product(b.product(C, diagonal), W);
  if (m === 1 && fromCols > 1) return reshaped(jacobian, fromCols, fromRows, (j, i) => i * fromCols + j);
  if (n === 1 && toCols > 1 && toRows > 1) return reshaped(jacobian, toRows, toCols, (i, j) => i * toCols + j);
  return jacobian;
}
