import type { Verdict } from "../../grade";
import type { ProblemRecord } from "../../problems";
import type { StoredAnswer } from "../../progress";
import type { Level } from "../assignments/level";
import { type DemandingRow, demandsOf } from "./demands";

/** What is needed of a version to weigh an answer to it. */
export interface WeighedRow extends DemandingRow {
  readonly skills: readonly string[];
  readonly difficulty: number | null;
}

/** What is selected of a version for {@link storedAnswer}. */
export const weighedSelect = {
  id: true,
  record: true,
  parameters: true,
  policy: true,
  answers: true,
  alike: true,
  skills: true,
  difficulty: true,
} as const;

interface Outcome {
  readonly verdict: Verdict;
  readonly correct: boolean;
  readonly hints: number;
  readonly solutionSeen: boolean;
}

/** What its author left open. */
const usualDifficulty = 2;

/** A counted answer as progress weighs it. */
export function storedAnswer(version: WeighedRow, { verdict, correct, hints, solutionSeen }: Outcome): StoredAnswer {
  return {
    skills: version.skills,
    demands: demandsOf(version),
    difficulty: version.difficulty ?? usualDifficulty,
    right: correct,
    hints,
    causes: causesOf(verdict, correct),
    guess: guessOf(version.record as ProblemRecord),
    solutionSeen,
  };
}

/** An answer without what its answerer has not been told of it. */
export function toldAnswer(answer: StoredAnswer, level: Level): StoredAnswer {
  return level === "all" ? answer : { ...answer, causes: [] };
}

/** Why an answer was wrong, as codes of the grader; right in a layout that does not count is a slip of layout. */
export function causesOf(verdict: Verdict, correct: boolean): readonly string[] {
  if (correct || verdict.status !== "graded") return [];
  if (verdict.numerator || verdict.denominator) return ["transposed"];
  return [...new Set((verdict.diagnosis ?? []).map(({ code }) => code))];
}

/** The chance of being right blindly: one option out of all, or one choice of options out of all but the empty one. */
function guessOf({ form, options = {}, correct = [] }: ProblemRecord): number {
  const count = Object.keys(options).length;
  if (form !== "choice" || count === 0) return 0;
  return correct.length > 1 ? 1 / (2 ** count - 1) : 1 / count;
}
