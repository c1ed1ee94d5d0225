import type { Verdict } from "../../grade";
import { afterAttempt, attemptOf, type Estimates, type StoredAnswer } from "../../progress";
import { type Database, database, inTransaction, type Transaction } from "../../store";
import { keepEstimates, lockEstimates } from "./estimates";
import { storedAnswer, weighedSelect } from "./stored-answer";

/** A counted answer with its time and the variant that it is about. */
export interface Told {
  readonly at: Date;
  readonly variant: string;
  readonly topicId: string | null;
  readonly answer: StoredAnswer;
}

/** A person's counted answers, the oldest first, as their newest grades have them. */
export async function loadTold(personId: string, of: Database = database()): Promise<readonly Told[]> {
  const rows = await of.submission.findMany({
    where: { personId, ordinal: { not: null } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      problemId: true,
      problem: { select: { topicId: true } },
      variant: true,
      hints: true,
      solutionSeen: true,
      createdAt: true,
      version: { select: weighedSelect },
      grades: {
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: 1,
        select: { correct: true, verdict: true },
      },
    },
  });
  return rows.flatMap(({ problemId, problem, variant, createdAt, version, grades: [grade], ...help }) => {
    if (!grade) return [];
    const verdict = grade.verdict as unknown as Verdict;
    const answer = storedAnswer(version, { ...help, verdict, correct: grade.correct });
    const name = `${problemId} ${version.id} ${variant}`;
    return [{ at: createdAt, variant: name, topicId: problem.topicId, answer }];
  });
}

/** The estimates after each of these answers, one after the other. */
export function* replay(told: readonly Told[]): Generator<{ readonly at: Date; readonly estimates: Estimates }> {
  const before = new Map<string, StoredAnswer[]>();
  let estimates: Estimates = new Map();
  for (const { at, variant, answer } of told) {
    const earlier = before.get(variant) ?? [];
    const attempt = attemptOf(answer, earlier);
    before.set(variant, [...earlier, answer]);
    if (attempt) estimates = afterAttempt(estimates, attempt, at);
    yield { at, estimates };
  }
}

/** Computes a person's estimates again from everything that they have answered. */
export function replaySkills(personId: string): Promise<void> {
  return inTransaction((transaction) => replayInside(transaction, personId));
}

export async function replayInside(transaction: Transaction, personId: string): Promise<void> {
  await lockEstimates(transaction, personId);
  const last = [...replay(await loadTold(personId, transaction))].at(-1);
  await transaction.skillEstimate.deleteMany({ where: { personId } });
  if (last) await keepEstimates(transaction, personId, last.estimates, last.at);
}
