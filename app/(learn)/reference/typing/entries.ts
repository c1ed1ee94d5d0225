import type { Declarations } from "@/lib/shape";

/** One thing that can be typed, in the ways it can be typed, and its meaning. */
export interface Entry {
  readonly typed: readonly string[];
  readonly means: string;
}

export interface Section {
  readonly heading: string;
  readonly entries: readonly Entry[];
}

/** The names that the examples use. */
export const exampleNames: Declarations = {
  variables: {
    a: { shape: [] },
    b: { shape: [] },
    c: { shape: [] },
    d: { shape: [] },
    x: { shape: ["n"] },
    y: { shape: ["n"] },
    A: { shape: ["n", "n"] },
    B: { shape: ["n", "n"] },
  },
};

export const sections: readonly Section[] = [
  {
    heading: "Products and sums",
    entries: [
      { typed: ["A x", "A*x", "Ax"], means: "matrix product; a space or nothing at all multiplies" },
      { typed: ["2 x", "2x"], means: "scaling" },
      { typed: ["A + B", "A - B"], means: "sum and difference of equal shapes" },
      { typed: ["x / 2"], means: "division by a number" },
      { typed: ["x .* y", "x ./ y", "x .^ 2"], means: "product, quotient and power entry by entry" },
    ],
  },
  {
    heading: "Transpose, inverse, powers",
    entries: [
      { typed: ["A'", "A^T"], means: "transpose" },
      { typed: ["inv(A)", "A^-1"], means: "inverse" },
      { typed: ["A^-T", "inv(A)'"], means: "inverse transpose" },
      { typed: ["A^2"], means: "power of a square matrix or of a number" },
    ],
  },
  {
    heading: "Functions",
    entries: [
      { typed: ["tr(A)", "det(A)", "logdet(A)"], means: "trace, determinant, log of a positive determinant" },
      { typed: ["norm(x)"], means: "2-norm of a vector, Frobenius norm of a matrix" },
      { typed: ["sum(x)"], means: "sum of all entries" },
      { typed: ["diag(x)", "diag(A)"], means: "vector to diagonal matrix, matrix to its diagonal" },
      { typed: ["exp(x)", "log(x)", "sin(x)", "cos(x)", "sqrt(x)"], means: "entry by entry" },
      { typed: ["tanh(x)", "sigmoid(x)", "relu(x)", "abs(x)", "sign(x)"], means: "entry by entry" },
    ],
  },
  {
    heading: "Entries and matrices",
    entries: [
      { typed: ["x_1", "x[1]"], means: "an entry of a vector, counted from 1" },
      { typed: ["A[1,2]", "A_{1,2}"], means: "an entry of a matrix" },
      { typed: ["[a, b; c, d]"], means: "rows are split by semicolons, entries by commas" },
      { typed: ["[a; b]"], means: "a column" },
      { typed: ["[a, b]"], means: "a row" },
      { typed: ["I", "ones(n)", "0"], means: "identity, vector of ones, zero of the shape that fits" },
    ],
  },
];
