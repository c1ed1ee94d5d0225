import { type Complaint, fail, ok, type Result } from "../base";
import { hessian, jacobian, trace } from "../diff";
import { lower, type Program, run, type Values } from "../evaluate";
import { canonicalName, type Expr, parse } from "../expr";
import { arithmetic, float64, type Matrix, matrix, type Tracked } from "../matrix";
import { checkShapes, isScalar, printShape, type Scope, type ShapedExpr, scopeOf } from "../shape";
import { misfit } from "./complaints";
import type { Label } from "./figure";
import { labelOf } from "./label";

export const M = arithmetic(float64);

/** A typed expression with the shapes of its parts. */
export interface ReadExpression {
  readonly tree: Expr;
  readonly shaped: ShapedExpr;
}

/** Reads an expression of a figure; a complaint names the field it stands in. */
export function readExpression(field: string, source: string, scope: Scope): Result<ReadExpression, Complaint> {
  const tree = parse(source, "text", scope.vocabulary);
  if (!tree.ok) return fail({ ...tree.error, field });
  const checked = checkShapes(tree.value, scope, source);
  return checked.ok ? ok({ tree: tree.value, shaped: checked.value.expr }) : fail({ ...checked.error, field });
}

/** A scalar function of the vector or number `x`, with its derivatives, in plain numbers; NaN where it has no value. */
export interface ScalarFormula {
  readonly label: Label;
  value(x: readonly number[]): number;
  gradient(x: readonly number[]): readonly number[];
  /** Second derivatives, row by row. */
  hessian(x: readonly number[]): readonly number[];
}

const plain = (a: Tracked): number => (float64.state(a) === "value" ? a.v : Number.NaN);

/** The entries of a matrix as plain numbers; NaN for what has no value. */
export function numbersOf(A: Matrix<Tracked>): readonly number[] {
  return A.data.map(plain);
}

/** Plain numbers as a matrix. */
export function toMatrix(rows: number, cols: number, entries: readonly number[]): Matrix<Tracked> {
  return matrix(
    rows,
    cols,
    entries.map((v) => float64.number(v)),
  );
}

/** A variable that a figure varies: a number, or a vector of so many. */
export interface Varied {
  readonly name: string;
  readonly length: number;
}

/** What a plot needs of a function. */
export type PlottedFormula = Omit<ScalarFormula, "hessian"> & { readonly work: number };

/** Reads a function of `x`: a number, or a vector with so many entries. */
export function readScalarFormula(field: string, source: string, length: number): Result<ScalarFormula, Complaint> {
  const x = { name: "x", length };
  const read = readProgram(field, source, [x]);
  if (!read.ok) return read;
  const { program, label } = read.value;
  const { value, gradient } = formulaOf(program, label, [x]);
  return ok({ label, value, gradient, hessian: (at) => numbersOf(hessian(program, M, valuesOf([x], at), "x")) });
}

/** Reads a function of the variables that are named; its arguments are their entries, one after the other. */
export function readPlottedFormula(
  field: string,
  source: string,
  varied: readonly Varied[],
): Result<PlottedFormula, Complaint> {
  const read = readProgram(field, source, varied);
  return read.ok ? ok(formulaOf(read.value.program, read.value.label, varied)) : read;
}

function readProgram(
  field: string,
  source: string,
  varied: readonly Varied[],
): Result<{ readonly program: Program; readonly label: Label }, Complaint> {
  const shapes = varied.map(({ name, length }) => [name, { shape: length === 1 ? [] : [length] }] as const);
  const scope = scopeOf({ variables: Object.fromEntries(shapes) });
  const read = readExpression(field, source, scope);
  if (!read.ok) return read;
  const { tree, shaped } = read.value;
  if (!isScalar(shaped)) return fail(misfit(field, `a number is wanted, and this is ${printShape(shaped)}`));
  const program = lower(shaped, new Map(), scope);
  if (!program.ok) return fail(misfit(field, "this is too large"));
  return ok({ program: program.value, label: labelOf(tree) });
}

function valuesOf(varied: readonly Varied[], x: readonly number[]): Values<Tracked> {
  let from = 0;
  const values = new Map<string, Matrix<Tracked>>();
  for (const { name, length } of varied) {
    values.set(canonicalName(name), toMatrix(length, 1, x.slice(from, from + length)));
    from += length;
  }
  return values;
}

function formulaOf(program: Program, label: Label, varied: readonly Varied[]): PlottedFormula {
  return {
    label,
    work: program.work,
    value: (x) => numbersOf(run(program, M, valuesOf(varied, x)))[0] ?? Number.NaN,
    gradient: (x) => {
      const traced = trace(program, M, valuesOf(varied, x));
      return varied.flatMap(({ name, length }) =>
        numbersOf(jacobian(traced, M, canonicalName(name), { rows: length, cols: 1 })),
      );
    },
  };
}
