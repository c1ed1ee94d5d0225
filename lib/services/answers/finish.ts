import { v7 } from "uuid";
import { worthAt } from "../../assess";
import { GRADER_VERSION } from "../../grade";
import { advance } from "../../progress";
import { database, inStatements, log, type Prisma, type Statements } from "../../store";
import { termsBehind } from "../assignments/terms";
import { attemptInclude, type LoadedAttempt } from "../attempts";
import { forgetDraft } from "../drafts";
import type { Graded } from "../grading";
import { learnFrom } from "../mastery/estimates";
import { replaySkills } from "../mastery/replay";
import { storedAnswer, toldAnswer } from "../mastery/stored-answer";
import { askForSecondLook } from "../queue";
import { keepStanding, lockStanding } from "../standings";
import { lockGiven } from "./lock";
import type { Given, Ungraded } from "./ungraded";

/** So often is looked again who an answer belongs to, where it has just found a new owner. */
const mostOwners = 3;

/**
 * Gives a stored answer its first grade, its place in the count, and moves what follows from it, in one short transaction. Done by
 * several at once it is done once: the others find it done. Nothing comes back where the answer is gone with its person.
 */
export async function finishAnswer(ungraded: Ungraded, graded: Graded): Promise<LoadedAttempt | null> {
  for (let owners = 0; owners < mostOwners; owners++) {
    const finished = await inStatements(async (transaction) => {
      const personId = await takeUngraded(transaction, ungraded.id);
      return personId === null ? null : finish(transaction, { ...ungraded, personId }, graded);
    });
    if (finished) {
      tellLog(ungraded, graded);
      if (!finished.isLearned) await replaySkills(finished.attempt.personId);
      return finished.attempt;
    }
    if (!(await isUngraded(ungraded.id))) break;
  }
  return loadAttempt(ungraded.id);
}

/** An answer as it is shown; `null` where it is gone. */
export function loadAttempt(id: string): Promise<LoadedAttempt | null> {
  return database().submission.findUnique({ where: { id }, include: attemptInclude });
}

/** The answer that somebody sent with a key, if any. */
export async function findByKey(
  personId: string,
  idempotencyKey: string,
  of: Statements = database(),
): Promise<string | null> {
  const [found] = await of.$queryRaw<{ id: string }[]>`
    SELECT id FROM submission WHERE person_id = ${personId}::uuid AND idempotency_key = ${idempotencyKey}`;
  return found?.id ?? null;
}

/** True while a stored answer has no grade. */
export async function isUngraded(submissionId: string): Promise<boolean> {
  return (await database().ungraded.count({ where: { submissionId } })) > 0;
}

/**
 * Takes an answer to be finished, and holds whose it is: nobody is erased or adopted meanwhile. Nothing comes back where somebody
 * else has finished it, or where its owner has just become another.
 */
async function takeUngraded(transaction: Statements, id: string): Promise<string | null> {
  const [taken] = await transaction.$queryRaw<{ personId: string }[]>`
    WITH owner AS (
      SELECT person.id FROM person JOIN submission ON submission.person_id = person.id
      WHERE submission.id = ${id}::uuid FOR KEY SHARE OF person
    )
    DELETE FROM ungraded USING owner WHERE submission_id = ${id}::uuid RETURNING owner.id AS "personId"`;
  return taken?.personId ?? null;
}

/** An answer with its grade, and whether the estimates of skills know of it. */
interface Finished {
  readonly attempt: LoadedAttempt;
  readonly isLearned: boolean;
}

async function finish(transaction: Statements, ungraded: Ungraded, graded: Graded): Promise<Finished> {
  const ordinal = await (ungraded.assigned
    ? moveAssigned(transaction, ungraded, ungraded.assigned, graded)
    : moveStanding(transaction, ungraded, graded));
  const grade = firstGrade(ungraded, graded);
  await keepGrade(transaction, grade, ordinal);
  if (graded.isUnfinished) await askForSecondLook(transaction, ungraded.id);
  const attempt = attemptOf(ungraded, grade, graded, ordinal);
  return { attempt, isLearned: await learn(transaction, attempt, ungraded, graded) };
}

/** Moves where a person stands in practice; the answer's place in the count. Behind the lock of the standing. */
async function moveStanding(transaction: Statements, answer: Ungraded, graded: Graded): Promise<number | null> {
  const { personId, problemId } = answer;
  const standing = await lockStanding(transaction, personId, problemId);
  const counted = graded.counts ? { ...standing, ...advance(standing, graded.correct) } : standing;
  // Another variant may have been taken while the answer was graded: it stays as it is.
  const solved = standing.solved || (graded.correct && standing.variant === answer.variant);
  if (graded.counts) await keepStanding(transaction, personId, problemId, { ...counted, solved });
  if (graded.correct) await forgetDraft(transaction, personId, problemId);
  return graded.counts ? counted.attempts : null;
}

/** Moves where a student stands with an assigned problem; the answer's place in the count. Behind the lock of its row. */
async function moveAssigned(
  transaction: Statements,
  { personId, createdAt }: Ungraded,
  { id, assignment }: Given,
  graded: Graded,
): Promise<number | null> {
  const row = await lockGiven(transaction, id);
  if (!graded.counts) return null;
  const after = advance(row, graded.correct);
  const worth = graded.correct ? await worthOf(transaction, assignment, personId, createdAt) : 0;
  const isDone = graded.correct && assignment.shownOpen !== "receipt";
  await transaction.$executeRaw`
    WITH forgotten AS (DELETE FROM assigned_draft WHERE assigned_id = ${id}::uuid AND ${isDone}::boolean)
    UPDATE assigned SET attempts = ${after.attempts}, first_right = ${after.firstRight},
      credit = ${Math.max(row.credit, worth)}, answered_at = ${createdAt}
    WHERE id = ${id}::uuid`;
  return after.attempts;
}

async function worthOf(
  transaction: Statements,
  assignment: Given["assignment"],
  personId: string,
  arrivedAt: Date,
): Promise<number> {
  return worthAt(await termsBehind(transaction, assignment, personId), arrivedAt.getTime());
}

/**
 * Progress learns from an answer what its student is told of it; what is held back, when the closing is seen to. False where a later
 * answer came before it.
 */
async function learn(
  transaction: Statements,
  finished: LoadedAttempt,
  { assigned, automatic, version, hints, solutionSeen }: Ungraded,
  graded: Graded,
): Promise<boolean> {
  const level = assigned ? assigned.assignment.shownOpen : "all";
  if (!graded.counts || automatic || level === "receipt") return true;
  const told = storedAnswer(version, { ...graded, hints, solutionSeen });
  return learnFrom(transaction, finished, toldAnswer(told, level));
}

/** A grade as it is stored. */
export function gradeRow({ verdict, correct }: Graded) {
  const flags = verdict.status === "graded" ? verdict : { numerator: false, denominator: false };
  return {
    graderVersion: GRADER_VERSION,
    status: verdict.status === "bad-problem" ? "bad_problem" : verdict.status,
    numerator: flags.numerator,
    denominator: flags.denominator,
    correct,
    verdict: JSON.parse(JSON.stringify(verdict)),
  } satisfies Omit<Prisma.GradeCreateManyInput, "submissionId">;
}

type FirstGrade = ReturnType<typeof firstGrade>;

function firstGrade({ id }: Ungraded, graded: Graded) {
  return { ...gradeRow(graded), id: v7(), submissionId: id, ruleId: graded.rule?.id ?? null };
}

/** Stores a grade, and the place in the count that its answer has by it, if any. */
async function keepGrade(transaction: Statements, grade: FirstGrade, ordinal: number | null): Promise<void> {
  const status = grade.status === "bad_problem" ? "bad-problem" : grade.status;
  await transaction.$executeRaw`
    WITH counted AS (
      UPDATE submission SET ordinal = ${ordinal}::int WHERE id = ${grade.submissionId}::uuid AND ${ordinal}::int IS NOT NULL
    )
    INSERT INTO grade (id, submission_id, grader_version, status, numerator, denominator, correct, verdict, rule_id)
    VALUES (${grade.id}::uuid, ${grade.submissionId}::uuid, ${grade.graderVersion}, ${status}::grade_status, ${grade.numerator},
      ${grade.denominator}, ${grade.correct}, ${JSON.stringify(grade.verdict)}::jsonb, ${grade.ruleId}::uuid)`;
}

/** The answer with its grade, as it would be loaded. */
function attemptOf(
  { version, assigned, ...row }: Ungraded,
  grade: FirstGrade,
  { rule }: Graded,
  ordinal: number | null,
): LoadedAttempt {
  const said = rule ? { message: rule.message, endedAt: null } : null;
  const whole = { ...grade, createdAt: new Date(), versionId: null, regradeId: null, version: null, rule: said };
  return { ...row, ordinal, version, assigned, grades: [whole] };
}

function tellLog({ id, problemId, assignedId }: Ungraded, { verdict: { status } }: Graded): void {
  const told = { submission: id, problem: problemId, assigned: assignedId, status };
  log[status === "bad-problem" ? "error" : "info"](told, "answer graded");
}
