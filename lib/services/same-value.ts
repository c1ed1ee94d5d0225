import type { Syntax } from "../expr";
import { parse, toText } from "../expr";
import { type AnswerKey, grade, readProblem } from "../grade";
import type { ProblemRecord } from "../problems";
import { type Declarations, scopeOf } from "../shape";

/** An answer as one text, as it was typed. */
export interface TypedText {
  readonly text: string;
  readonly syntax: Syntax;
}

/** Forms whose answer is one formula that has a value wherever the problem's names have one. */
const formulas: ReadonlySet<string> = new Set(["derivative", "hessian", "differential", "vec", "value"]);

/** The names that an answer to a problem may use: a differential has one more. */
function namesOf({ variables, functions, form, wrt }: ProblemRecord): Declarations {
  const differential = form === "differential" && wrt ? { [`d${wrt}`]: { shape: variables[wrt]?.shape ?? [] } } : {};
  return { variables: { ...variables, ...differential }, ...(functions && { functions }) } as Declarations;
}

/** An answer in the notation of the language, the same however it was spaced and in whichever syntax it was written. */
export function normalForm(record: ProblemRecord, { text, syntax }: TypedText): string {
  const plain = text.trim().replace(/\s+/g, " ");
  if (record.form !== "index" && !formulas.has(record.form ?? "derivative")) return plain;
  const tree = parse(text, syntax, scopeOf(namesOf(record), record.indices).vocabulary);
  return tree.ok ? toText(tree.value) : plain;
}

/** Longer answers are compared as texts alone. */
const longest = 400;

/** What is compared has no secret in it, so neither has the chance behind it. */
const seed = "same value";

/** True for what can be compared as a value: one formula, and not a long one. */
export function mayHaveValue(record: ProblemRecord, text: string): boolean {
  return formulas.has(record.form ?? "derivative") && text.length <= longest;
}

/**
 * What answers to a problem are compared with, to see whether they have the same value: the grader decides. Nothing where the form
 * has no formula for an answer, or where the text cannot stand alone.
 */
export function readValue(record: ProblemRecord, text: string): AnswerKey | null {
  if (!mayHaveValue(record, text)) return null;
  const key = readProblem({ ...namesOf(record), where: record.where, reference: text });
  return key.ok ? key.value : null;
}

/** Whether an answer has this value as it stands. Its transpose is another. */
export function hasValue(key: AnswerKey, { text, syntax }: TypedText): boolean {
  if (text.length > longest) return false;
  const verdict = grade({ text, syntax }, key, seed);
  return verdict.status === "graded" && verdict.numerator;
}
