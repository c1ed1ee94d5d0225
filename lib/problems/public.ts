import type { ProblemRecord } from "./record";
import type { ProblemInstance } from "./schema";

/** The part of a record that a page may know: all but what states the truth outright. */
export type PublicRecord = Omit<ProblemRecord, "reference" | "correct">;

type Shown = "id" | "topic" | "title" | "skills" | "difficulty" | "sources" | "policy" | "input" | "statement";

/**
 * A problem as a learner may see it. It holds nothing of the key: no right or wrong answers, no solution; hints are given
 * one by one, as they are asked for.
 */
export interface PublicProblem extends Pick<ProblemInstance, Shown> {
  readonly problem: PublicRecord;
  readonly hints: number;
}

/** Leaves the key behind. Field by field: a field that is added to the bank stays hidden until it is named here. */
export function toPublic(full: ProblemInstance): PublicProblem {
  const { id, topic, title, skills, difficulty, sources, policy, input, statement } = full;
  const shown = { id, topic, title, skills, difficulty, sources, policy, input, statement };
  return { ...shown, problem: toPublicRecord(full.problem), hints: full.hints.length };
}

/** The record without `reference` and `correct`. */
export function toPublicRecord(record: ProblemRecord): PublicRecord {
  const { variables, functions, where, wrt, form, indices, at, tolerance, options, cells } = record;
  const shown = { functions, where, function: record.function, wrt, form, indices, at, tolerance, options, cells };
  const given = Object.entries(shown).filter(([, value]) => value !== undefined);
  return { variables, ...Object.fromEntries(given) };
}
