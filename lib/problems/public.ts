import type { ProblemRecord } from "./record";
import type { BankProblem } from "./schema";

/** The part of a record that a page may know: all but what states the truth outright. */
export type PublicRecord = Omit<ProblemRecord, "reference" | "correct">;

/** A problem as a learner may see it. It holds nothing of the key: no right or wrong answers, no solution. */
export interface PublicProblem
  extends Pick<BankProblem, "id" | "topic" | "title" | "statement" | "policy" | "hint" | "difficulty" | "source"> {
  readonly problem: PublicRecord;
}

/** Leaves the key behind. Field by field: a field that is added to the bank stays hidden until it is named here. */
export function toPublic(full: BankProblem): PublicProblem {
  const { id, topic, title, statement, policy, hint, difficulty, source } = full;
  const shown = { id, topic, title, statement, policy, difficulty, source, problem: toPublicRecord(full.problem) };
  return hint === undefined ? shown : { ...shown, hint };
}

/** The record without `reference` and `correct`. */
export function toPublicRecord(record: ProblemRecord): PublicRecord {
  const { variables, functions, where, wrt, form, indices, at, tolerance, options, cells } = record;
  const shown = { functions, where, function: record.function, wrt, form, indices, at, tolerance, options, cells };
  const given = Object.entries(shown).filter(([, value]) => value !== undefined);
  return { variables, ...Object.fromEntries(given) };
}
