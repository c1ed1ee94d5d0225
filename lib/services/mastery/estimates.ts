import {
  afterAttempt,
  attemptOf,
  type EarlierAnswer,
  type Estimate,
  type Estimates,
  movedBy,
  type StoredAnswer,
} from "../../progress";
import { type Database, database, type Prisma, type Transaction } from "../../store";

/** The estimates of a person's skills, as rows. */

type Row = Prisma.SkillEstimateGetPayload<object>;

/** What is known of a viewer's skills; nothing of a visitor who is nobody yet. */
export async function loadEstimates(personId: string | null, of: Database = database()): Promise<Estimates> {
  if (personId === null) return new Map();
  return fromRows(await of.skillEstimate.findMany({ where: { personId } }));
}

function fromRows(rows: readonly Row[]): Estimates {
  return new Map(rows.map((row) => [row.skillId, estimateOf(row)]));
}

function estimateOf({ level, seen, due, stability, hardness, reviewedAt, repetitions, lapses }: Row): Estimate {
  const skill = { level, seen };
  if (due === null) return { skill, review: null };
  return { skill, review: { due, stability, difficulty: hardness, last: reviewedAt, repetitions, lapses } };
}

function toRow(personId: string, skillId: string, { skill, review }: Estimate, now: Date): Row {
  return {
    personId,
    skillId,
    ...skill,
    due: review?.due ?? null,
    stability: review?.stability ?? 0,
    hardness: review?.difficulty ?? 0,
    reviewedAt: review ? (review.last ?? now) : null,
    repetitions: review?.repetitions ?? 0,
    lapses: review?.lapses ?? 0,
    updatedAt: now,
  };
}

/** Whoever moves a person's estimates waits for whoever is moving them. Taken behind the locks of standings. */
export async function lockEstimates(transaction: Transaction, personId: string): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('estimates ' || ${personId}, 0))`;
}

/** Keeps these estimates of a person. */
export async function keepEstimates(
  transaction: Transaction,
  personId: string,
  estimates: Estimates,
  now: Date,
): Promise<void> {
  const skillId = { in: [...estimates.keys()] };
  await transaction.skillEstimate.deleteMany({ where: { personId, skillId } });
  const rows = [...estimates].map(([id, estimate]) => toRow(personId, id, estimate, now));
  await transaction.skillEstimate.createMany({ data: rows });
}

/** Where a counted answer, or giving up, stands among the answers. */
interface Place {
  readonly personId: string;
  readonly problemId: string;
  readonly versionId: string;
  readonly variant: number;
  /** None for giving up, which comes behind all answers so far. */
  readonly ordinal: number | null;
  /** The assigned problem that it answers; `null` in practice. */
  readonly assignedId: string | null;
  readonly createdAt: Date;
}

/** Moves a person's estimates by a counted answer, or by giving up, that was just stored in this transaction. */
export async function learnFrom(transaction: Transaction, place: Place, answer: StoredAnswer): Promise<void> {
  const { personId, createdAt } = place;
  await lockEstimates(transaction, personId);
  const attempt = attemptOf(answer, await earlierAnswers(transaction, place));
  if (!attempt) return;
  const rows = await transaction.skillEstimate.findMany({ where: { personId, skillId: { in: movedBy(attempt) } } });
  await keepEstimates(transaction, personId, afterAttempt(fromRows(rows), attempt, createdAt), createdAt);
}

/** The counted answers to the same variant that came before, and whether it was given up. */
async function earlierAnswers(
  transaction: Transaction,
  { personId, problemId, versionId, variant, ordinal }: Place,
): Promise<EarlierAnswer[]> {
  const rows = await transaction.submission.findMany({
    where: { personId, problemId, versionId, variant, ordinal: ordinal === null ? { not: null } : { lt: ordinal } },
    select: {
      solutionSeen: true,
      grades: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 1, select: { correct: true } },
    },
  });
  const answers = rows.map(({ solutionSeen, grades }) => ({ solutionSeen, right: grades[0]?.correct ?? false }));
  if (ordinal === null) return answers;
  const givenUp = await transaction.givenUp.findMany({ where: { personId, versionId, variant } });
  return [...answers, ...givenUp.map(() => ({ solutionSeen: true, right: false }))];
}
