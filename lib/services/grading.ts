import { createHmac } from "node:crypto";
import type { Complaint, Result, Seed } from "../base";
import { type FunctionKind, readAnswer, wantedLayout } from "../feedback";
import { type Answer, type AnswerKey, type Form, grade, type Policy, readProblem, type Verdict } from "../grade";
import type { Drawn, ProblemRecord } from "../problems";
import { type Declarations, isRow, isScalar, isVector, printShape, type Shape } from "../shape";
import { setting } from "../store";
import { type InstanceRow, recordOf } from "./instances";

/** An instance of a problem, ready to grade answers. It holds the key, so it stays on the server. */
export interface Question {
  /** A complaint where this grader cannot read the problem: its answers are then not counted. */
  readonly key: Result<AnswerKey, Complaint>;
  readonly policy: Policy;
  readonly form: Form;
  readonly kind: FunctionKind;
  /** The shape that each layout asks for, in words; `null` where the form has no layouts. */
  readonly shapes: { readonly numerator: string; readonly denominator: string } | null;
}

/** Versions never change, so what was read once stays true. The oldest goes when there are too many. */
const questions = new Map<string, Question>();
const mostQuestions = 1_000;

/** The question that a version asks with these values drawn, under its policy or that of an assignment. */
export function questionOf(version: InstanceRow, drawn: Drawn | null): Question {
  const name = `${version.id} ${version.policy} ${JSON.stringify(drawn)}`;
  const known = questions.get(name);
  if (known) return known;
  const question = readQuestion(recordOf(version, drawn), version.policy);
  const oldest = questions.keys().next();
  if (questions.size >= mostQuestions && !oldest.done) questions.delete(oldest.value);
  questions.set(name, question);
  return question;
}

/** The question that a record asks under a policy. */
export function readQuestion(record: ProblemRecord, policy: Policy): Question {
  const form = record.form ?? "derivative";
  const key = readProblem({ ...record, layout: policy });
  if (!key.ok) return { key, policy, form, kind: "other", shapes: null };
  return { key, policy, form, kind: kindOf(key.value, record), shapes: shapesOf(key.value) };
}

/** A reference has no function to look at, but the derivative of a scalar by a vector is a row in numerator layout. */
function kindOf({ truth, problem }: AnswerKey, record: ProblemRecord): FunctionKind {
  if (truth) {
    const scalar = isScalar(truth.source) || (problem.reference !== undefined && isRow(truth.source));
    return scalar ? "scalar" : "other";
  }
  const read = record.function === undefined ? undefined : readAnswer(record.function, "text", record as Declarations);
  return read?.ok && read.value.shape === "scalar" ? "scalar" : "other";
}

function shapesOf({ truth }: AnswerKey): Question["shapes"] {
  const [numerator, denominator] = truth?.shapes ?? [];
  if (!numerator || !denominator) return null;
  return { numerator: shapeInWords(numerator), denominator: shapeInWords(denominator) };
}

/** "n × 1 column", "1 × n row", "m × n matrix", "scalar". */
export function shapeInWords(shape: Shape): string {
  const printed = printShape(shape).replace("×", " × ");
  if (isScalar(shape)) return printed;
  if (isVector(shape)) return `${printed} column`;
  return isRow(shape) ? `${printed} row` : `${printed} matrix`;
}

/** What is stored of a grade. */
export interface Graded {
  readonly verdict: Verdict;
  /** Right in a layout that the policy takes. */
  readonly correct: boolean;
  /** Costs an attempt. What cannot be read or decided costs nothing. */
  readonly counts: boolean;
  /** The feedback rule that the answer meets. */
  readonly ruleId?: string;
}

/** Grades an answer. It may take a while, so it never happens inside a transaction. */
export function gradeAnswer({ key, policy, kind }: Question, answer: Answer, seed: Seed): Graded {
  const verdict: Verdict = key.ok ? grade(answer, key.value, seed) : { status: "bad-problem", error: key.error };
  if (verdict.status !== "graded") return { verdict, correct: false, counts: false };
  const wanted = wantedLayout(policy, kind);
  const correct = wanted ? verdict[wanted] : verdict.numerator || verdict.denominator;
  return { verdict, correct, counts: true };
}

/** The chance behind a version's verdicts: the same for every answer to it, and known to nobody outside. */
export function seedOf(versionId: string): Seed {
  return createHmac("sha256", setting("NABLA_SECRET")).update(`version ${versionId}`).digest("hex");
}
