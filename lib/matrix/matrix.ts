import { invariant } from "../base";
import type { Scalars } from "./scalars";

/** A dense matrix, stored row by row. A scalar is 1×1, a column n×1. */
export interface Matrix<T> {
  readonly rows: number;
  readonly cols: number;
  readonly data: readonly T[];
}

export function matrix<T>(rows: number, cols: number, data: readonly T[]): Matrix<T> {
  return { rows, cols, data };
}

/** Entry by entry from row and column, counted from 0. */
export function build<T>(rows: number, cols: number, entry: (i: number, j: number) => T): Matrix<T> {
  const data = new Array<T>(rows * cols);
  for (let i = 0, k = 0; i < rows; i++) for (let j = 0; j < cols; j++) data[k++] = entry(i, j);
  return { rows, cols, data };
}

export function at<T>(A: Matrix<T>, i: number, j: number): T {
  return A.data[i * A.cols + j] as T;
}

export function transpose<T>(A: Matrix<T>): Matrix<T> {
  if (A.rows === 1 || A.cols === 1) return { rows: A.cols, cols: A.rows, data: A.data };
  return build(A.cols, A.rows, (i, j) => at(A, j, i));
}

/** The columns stacked: mn×1. */
export function vec<T>(A: Matrix<T>): Matrix<T> {
  return { rows: A.rows * A.cols, cols: 1, data: transpose(A).data };
}

/** Blocks set side by side and below each other; heights within a row of blocks agree, and so do total widths. */
export function blocks<T>(grid: readonly (readonly Matrix<T>[])[]): Matrix<T> {
  const data: T[] = [];
  let rows = 0;
  for (const line of grid) {
    const height = (line[0] as Matrix<T>).rows;
    rows += height;
    for (let i = 0; i < height; i++) for (const B of line) for (let j = 0; j < B.cols; j++) data.push(at(B, i, j));
  }
  return { rows, cols: data.length / rows, data };
}

/** Matrix arithmetic over one kind of number. Shapes are the caller's promise: they were checked before. */
export interface MatrixArithmetic<T> {
  readonly scalars: Scalars<T>;
  scalar(value: T): Matrix<T>;
  zeros(rows: number, cols: number): Matrix<T>;
  identity(n: number): Matrix<T>;
  map(A: Matrix<T>, f: (a: T) => T): Matrix<T>;
  zip(A: Matrix<T>, B: Matrix<T>, f: (a: T, b: T) => T): Matrix<T>;
  add(A: Matrix<T>, B: Matrix<T>): Matrix<T>;
  sub(A: Matrix<T>, B: Matrix<T>): Matrix<T>;
  neg(A: Matrix<T>): Matrix<T>;
  /** Entry by entry. */
  times(A: Matrix<T>, B: Matrix<T>): Matrix<T>;
  scale(s: T, A: Matrix<T>): Matrix<T>;
  product(A: Matrix<T>, B: Matrix<T>): Matrix<T>;
  kron(A: Matrix<T>, B: Matrix<T>): Matrix<T>;
  trace(A: Matrix<T>): T;
  sum(A: Matrix<T>): T;
  /** Gauss–Jordan with partial pivoting; no values where the matrix is singular or has an entry without a value. */
  inverse(A: Matrix<T>): Matrix<T>;
  /** By elimination with partial pivoting; no value where an entry has none. */
  det(A: Matrix<T>): T;
}

/** Up to this order a determinant is expanded without divisions where rounding hides its pivots. */
const largestExpansion = 10;

export function arithmetic<T>(S: Scalars<T>): MatrixArithmetic<T> {
  const { add, sub, mul, zero, one } = S;

  const map = (A: Matrix<T>, f: (a: T) => T): Matrix<T> => {
    const n = A.data.length;
    const data = new Array<T>(n);
    for (let k = 0; k < n; k++) data[k] = f(A.data[k] as T);
    return { rows: A.rows, cols: A.cols, data };
  };

  const zip = (A: Matrix<T>, B: Matrix<T>, f: (a: T, b: T) => T): Matrix<T> => {
    invariant(A.rows === B.rows && A.cols === B.cols, `${A.rows}×${A.cols} beside ${B.rows}×${B.cols}`);
    const n = A.data.length;
    const data = new Array<T>(n);
    for (let k = 0; k < n; k++) data[k] = f(A.data[k] as T, B.data[k] as T);
    return { rows: A.rows, cols: A.cols, data };
  };

  const product = (A: Matrix<T>, B: Matrix<T>): Matrix<T> => {
    invariant(A.cols === B.rows, `${A.rows}×${A.cols} times ${B.rows}×${B.cols}`);
    const { rows, cols: inner } = A;
    const { cols } = B;
    const data = new Array<T>(rows * cols);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < cols; j++) {
        let total = mul(A.data[i * inner] as T, B.data[j] as T);
        for (let k = 1; k < inner; k++) total = add(total, mul(A.data[i * inner + k] as T, B.data[k * cols + j] as T));
        data[i * cols + j] = total;
      }
    }
    return { rows, cols, data };
  };

  const sum = (A: Matrix<T>): T => {
    let total = A.data[0] as T;
    for (let k = 1; k < A.data.length; k++) total = add(total, A.data[k] as T);
    return total;
  };

  const trace = (A: Matrix<T>): T => {
    let total = at(A, 0, 0);
    for (let k = 1; k < A.rows; k++) total = add(total, at(A, k, k));
    return total;
  };

  const rowsOf = (A: Matrix<T>): T[][] =>
    Array.from({ length: A.rows }, (_, i) => A.data.slice(i * A.cols, (i + 1) * A.cols));

  /** Brings the best pivot of column `k` to row `k`; 0 where there is none, −1 where rows changed places. */
  const pivot = (rows: T[][], k: number): -1 | 0 | 1 => {
    let best = k;
    for (let i = k + 1; i < rows.length; i++) {
      if (S.magnitude((rows[i] as T[])[k] as T) > S.magnitude((rows[best] as T[])[k] as T)) best = i;
    }
    if (S.magnitude((rows[best] as T[])[k] as T) === 0) return 0;
    if (best === k) return 1;
    [rows[k], rows[best]] = [rows[best] as T[], rows[k] as T[]];
    return -1;
  };

  const eliminate = (target: T[], source: readonly T[], factor: T, from: number): void => {
    for (let j = from; j < target.length; j++) target[j] = sub(target[j] as T, mul(factor, source[j] as T));
  };

  /** An entry that spoils the whole result, since elimination compares entries: one without a value, else a lost one. */
  const spoiler = (A: Matrix<T>): T | undefined =>
    A.data.find((a) => S.state(a) === "none") ?? A.data.find((a) => S.state(a) === "lost");

  const inverse = (A: Matrix<T>): Matrix<T> => {
    const n = A.rows;
    const spoiled = spoiler(A);
    if (spoiled !== undefined) return map(A, () => spoiled);
    if (n === 1) return { rows: 1, cols: 1, data: [S.recip(A.data[0] as T)] };
    const rows = rowsOf(A).map((row, i) => row.concat(Array.from({ length: n }, (_, j) => (i === j ? one : zero))));
    for (let k = 0; k < n; k++) {
      if (pivot(rows, k) === 0) {
        S.recip(zero);
        return map(A, () => S.none);
      }
      const source = rows[k] as T[];
      const scale = S.recip(source[k] as T);
      for (let j = k; j < 2 * n; j++) source[j] = mul(source[j] as T, scale);
      rows.forEach((row, i) => {
        if (i !== k) eliminate(row, source, row[k] as T, k);
      });
    }
    return { rows: n, cols: n, data: rows.flatMap((row) => row.slice(n)) };
  };

  /**
   * The determinant of what stands from a column on, without a division: by cofactors of the rows so far, for every
   * choice of as many columns. It has a value where no pivot can be told from zero, as under a zero determinant.
   */
  const expansion = (rows: readonly T[][], from: number): T => {
    const n = rows.length;
    let minors = new Map<number, T>([[0, one]]);
    for (const row of rows) {
      const grown = new Map<number, T>();
      for (const [columns, minor] of minors) {
        let behind = 0;
        for (let j = n - 1; j >= 0; j--) {
          if (columns & (1 << j)) {
            behind++;
            continue;
          }
          const term = mul(row[from + j] as T, minor);
          const signed = behind % 2 === 1 ? S.neg(term) : term;
          const sofar = grown.get(columns | (1 << j));
          grown.set(columns | (1 << j), sofar === undefined ? signed : add(sofar, signed));
        }
      }
      minors = grown;
    }
    return minors.get(2 ** n - 1) as T;
  };

  const det = (A: Matrix<T>): T => {
    const spoiled = spoiler(A);
    if (spoiled !== undefined) return spoiled;
    const rows = rowsOf(A);
    let total = one;
    for (let k = 0; k < A.rows; k++) {
      const sign = pivot(rows, k);
      if (sign === 0) return zero;
      const source = rows[k] as T[];
      if (sign < 0) total = S.neg(total);
      if (k === A.rows - 1) return mul(total, source[k] as T);
      const scale = S.recip(source[k] as T);
      if (S.state(scale) === "lost" && A.rows - k <= largestExpansion) return mul(total, expansion(rows.slice(k), k));
      total = mul(total, source[k] as T);
      for (let i = k + 1; i < A.rows; i++) eliminate(rows[i] as T[], source, mul((rows[i] as T[])[k] as T, scale), k);
    }
    return total;
  };

  return {
    scalars: S,
    scalar: (value) => ({ rows: 1, cols: 1, data: [value] }),
    zeros: (rows, cols) => ({ rows, cols, data: new Array<T>(rows * cols).fill(zero) }),
    identity: (n) => build(n, n, (i, j) => (i === j ? one : zero)),
    map,
    zip,
    add: (A, B) => zip(A, B, add),
    sub: (A, B) => zip(A, B, sub),
    neg: (A) => map(A, S.neg),
    times: (A, B) => zip(A, B, mul),
    scale: (s, A) => map(A, (a) => mul(s, a)),
    product,
    kron: (A, B) =>
      build(A.rows * B.rows, A.cols * B.cols, (i, j) =>
        mul(at(A, Math.floor(i / B.rows), Math.floor(j / B.cols)), at(B, i % B.rows, j % B.cols)),
      ),
    trace,
    sum,
    inverse,
    det,
  };
}
