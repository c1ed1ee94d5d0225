import { invariant } from "../../base";
import { lower, run } from "../../evaluate";
import { canonicalName, parse } from "../../expr";
import { reportComplaint } from "../../feedback";
import { type Grid, grade, type Layout, type ProblemInput, readProblem, type Verdict, type Witness } from "../../grade";
import { arithmetic, build, float64, type Matrix, type Tracked } from "../../matrix";
import { checkShapes, type Scope, scopeOf } from "../../shape";
import type { SheetErratum, SheetRow } from "./schema";
import type { WitnessView } from "./views";

/** The record of a row, as the grader reads it. */
export function recordOf(row: SheetRow, form: SheetRow["form"] = row.form): ProblemInput {
  const { variables, functions, where, function: f, wrt } = row;
  return { variables, functions, where, function: f, wrt, form };
}

/** The sheet is no secret, and the same sheet is always judged alike. */
function judge(row: SheetRow, answer: string, form?: SheetRow["form"]): Verdict {
  const key = readProblem(recordOf(row, form));
  return key.ok
    ? grade({ text: answer, syntax: "text" }, key.value, `reference ${row.id}`)
    : { status: "bad-problem", error: key.error };
}

const isRight = (verdict: Verdict, layout: Layout): boolean => verdict.status === "graded" && verdict[layout];

/** The formulas of a row that the grader does not find right; none for a row that may stand. */
export function wrongFormulas(row: SheetRow): readonly string[] {
  const { numerator, denominator, answer, differential } = row;
  const checks = [
    numerator !== undefined && !isRight(judge(row, numerator), "numerator") && "numerator",
    denominator !== undefined && !isRight(judge(row, denominator), "denominator") && "denominator",
    answer !== undefined && !isRight(judge(row, answer), "numerator") && "answer",
    differential !== undefined && !isRight(judge(row, differential, "differential"), "numerator") && "differential",
  ];
  return checks.filter((wrong) => wrong !== false);
}

/** What the grader says of an erratum. */
export interface ErratumFound {
  /** False where the formula is right after all, or not even right in the other layout as the erratum says. */
  readonly stands: boolean;
  readonly witness?: WitnessView;
  readonly reason?: string;
}

/** Grades what a source says, and finds a point at which it differs from the truth. */
export function checkErratum(row: SheetRow, { says, layout }: SheetErratum): ErratumFound {
  const verdict = judge(row, says);
  if (verdict.status === "invalid") {
    return { stands: layout === undefined, reason: String(reportComplaint(verdict.error).message) };
  }
  if (verdict.status !== "graded") return { stands: false };
  if (layout === undefined) {
    const { witness } = verdict;
    return {
      stands: !verdict.numerator && !verdict.denominator && witness !== undefined,
      ...(witness && shown(row, witness)),
    };
  }
  const other = layout === "numerator" ? "denominator" : "numerator";
  const stands = !verdict[layout] && verdict[other] && row[layout] !== undefined;
  return stands ? { stands, witness: besides(row, says, layout) } : { stands };
}

function shown(row: SheetRow, { at, answer, truth, layout }: Witness): { witness?: WitnessView } {
  const names = Object.entries(at).map(([name, value]) => ({ name, value }));
  const named = row.numerator === undefined ? undefined : layout;
  return answer === null ? {} : { witness: { at: names, source: answer, truth, layout: named } };
}

/** Sizes for dimensions in the order of their declaration: all different, so that a transpose shows. */
function sizesOf(scope: Scope): ReadonlyMap<string, number> {
  return new Map([...scope.dimensions].map((name, at) => [name, at + 2]));
}

const M = arithmetic(float64);

/** Small whole numbers, one after the other. */
function counted(rows: number, cols: number, from: number): Matrix<Tracked> {
  return build(rows, cols, (i, j) => float64.number(((from + i * cols + j) % 7) + 1));
}

const gridOf = (A: Matrix<Tracked>): Grid =>
  Array.from({ length: A.rows }, (_, i) => A.data.slice(i * A.cols, (i + 1) * A.cols).map(({ v }) => v));

/** Two formulas side by side at a point of small whole numbers. */
function besides(row: SheetRow, says: string, layout: Layout): WitnessView {
  const scope = scopeOf({ variables: row.variables, functions: row.functions });
  const sizes = sizesOf(scope);
  const sideOf = (side: string | number | undefined): number =>
    typeof side === "string" ? (sizes.get(side) ?? 1) : (side ?? 1);
  const values = new Map(
    Object.entries(row.variables).map(([name, { shape }], at) => [
      canonicalName(name),
      counted(sideOf(shape[0]), sideOf(shape[1]), at * 2),
    ]),
  );
  const gridAt = (text: string): Grid => {
    const tree = parse(text, "text", scope.vocabulary);
    const checked = tree.ok ? checkShapes(tree.value, scope, text) : tree;
    invariant(checked.ok, `${row.id}: ${text} is read as the grader reads it`);
    const program = lower(checked.value.expr, sizes, scope);
    invariant(program.ok, `${row.id}: ${text} is small`);
    return gridOf(run(program.value, M, values));
  };
  const at = [...values].map(([name, value]) => ({ name, value: gridOf(value) }));
  return { at, source: gridAt(says), truth: gridAt(row[layout] ?? ""), layout };
}
