import { type Complaint, ok, type Result, type Seed } from "../base";
import { formReaders } from "./forms";
import type { Answer, Judge } from "./judge";
import { type Declared, readDeclarations } from "./problem";
import type { Truth } from "./truth";
import type { Verdict } from "./verdict";

/** Raised whenever a verdict could come out differently. */
export const GRADER_VERSION = "3";

/** A checked problem with all that grading needs. Only the server may hold it: the truth follows from it. */
export interface AnswerKey extends Declared {
  readonly judge: Judge;
  /** For the forms that compare expressions. */
  readonly truth?: Truth;
}

function readForm(declared: Declared): Result<AnswerKey, Complaint> {
  const key = formReaders[declared.problem.form](declared);
  return key.ok ? ok({ ...declared, ...key.value }) : key;
}

/** Checks a problem record (contract, section 4). A complaint means that the record itself is wrong. */
export function readProblem(problem: unknown): Result<AnswerKey, Complaint> {
  const declared = readDeclarations(problem);
  return declared.ok ? readForm(declared.value) : declared;
}

/** Grades one typed answer. Anything a learner can type leads to a verdict, never to an exception. */
export function grade(answer: Answer, key: AnswerKey, seed: Seed): Verdict {
  return key.judge(answer, seed);
}
