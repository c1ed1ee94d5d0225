import { arithmetic, build, type Matrix, type MatrixArithmetic, transpose } from "../matrix";
import type { Assumption } from "../shape";
import type { EntryKind, Source } from "./source";

/** Draws of structured matrices over any numbers: reals and prime fields alike. */
class Drawing<T> {
  private readonly M: MatrixArithmetic<T>;

  constructor(
    private readonly source: Source<T>,
    private readonly holds: ReadonlySet<Assumption>,
  ) {
    this.M = arithmetic(source.scalars);
  }

  private has(...names: readonly Assumption[]): boolean {
    return names.some((name) => this.holds.has(name));
  }

  private kind(): EntryKind {
    if (this.has("integer")) return this.wholeKind();
    // Zero is the edge of the nonnegative numbers, where a corner such as that of |x| has no derivative.
    return this.has("positive", "nonnegative") ? "positive" : "any";
  }

  private wholeKind(): EntryKind {
    const nonzero = this.has("nonzero");
    if (this.has("positive") || (nonzero && this.has("nonnegative"))) return "positive-integer";
    if (this.has("nonnegative")) return "natural";
    return nonzero ? "nonzero-integer" : "integer";
  }

  /** Rows × columns of entries of the declared kind. */
  private plain(rows: number, cols: number): Matrix<T> {
    const kind = this.kind();
    return build(rows, cols, () => this.source.entry(kind));
  }

  private get entrywise(): boolean {
    return this.source.plain || this.has("positive", "nonnegative", "integer");
  }

  private diagonalOf(n: number, entry: (i: number) => T): Matrix<T> {
    const zero = this.source.scalars.zero;
    const entries = Array.from({ length: n }, (_, i) => entry(i));
    return build(n, n, (i, j) => (i === j ? (entries[i] as T) : zero));
  }

  private signs(n: number): Matrix<T> {
    const { one, neg } = this.source.scalars;
    return this.diagonalOf(n, () => (this.source.choice(2) === 0 ? one : neg(one)));
  }

  private skew(n: number, entry: () => T): Matrix<T> {
    const upper = build(n, n, entry);
    const { zero, neg } = this.source.scalars;
    return build(n, n, (i, j) =>
      i === j ? zero : i < j ? (upper.data[i * n + j] as T) : neg(upper.data[j * n + i] as T),
    );
  }

  /** A rotation by Cayley's formula, (I − K)(I + K)⁻¹ with K skew. */
  private rotation(n: number): Matrix<T> {
    const { M } = this;
    const K = this.skew(n, () => this.source.angle());
    const I = M.identity(n);
    return M.product(M.sub(I, K), M.inverse(M.add(I, K)));
  }

  /** A rotation or a reflection. */
  private orthogonal(n: number): Matrix<T> {
    return this.M.product(this.rotation(n), this.signs(n));
  }

  private conditioned(n: number, positive: boolean): Matrix<T> {
    const D = this.diagonalOf(n, () => this.source.pivot(positive));
    return this.M.product(this.M.product(this.orthogonal(n), D), this.rotation(n));
  }

  private congruence(n: number, D: Matrix<T>): Matrix<T> {
    const Q = this.orthogonal(n);
    const A = this.M.product(this.M.product(Q, D), transpose(Q));
    return this.mirrored(A);
  }

  /** The upper triangle put below the diagonal, so that symmetry holds to the last bit. */
  private mirrored(A: Matrix<T>): Matrix<T> {
    return build(A.rows, A.rows, (i, j) => A.data[Math.min(i, j) * A.rows + Math.max(i, j)] as T);
  }

  private permutation(n: number): Matrix<T> {
    const order = Array.from({ length: n }, (_, i) => i);
    for (let i = n - 1; i > 0; i--) {
      const j = this.source.choice(i + 1);
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    const { zero, one } = this.source.scalars;
    return build(n, n, (i, j) => (order[i] === j ? one : zero));
  }

  /** On the unit sphere by stereographic projection, which stays inside any field. */
  private unit(rows: number, cols: number): Matrix<T> {
    const S = this.source.scalars;
    const n = rows * cols;
    const t = Array.from({ length: n - 1 }, () => this.source.angle());
    const squares = t.map((a) => S.mul(a, a)).reduce(S.add, S.zero);
    const scale = S.recip(S.add(squares, S.one));
    const last = S.mul(S.sub(squares, S.one), scale);
    const data = [...t.map((a) => S.mul(S.add(a, a), scale)), this.source.choice(2) === 0 ? last : S.neg(last)];
    const shift = this.source.choice(n);
    const turned = data.map((_, k) => data[(k + shift) % n] as T);
    return { rows, cols, data: this.has("positive", "nonnegative") ? turned.map((a) => S.apply("abs", a)) : turned };
  }

  private simplex(rows: number, cols: number): Matrix<T> {
    const S = this.source.scalars;
    const parts = Array.from({ length: rows * cols }, () => this.source.pivot(true));
    const total = S.recip(parts.reduce(S.add));
    return { rows, cols, data: parts.map((a) => S.mul(a, total)) };
  }

  private oneHot(rows: number, cols: number): Matrix<T> {
    const hot = this.source.choice(rows * cols);
    const { zero, one } = this.source.scalars;
    return build(rows, cols, (i, j) => (i * cols + j === hot ? one : zero));
  }

  private square(n: number): Matrix<T> {
    if (this.has("orthogonal")) return this.orthogonalKind(n);
    if (this.has("skew")) return this.skew(n, () => this.source.entry(this.kind()));
    if (this.has("diagonal")) return this.diagonalKind(n);
    if (this.has("positive-definite")) return this.positiveDefinite(n);
    if (this.has("symmetric")) {
      if (this.entrywise) return this.mirrored(this.plain(n, n));
      return this.congruence(
        n,
        this.diagonalOf(n, () => this.source.pivot(false)),
      );
    }
    return this.entrywise ? this.plain(n, n) : this.conditioned(n, false);
  }

  private orthogonalKind(n: number): Matrix<T> {
    if (this.has("positive-definite")) return this.M.identity(n);
    if (this.has("diagonal")) return this.has("positive", "nonnegative") ? this.M.identity(n) : this.signs(n);
    if (this.has("positive", "nonnegative", "integer")) return this.permutation(n);
    if (this.has("symmetric")) return this.congruence(n, this.signs(n));
    return this.orthogonal(n);
  }

  private diagonalKind(n: number): Matrix<T> {
    if (this.has("positive-definite")) return this.diagonalOf(n, () => this.source.pivot(true));
    const kind = this.kind();
    return this.diagonalOf(n, () => (this.entrywise ? this.source.entry(kind) : this.source.pivot(false)));
  }

  private positiveDefinite(n: number): Matrix<T> {
    if (this.source.scalars.name === "prime-field") return this.mirrored(this.plain(n, n));
    const A = this.congruence(
      n,
      this.diagonalOf(n, () => this.source.pivot(true)),
    );
    if (!this.has("positive", "nonnegative", "integer")) return A;
    const B = this.mirrored(this.plain(n, n));
    const total = this.M.add(this.M.product(B, B), this.M.identity(n));
    return this.mirrored(total);
  }

  draw(rows: number, cols: number): Matrix<T> {
    if (this.has("one-hot") || (this.has("simplex") && this.has("unit", "integer"))) return this.oneHot(rows, cols);
    if (this.has("simplex")) return this.simplex(rows, cols);
    if (this.has("unit")) return this.has("integer") ? this.oneHot(rows, cols) : this.unit(rows, cols);
    return rows === cols && rows > 1 ? this.square(rows) : this.plain(rows, cols);
  }
}

/** Draws a value for a variable from the set that its assumptions name. */
export function drawValue<T>(source: Source<T>, rows: number, cols: number, assume: readonly Assumption[]): Matrix<T> {
  return new Drawing(source, new Set(assume)).draw(rows, cols);
}
