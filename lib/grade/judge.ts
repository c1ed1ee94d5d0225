import { type Complaint, complain, fail, ok, type Result, type Seed } from "../base";
import { parse, type Syntax } from "../expr";
import { type Checked, checkShapes, printShape, type Shape, type ShapedExpr, sameShape } from "../shape";
import { ask } from "./ask";
import { compare } from "./compare";
import type { Declared } from "./problem";
import type { Truth } from "./truth";
import type { Diagnosis, Layout, Verdict } from "./verdict";

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

/** Reads an answer against what is asked for. */
export function readAnswer(answer: Answer, truth: Truth): Result<Checked, Complaint> {
  const text = singleText(answer);
  if (!text.ok) return text;
  const tree = parse(text.value, answer.syntax, truth.scope.vocabulary);
  if (!tree.ok) return tree;
  return checkShapes(tree.value, truth.scope, text.value, {
    shapes: truth.shapes,
    ...(truth.indices && { indices: truth.indices }),
  });
}

/** The layouts whose shape the answer has. */
function fittingLayouts({ expr, fits }: Checked, shapes: readonly Shape[]): Layout[] {
  if (fits === "none") return [];
  if (fits === "any") return ["numerator"];
  const layouts: Layout[] = ["numerator", "denominator"];
  return layouts.filter((_, k) => shapes[k] && sameShape(expr, shapes[k] as Shape));
}

function wrongShape(expr: ShapedExpr, shapes: readonly Shape[]): Diagnosis {
  const want = [...new Set(shapes.map(printShape))].join(" or ");
  return { code: "wrong-shape", got: printShape(expr), want };
}

/** Grades an expression against a truth: by shape first, then by value. */
export function judgeExpression(truth: Truth, declared: Declared): Judge {
  return (answer, seed) => {
    const read = readAnswer(answer, truth);
    if (!read.ok) return invalid(read.error);
    const layouts = fittingLayouts(read.value, truth.shapes);
    if (layouts.length === 0) {
      return {
        status: "graded",
        numerator: false,
        denominator: false,
        diagnosis: [wrongShape(read.value.expr, truth.shapes)],
      };
    }
    const outcome = compare(ask(truth, read.value.expr, declared.where, layouts), seed);
    if (outcome.status === "undecided") return outcome;
    const both = truth.shapes.length === 1 || read.value.fits === "any";
    const { numerator } = outcome.right;
    const denominator = both ? numerator : outcome.right.denominator;
    return {
      status: "graded",
      numerator,
      denominator,
      ...(outcome.bound !== undefined && { exact: true, bound: outcome.bound }),
      ...(outcome.undefined && { diagnosis: [{ code: "undefined" as const }] }),
    };
  };
}
