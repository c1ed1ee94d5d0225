import { type Complaint, fail, ok, type Result } from "../base";
import { hessian, jacobian, trace } from "../diff";
import { lower, type Program, run, type Values } from "../evaluate";
import { type Expr, parse } from "../expr";
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

/** Reads a function of `x`: a number, or a vector with so many entries. */
export function readScalarFormula(field: string, source: string, length: number): Result<ScalarFormula, Complaint> {
  const scope = scopeOf({ variables: { x: { shape: length === 1 ? [] : [length] } } });
  const read = readExpression(field, source, scope);
  if (!read.ok) return read;
  const { tree, shaped } = read.value;
  if (!isScalar(shaped)) return fail(misfit(field, `a number is wanted, and this is ${printShape(shaped)}`));
  const program = lower(shaped, new Map(), scope);
  return program.ok ? ok(formulaOf(program.value, labelOf(tree), length)) : fail(misfit(field, "this is too large"));
}

function formulaOf(program: Program, label: Label, length: number): ScalarFormula {
  const at = (x: readonly number[]): Values<Tracked> => new Map([["x", toMatrix(length, 1, x)]]);
  const size = { rows: length, cols: 1 };
  return {
    label,
    value: (x) => numbersOf(run(program, M, at(x)))[0] ?? Number.NaN,
    gradient: (x) => numbersOf(jacobian(trace(program, M, at(x)), M, "x", size)),
    hessian: (x) => numbersOf(hessian(program, M, at(x), "x")),
  };
}
