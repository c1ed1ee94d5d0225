import { type Complaint, complain, fail, ok, type Result } from "../../base";
import type { Sizes, Values } from "../../evaluate";
import { canonicalName } from "../../expr";
import type { Matrix, Scalars } from "../../matrix";
import type { Scope, ShapedExpr } from "../../shape";
import { sizeRules } from "../ask";
import { badRecord, type Declared, type Problem } from "../problem";
import { satisfied } from "../sizes";
import { isMatrixExponent, wholeExponents } from "../wholes";

/** Numbers as an author writes them: one, a list, or a list of rows. */
type Given = NonNullable<Problem["at"]>[string];
type Rows = Matrix<number>;

/** A point that the author gave, with the sizes that follow from it. */
export interface GivenPoint {
  readonly sizes: Sizes;
  readonly entries: ReadonlyMap<string, Rows>;
  values<T>(S: Scalars<T>): Values<T>;
}

/** A number as the decimal that was typed, so that 0.1 is a tenth. */
export function exactNumber<T>(S: Scalars<T>, value: number): T {
  const size = S.literal(String(Math.abs(value)).replace("+", ""));
  return value < 0 ? S.neg(size) : size;
}

/** A list is a column, or the row of a variable that is declared as one. */
function rowsOf(given: Given, declared: readonly (string | number)[]): Rows | undefined {
  if (typeof given === "number") return { rows: 1, cols: 1, data: [given] };
  const flat = given.filter((row) => typeof row === "number");
  if (flat.length === given.length && flat.length > 0)
    return declared.length === 2 && declared[0] === 1
      ? { rows: 1, cols: flat.length, data: flat }
      : { rows: flat.length, cols: 1, data: flat };
  const nested = given.filter((row) => typeof row !== "number");
  const width = nested[0]?.length ?? 0;
  if (nested.length !== given.length || width === 0 || nested.some((row) => row.length !== width)) return undefined;
  return { rows: nested.length, cols: width, data: nested.flat() };
}

/** Sets the sizes that a value has against those declared; false where they contradict each other. */
function settleSizes(value: Rows, declared: readonly (string | number)[], sizes: Map<string, number>): boolean {
  return [value.rows, value.cols].every((got, k) => {
    const side = declared[k] ?? 1;
    if (typeof side === "number") return side === got;
    const known = sizes.get(side) ?? got;
    sizes.set(side, known);
    return known === got;
  });
}

/** Reads numbers for variables, each of its declared shape; `sizes` holds what is known of dimensions, and grows. */
export function readEntries(
  field: string,
  given: Readonly<Record<string, Given>>,
  scope: Scope,
  sizes: Map<string, number>,
): Result<Map<string, Rows>, Complaint> {
  const entries = new Map<string, Rows>();
  for (const [typed, numbers] of Object.entries(given)) {
    const name = canonicalName(typed);
    const declared = scope.variables.get(name);
    if (!declared) {
      const detail = `${field}: ${typed} is not a variable`;
      return fail(complain("unknown-name", "bad-record", { detail }, { start: 0, end: 0 }));
    }
    const value = rowsOf(numbers, declared.shape);
    if (!value) return fail(badRecord(`${field}: the rows of ${typed} are not of one length`));
    if (!settleSizes(value, declared.shape, sizes)) {
      const detail = `${field}: ${typed} has the sizes ${value.rows} and ${value.cols}, which do not fit`;
      return fail(complain("shape", "bad-record", { detail }, { start: 0, end: 0 }));
    }
    entries.set(name, value);
  }
  return ok(entries);
}

/** Entries as numbers of any arithmetic. */
export function liftEntries<T>(S: Scalars<T>, entries: ReadonlyMap<string, Rows>): Values<T> {
  return new Map([...entries].map(([name, A]) => [name, { ...A, data: A.data.map((v) => exactNumber(S, v)) }]));
}

/** Reads `at`: every variable must be there, and every dimension is then a number. */
export function readPoint({ problem, scope }: Declared): Result<GivenPoint, Complaint> {
  if (problem.at === undefined) return fail(badRecord("at is missing"));
  if (scope.functions.size > 0) return fail(badRecord("functions: a declared function has no value at a point"));
  const sizes = new Map<string, number>();
  const read = readEntries("at", problem.at, scope, sizes);
  if (!read.ok) return read;
  const entries = read.value;
  const missing = [...scope.variables.keys()].find((name) => !entries.has(name));
  if (missing !== undefined) return fail(badRecord(`at: ${missing} is missing`));
  return ok({ sizes, entries, values: (S) => liftEntries(S, entries) });
}

/** The sizes that an expression is lowered with at a point: with the whole numbers that stand in exponents. */
export function sizesFor(
  expr: ShapedExpr,
  { scope, where }: Declared,
  point: GivenPoint,
  wrt?: string,
): Result<Sizes, Complaint> {
  const sizes = new Map(point.sizes);
  if (!satisfied(sizes, sizeRules(scope, where, [expr])))
    return fail(badRecord("at: the sizes do not satisfy what the problem says of them"));
  for (const name of wholeExponents([expr], scope, wrt)) {
    const value = point.entries.get(name)?.data[0];
    if (value !== undefined && Number.isInteger(value)) sizes.set(name, value);
    else if (isMatrixExponent(name, expr))
      return fail(badRecord(`at: ${name} is no whole number, and a matrix is raised to it`));
  }
  return ok(sizes);
}
