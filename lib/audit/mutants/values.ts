import type { Random } from "../../base";
import type { Assumption } from "../../shape";

/** A matrix of plain numbers, row by row. */
export interface Plain {
  readonly rows: number;
  readonly cols: number;
  readonly data: readonly number[];
}

function make(rows: number, cols: number, entry: (i: number, j: number) => number): Plain {
  return { rows, cols, data: Array.from({ length: rows * cols }, (_, k) => entry(Math.floor(k / cols), k % cols)) };
}

const entryOf = ({ cols, data }: Plain, i: number, j: number): number => data[i * cols + j] ?? Number.NaN;

/** Draws a value from the set that a variable's assumptions name. */
export function drawPlain(chance: Random, rows: number, cols: number, assume: readonly Assumption[]): Plain {
  const has = (...names: Assumption[]): boolean => names.some((name) => assume.includes(name));
  const real = (): number => (chance.next() < 0.5 ? -1 : 1) * (0.3 + 1.4 * chance.next());
  const entry = (): number => {
    const value = has("integer") ? chance.int(1, 4) : real();
    return has("positive", "nonnegative") ? Math.abs(value) : value;
  };
  const plain = make(rows, cols, entry);
  if (has("one-hot")) return oneHot(rows, cols, chance.int(0, rows * cols - 1));
  if (has("simplex"))
    return scaled(
      make(rows, cols, () => 0.2 + chance.next()),
      (data) => sum(data),
    );
  if (has("unit")) return scaled(plain, (data) => Math.sqrt(sum(data.map((a) => a * a))));
  if (rows !== cols || rows === 1) return plain;
  if (has("orthogonal")) return orthonormal(plain);
  if (has("diagonal"))
    return make(rows, rows, (i, j) => (i === j ? diagonalEntry(plain, i, has("positive-definite")) : 0));
  if (has("skew")) return make(rows, rows, (i, j) => entryOf(plain, i, j) - entryOf(plain, j, i));
  if (has("positive-definite")) return gram(plain);
  if (has("symmetric")) return make(rows, rows, (i, j) => entryOf(plain, Math.min(i, j), Math.max(i, j)));
  return plain;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, a) => total + a, 0);

function oneHot(rows: number, cols: number, hot: number): Plain {
  return make(rows, cols, (i, j) => (i * cols + j === hot ? 1 : 0));
}

function scaled(A: Plain, size: (data: readonly number[]) => number): Plain {
  const by = size(A.data);
  return { ...A, data: A.data.map((a) => a / by) };
}

function diagonalEntry(A: Plain, i: number, positive: boolean): number {
  const value = entryOf(A, i, i);
  return positive ? Math.abs(value) : value;
}

/** A·Aᵀ + I. */
function gram(A: Plain): Plain {
  const indices = Array.from({ length: A.rows }, (_, k) => k);
  return make(A.rows, A.rows, (i, j) => {
    return sum(indices.map((k) => entryOf(A, i, k) * entryOf(A, j, k))) + (i === j ? 1 : 0);
  });
}

/** The rows made orthonormal one after the other (Gram and Schmidt). */
function orthonormal(A: Plain): Plain {
  const rows: number[][] = [];
  for (let i = 0; i < A.rows; i++) {
    let row = Array.from({ length: A.cols }, (_, j) => entryOf(A, i, j));
    for (const other of rows) {
      const along = sum(row.map((a, j) => a * (other[j] ?? 0)));
      row = row.map((a, j) => a - along * (other[j] ?? 0));
    }
    const length = Math.sqrt(sum(row.map((a) => a * a)));
    rows.push(row.map((a) => a / length));
  }
  return make(A.rows, A.cols, (i, j) => rows[i]?.[j] ?? 0);
}
