import { type Complaint, complain, fail, ok, type Result, type Seed } from "../base";
import { type Expr, parse, type Syntax } from "../expr";
import { type Checked, checkShapes, printShape, type Shape, type ShapedExpr } from "../shape";
import { ask } from "./ask";
import { compare } from "./compare";
import { diagnose, type WrongAnswer } from "./diagnose";
import { fittingLayouts, wantedLayout } from "./layouts";
import type { Declared } from "./problem";
import type { Truth } from "./truth";
import type { Diagnosis, Graded, Layout, Verdict } from "./verdict";
import { findWitness } from "./witness";

/** What was typed: one expression; for a derivation its lines, for a table its cells. */
export interface Answer {
  readonly text: string | readonly string[] | Readonly<Record<string, string>>;
  readonly syntax: Syntax;
}

/** The single text of an answer, or a complaint where lines or cells were given. */
export function singleText(answer: Answer, want = "one expression"): Result<string, Complaint> {
  if (typeof answer.text === "string") return ok(answer.text);
  return fail(complain("syntax", "not-this-form", { want }, { start: 0, end: 0 }));
}

/** Grades answers to one problem. */
export type Judge = (answer: Answer, seed: Seed) => Verdict;

export function invalid(error: Complaint): Verdict {
  return { status: "invalid", error };
}

/** An answer that could be read, with its text and its tree as typed. */
export interface ReadAnswer extends Checked {
  readonly text: string;
  readonly tree: Expr;
}

/** Reads an answer against what is asked for. */
export function readAnswer(answer: Answer, truth: Truth): Result<ReadAnswer, Complaint> {
  const text = singleText(answer);
  if (!text.ok) return text;
  const tree = parse(text.value, answer.syntax, truth.scope.vocabulary);
  if (!tree.ok) return tree;
  const checked = checkShapes(tree.value, truth.scope, text.value, {
    shapes: truth.shapes,
    ...(truth.indices && { indices: truth.indices }),
  });
  return checked.ok ? ok({ ...checked.value, text: text.value, tree: tree.value }) : checked;
}

function wrongShape(expr: ShapedExpr, shapes: readonly Shape[]): Diagnosis {
  const want = [...new Set(shapes.map(printShape))].join(" or ");
  return { code: "wrong-shape", got: printShape(expr), want };
}

/** The layouts in which an answer is compared. */
function layoutsOf({ expr, fits }: Checked, shapes: readonly Shape[]): readonly Layout[] {
  if (fits === "none") return [];
  return fits === "any" ? ["numerator"] : fittingLayouts(expr, shapes);
}

type Remarks = Pick<Graded, "diagnosis" | "witness">;

/** What is said of an answer that is right in neither layout. */
function remarksOn(wrong: WrongAnswer, fits: Checked["fits"], known: readonly Diagnosis[], seed: Seed): Remarks {
  const lacksValue = known.some((d) => d.code === "undefined");
  const found = fits === "as-shaped" && !lacksValue ? diagnose(wrong, seed) : [];
  const diagnosis = [...found.slice(0, 2 - known.length), ...known];
  const witness = fits === "none" ? undefined : findWitness(wrong.declared, wrong.truth, wrong.answer, seed);
  return { ...(diagnosis.length > 0 && { diagnosis }), ...(witness && { witness }) };
}

/** What is said of an answer that is right in the layout that was not asked for. */
function transposedRemark({ problem }: Declared, truth: Truth, right: Readonly<Record<Layout, boolean>>): Remarks {
  const wanted = wantedLayout(problem.layout ?? "either", truth);
  return wanted && !right[wanted] ? { diagnosis: [{ code: "transposed", layout: wanted }] } : {};
}

/** Grades an expression against a truth: by shape first, then by value. */
export function judgeExpression(truth: Truth, declared: Declared): Judge {
  return (answer, seed) => {
    const read = readAnswer(answer, truth);
    if (!read.ok) return invalid(read.error);
    const { expr, fits, tree, text } = read.value;
    const wrong = { declared, truth, text, tree, answer: expr };
    const nowhere = { status: "graded", numerator: false, denominator: false } as const;
    const layouts = layoutsOf(read.value, truth.shapes);
    if (layouts.length === 0) return { ...nowhere, ...remarksOn(wrong, fits, [wrongShape(expr, truth.shapes)], seed) };
    const outcome = compare(ask(truth, expr, declared.where, layouts), seed);
    if (outcome.status === "undecided") return outcome;
    const exact = outcome.bound !== undefined && { exact: true, bound: outcome.bound };
    const { numerator } = outcome.right;
    const denominator = truth.shapes.length === 1 || fits === "any" ? numerator : outcome.right.denominator;
    if (numerator || denominator)
      return {
        status: "graded",
        numerator,
        denominator,
        ...exact,
        ...transposedRemark(declared, truth, { numerator, denominator }),
      };
    const known = outcome.undefined ? [{ code: "undefined" as const }] : [];
    return { ...nowhere, ...exact, ...remarksOn(wrong, fits, known, seed) };
  };
}
