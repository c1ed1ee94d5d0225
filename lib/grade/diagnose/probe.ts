import { run, type Sizes, type Values } from "../../evaluate";
import type { Matrix, MatrixArithmetic } from "../../matrix";
import { transpose } from "../../matrix";
import type { Scope, ShapedExpr } from "../../shape";
import type { Truth, TruthAt } from "../truth";
import type { Layout } from "../verdict";
import type { Fraction } from "./rational";

/** How numbers are told apart at a probe, and read as fractions. */
export interface Reading<T> {
  /** Whether two numbers of matrices with entries of the given size may be equal. */
  same(a: T, b: T, scale: number): boolean;
  fraction(a: T): Fraction | undefined;
}

/** One point at which many guesses are tried cheaply, before the likely ones are compared in full. */
export class Probe<T> {
  private readonly points = new Map<Scope, Values<T>>();
  private readonly truths = new Map<Truth, { readonly there: TruthAt; readonly value: Matrix<T> } | undefined>();

  /** Values of expressions at the point of a scope. */
  private readonly values = new Map<Scope, WeakMap<ShapedExpr, Matrix<T> | null>>();

  constructor(
    private readonly M: MatrixArithmetic<T>,
    private readonly sizes: Sizes,
    private readonly draw: (scope: Scope) => Values<T>,
    private readonly reading: Reading<T>,
  ) {}

  private point(scope: Scope): Values<T> {
    const known = this.points.get(scope);
    if (known) return known;
    const made = this.draw(scope);
    this.points.set(scope, made);
    return made;
  }

  private usable(A: Matrix<T>): boolean {
    return A.data.every((a) => this.M.scalars.state(a) === "value");
  }

  private truthOf(truth: Truth): { readonly there: TruthAt; readonly value: Matrix<T> } | undefined {
    if (!this.truths.has(truth)) this.truths.set(truth, this.evaluate(truth));
    return this.truths.get(truth);
  }

  private evaluate(truth: Truth): { readonly there: TruthAt; readonly value: Matrix<T> } | undefined {
    const there = truth.at(this.sizes);
    if (!there.ok) return undefined;
    const value = there.value.value(this.M, this.point(truth.scope));
    return this.usable(value) ? { there: there.value, value } : undefined;
  }

  /** Truth and answer as the layout has them; nothing where one has no value here. */
  private sides(truth: Truth, answer: ShapedExpr, layout: Layout): readonly [Matrix<T>, Matrix<T>] | undefined {
    if (this.values.get(truth.scope)?.get(answer) === null) return undefined;
    const found = this.truthOf(truth);
    const own = found && this.value(truth, found.there, answer);
    if (!found || !own) return undefined;
    return [layout === "numerator" ? found.value : transpose(found.value), own];
  }

  private value(truth: Truth, there: TruthAt, expr: ShapedExpr): Matrix<T> | undefined {
    const known = this.values.get(truth.scope) ?? new WeakMap<ShapedExpr, Matrix<T> | null>();
    this.values.set(truth.scope, known);
    const found = known.get(expr);
    if (found !== undefined) return found ?? undefined;
    const program = there.answer(expr);
    const value = program.ok ? run(program.value, this.M, this.point(truth.scope)) : undefined;
    const usable = value && this.usable(value) ? value : undefined;
    known.set(expr, usable ?? null);
    return usable;
  }

  private largest(A: Matrix<T>): number {
    return Math.max(...A.data.map((a) => Math.abs(this.M.scalars.toNumber(a))));
  }

  /** Whether the two may be equal; nothing where this kind of number cannot say. */
  mayBeEqual(truth: Truth, answer: ShapedExpr, layout: Layout): boolean | undefined {
    const sides = this.sides(truth, answer, layout);
    if (!sides) return undefined;
    const [want, got] = sides;
    const scale = this.largest(want);
    return (
      want.rows === got.rows &&
      want.cols === got.cols &&
      want.data.every((a, k) => this.reading.same(a, got.data[k] as T, scale))
    );
  }

  /** The fraction c for which the answer may be c·unit·truth. */
  ratio(truth: Truth, answer: ShapedExpr, layout: Layout, unit: ShapedExpr): Fraction | undefined {
    const sides = this.sides(truth, answer, layout);
    const there = this.truthOf(truth)?.there;
    const scale = there && this.value(truth, there, unit)?.data[0];
    if (!sides || scale === undefined) return undefined;
    const S = this.M.scalars;
    const [want, got] = sides;
    const size = this.largest(want);
    const lead = want.data.findIndex((a) => Math.abs(S.toNumber(a)) >= (S.name === "prime-field" ? 1 : size));
    if (lead < 0) return undefined;
    const ratio = S.mul(got.data[lead] as T, S.recip(want.data[lead] as T));
    const constant = want.data.every((a, k) => this.reading.same(S.mul(ratio, a), got.data[k] as T, size));
    return constant ? this.reading.fraction(S.mul(ratio, S.recip(scale))) : undefined;
  }
}
