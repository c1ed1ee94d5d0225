import { type Attempt, craftOf, practise } from "./credit";
import { type Recall, type Review, recallOf, schedule } from "./review";
import type { Skill } from "./skill";

/** How well a skill is had, and when it is due again; crafts are practised all along and have no review. */
export interface Estimate {
  readonly skill: Skill;
  readonly review: Review | null;
}

export type Estimates = ReadonlyMap<string, Estimate>;

/** A counted answer as it is stored. */
export interface StoredAnswer extends Omit<Attempt, "earlier"> {
  /** It was given up before, so that the answer could be read. */
  readonly solutionSeen: boolean;
}

/** What is told of an earlier answer to the same variant. */
export type EarlierAnswer = Pick<StoredAnswer, "right" | "solutionSeen">;

/**
 * What an answer says of its writer. Once a variant was solved or given up its answer is known, and nothing that follows says
 * anything; the first answer behind a solution that was read says that it had to be read.
 */
export function attemptOf(answer: StoredAnswer, before: readonly EarlierAnswer[]): Attempt | undefined {
  if (before.some(({ right, solutionSeen }) => right || solutionSeen)) return undefined;
  const { solutionSeen, ...told } = answer;
  const attempt = { ...told, earlier: before.length };
  return solutionSeen ? { ...attempt, right: false, causes: [] } : attempt;
}

/** The skills and crafts that an answer may move. */
export function movedBy({ skills, demands, causes }: Pick<Attempt, "skills" | "demands" | "causes">): string[] {
  return [...new Set([...skills, ...[...demands, ...causes].flatMap((code) => craftOf(code) ?? [])])];
}

/** The estimates after one more answer. The first answer to a variant sets the date of the next review. */
export function afterAttempt(estimates: Estimates, attempt: Attempt, now: Date): Estimates {
  const skills = new Map([...estimates].map(([id, { skill }]) => [id, skill]));
  const trained: readonly string[] = attempt.earlier === 0 ? attempt.skills : [];
  const after = new Map(estimates);
  for (const [id, skill] of practise(skills, attempt)) {
    const review = estimates.get(id)?.review ?? null;
    after.set(id, { skill, review: trained.includes(id) ? schedule(review, recalled(attempt), now) : review });
  }
  return after;
}

/** Who slips in a craft has not forgotten the skill. */
function recalled(attempt: Attempt): Recall {
  return !attempt.right && attempt.causes.some((cause) => craftOf(cause)) ? "hard" : recallOf(attempt);
}
