import type { Complaint, Result, Seed } from "../../base";
import { type FunctionKind, readAnswer, wantedLayout } from "../../feedback";
import { type Answer, type AnswerKey, type Form, grade, type Policy, readProblem, type Verdict } from "../../grade";
import type { ProblemRecord } from "../../problems";
import { type Declarations, isRow, isScalar, isVector, printShape, type Shape } from "../../shape";

/** A record and the policy under which it is asked: all that an answer is graded by. */
export interface AskedRecord {
  readonly record: ProblemRecord;
  readonly policy: Policy;
}

/** An instance of a problem, ready to grade answers. It holds the key, so it stays on the server. */
export interface Question extends AskedRecord {
  /** A complaint where this grader cannot read the problem: its answers are then not counted. */
  readonly key: Result<AnswerKey, Complaint>;
  readonly form: Form;
  readonly kind: FunctionKind;
  /** The shape that each layout asks for, in words; `null` where the form has no layouts. */
  readonly shapes: { readonly numerator: string; readonly denominator: string } | null;
}

/** The question that a record asks under a policy. */
export function readQuestion(record: ProblemRecord, policy: Policy): Question {
  const form = record.form ?? "derivative";
  const key = readProblem({ ...record, layout: policy });
  if (!key.ok) return { record, policy, key, form, kind: "other", shapes: null };
  return { record, policy, key, form, kind: kindOf(key.value, record), shapes: shapesOf(key.value) };
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

/** The verdict on an answer. It may take a while, so it never happens inside a transaction, and in a request only on a thread. */
export function verdictOn({ key }: Pick<Question, "key">, answer: Answer, seed: Seed): Verdict {
  return key.ok ? grade(answer, key.value, seed) : { status: "bad-problem", error: key.error };
}

/** Whether a verdict is right in a layout that the policy takes. */
export function isCorrect(verdict: Verdict, { policy, kind }: Question): boolean {
  if (verdict.status !== "graded") return false;
  const wanted = wantedLayout(policy, kind);
  return wanted ? verdict[wanted] : verdict.numerator || verdict.denominator;
}
