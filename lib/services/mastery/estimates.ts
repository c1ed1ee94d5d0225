import {
  afterAttempt,
  attemptOf,
  type EarlierAnswer,
  type Estimate,
  type Estimates,
  movedBy,
  type StoredAnswer,
} from "../../progress";
import { type Database, database, type Prisma, type Statements } from "../../store";

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
export async function lockEstimates(transaction: Statements, personId: string): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('estimates ' || ${personId}, 0))`;
}

/** Keeps these estimates of a person. */
export async function keepEstimates(
  transaction: Statements,
  personId: string,
  estimates: Estimates,
  now: Date,
): Promise<void> {
  const rows = JSON.stringify([...estimates].map(([id, estimate]) => toRow(personId, id, estimate, now)));
  await transaction.$executeRaw`
    INSERT INTO skill_estimate AS known
      (person_id, skill_id, level, seen, due, stability, hardness, reviewed_at, repetitions, lapses, updated_at)
    SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS next(
      "personId" uuid, "skillId" text, level float8, seen float8, due timestamptz, stability float8, hardness float8,
      "reviewedAt" timestamptz, repetitions int, lapses int, "updatedAt" timestamptz)
    ON CONFLICT (person_id, skill_id) DO UPDATE SET
      level = EXCLUDED.level, seen = EXCLUDED.seen, due = EXCLUDED.due, stability = EXCLUDED.stability,
      hardness = EXCLUDED.hardness, reviewed_at = EXCLUDED.reviewed_at, repetitions = EXCLUDED.repetitions,
      lapses = EXCLUDED.lapses, updated_at = EXCLUDED.updated_at`;
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

/**
 * Moves a person's estimates by a counted answer, or by giving up, that was just stored in this transaction. Where an answer that came
 * later has moved them already, because two were graded at once, it moves nothing and says false: they are then to be computed
 * again, in the order of arrival. Giving up comes behind all that was answered.
 */
export async function learnFrom(transaction: Statements, place: Place, answer: StoredAnswer): Promise<boolean> {
  const { personId, createdAt } = place;
  await lockEstimates(transaction, personId);
  const attempt = attemptOf(answer, await earlierAnswers(transaction, place));
  if (!attempt) return true;
  const rows = await transaction.$queryRaw<Row[]>`
    SELECT person_id AS "personId", skill_id AS "skillId", level, seen, due, stability, hardness,
      reviewed_at AS "reviewedAt", repetitions, lapses, updated_at AS "updatedAt"
    FROM skill_estimate WHERE person_id = ${personId}::uuid AND skill_id = ANY (${[...movedBy(attempt)]}::text[])`;
  if (place.ordinal !== null && rows.some(({ updatedAt }) => updatedAt >= createdAt)) return false;
  await keepEstimates(transaction, personId, afterAttempt(fromRows(rows), attempt, createdAt), createdAt);
  return true;
}

/** The counted answers to the same variant that came before, and whether it was given up. */
function earlierAnswers(
  transaction: Statements,
  { personId, problemId, versionId, variant, ordinal }: Place,
): Promise<EarlierAnswer[]> {
  return transaction.$queryRaw`
    SELECT solution_seen AS "solutionSeen", coalesce((
      SELECT correct FROM grade WHERE submission_id = submission.id ORDER BY created_at DESC, id DESC LIMIT 1
    ), false) AS "right"
    FROM submission
    WHERE person_id = ${personId}::uuid AND problem_id = ${problemId} AND version_id = ${versionId}::uuid
      AND variant = ${variant} AND ordinal < coalesce(${ordinal}::int, 2147483647)
    UNION ALL
    SELECT true, false FROM given_up
    WHERE person_id = ${personId}::uuid AND version_id = ${versionId}::uuid AND variant = ${variant} AND ${ordinal}::int IS NOT NULL`;
}
