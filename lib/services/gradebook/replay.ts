import { isDeepStrictEqual } from "node:util";
import { GRADER_VERSION } from "../../grade";
import { answerOfRow } from "../answer-text";
import { gradeRow } from "../answers/finish";
import { type LoadedAttempt, questionFor, verdictOf } from "../attempts";
import { gradeAnswer } from "../grading";

/**
 * Grades a stored answer again, by the version, the values and the seed that its newest grade was found with: the answer with
 * today's grade, or `null` where the verdict is the same.
 */
export async function replayed(row: LoadedAttempt): Promise<LoadedAttempt | null> {
  const [newest] = row.grades;
  if (!newest) return null;
  const today = gradeRow(await gradeAnswer(questionFor(row), answerOfRow(row), row.seed));
  if (isDeepStrictEqual(today.verdict, verdictOf(row))) return null;
  const { status, numerator, denominator, correct } = today;
  // As it would come back out of the database.
  const verdict = JSON.parse(JSON.stringify(today.verdict));
  return {
    ...row,
    grades: [{ ...newest, status, numerator, denominator, correct, verdict, graderVersion: GRADER_VERSION }],
  };
}
