import { createHash } from "node:crypto";
import { v7 } from "uuid";
import { isTaken, worthAt } from "../../assess";
import { type Answer, GRADER_VERSION } from "../../grade";
import { advance } from "../../progress";
import { inTransaction, log, type Transaction } from "../../store";
import { partsOf, readable } from "../answer-text";
import { attemptInclude, type LoadedAttempt } from "../attempts";
import { type Graded, gradeAnswer, questionOf, seedOf } from "../grading";
import { learnFrom } from "../mastery/estimates";
import { storedAnswer, toldAnswer } from "../mastery/stored-answer";
import { gradeRow } from "../submissions";
import type { AskedHere } from "./asked";
import type { LoadedAssigned, LoadedAssignment } from "./rows";
import { loadTerms } from "./terms";

/** An answer on its way into an assigned problem. */
export interface Sent {
  readonly assigned: LoadedAssigned;
  readonly assignment: LoadedAssignment;
  readonly asked: AskedHere<LoadedAssigned["version"]>;
  readonly answer: Answer;
  readonly idempotencyKey: string;
  /** When the request reached us. */
  readonly arrivedAt: Date;
  /** True where it is the last draft, sent at the closing. */
  readonly automatic: boolean;
}

/** Why an answer was not stored. */
export type NotStored = "closed" | "no-attempts" | "changed";

/** A form's key names one answer: with another text it is another answer. */
export function keyOf(assignedId: string, versionId: string, { text, syntax }: Answer, formKey: string): string {
  const parts = JSON.stringify([formKey, assignedId, versionId, syntax, text]);
  return createHash("sha256").update(parts).digest("base64url");
}

/** Grades an answer to what is asked, outside of any transaction. */
export function gradeSent({ asked: { version, drawn }, answer }: Sent): Promise<Graded> {
  return gradeAnswer(questionOf(version, drawn), answer, seedOf(version.id));
}

/** The row of an assigned problem, as it is under its lock. */
interface Locked {
  readonly versionId: string;
  readonly attempts: number;
  readonly firstRight: number | null;
  readonly hints: number;
  readonly credit: number;
}

/**
 * Stores an answer with its grade. Answers to one assigned problem queue up at its row, so that no more count than the limit has room
 * for; the times are read behind the lock, so that an extension that was just given holds.
 */
export function storeSent(sent: Sent, graded: Graded): Promise<LoadedAttempt | NotStored> {
  return inTransaction(async (transaction) => {
    const row = await lock(transaction, sent.assigned.id);
    if (row?.versionId !== sent.asked.version.id) return "changed";
    const twin = await findTwin(transaction, sent);
    if (twin) return twin;

    const { personId } = sent.assigned;
    const terms = (await loadTerms(sent.assignment, { personId, of: transaction }))(personId);
    if (!isTaken(terms, sent.arrivedAt.getTime())) return "closed";
    const limit = sent.assignment.attempts;
    if (limit !== null && row.attempts >= limit) return "no-attempts";

    const worth = graded.correct ? worthAt(terms, sent.arrivedAt.getTime()) : 0;
    const after = graded.counts ? advance(row, graded.correct) : row;
    const made = await insert(transaction, sent, graded, row, graded.counts ? after.attempts : null);
    await transaction.assigned.update({
      where: { id: sent.assigned.id },
      data: {
        attempts: after.attempts,
        firstRight: after.firstRight,
        credit: Math.max(row.credit, worth),
        ...(graded.counts && { answeredAt: sent.arrivedAt }),
      },
    });
    await tellProgress(transaction, sent, graded, made);
    log.info({ submission: made.id, assigned: sent.assigned.id, status: graded.verdict.status }, "answer graded");
    return made;
  });
}

async function lock(transaction: Transaction, assignedId: string): Promise<Locked | undefined> {
  const [row] = await transaction.$queryRaw<Locked[]>`
    SELECT version_id AS "versionId", attempts, first_right AS "firstRight", hints, credit
    FROM assigned WHERE id = ${assignedId}::uuid FOR NO KEY UPDATE`;
  return row;
}

function findTwin(transaction: Transaction, { assigned: { personId }, idempotencyKey }: Sent) {
  return transaction.submission.findUnique({
    where: { personId_idempotencyKey: { personId, idempotencyKey } },
    include: attemptInclude,
  });
}

function insert(
  transaction: Transaction,
  { assigned, asked, answer, idempotencyKey, arrivedAt, automatic }: Sent,
  graded: Graded,
  { hints }: Locked,
  ordinal: number | null,
): Promise<LoadedAttempt> {
  return transaction.submission.create({
    data: {
      id: v7(),
      personId: assigned.personId,
      problemId: assigned.problemId,
      versionId: asked.version.id,
      assignedId: assigned.id,
      automatic,
      text: readable(answer.text),
      parts: partsOf(answer.text),
      syntax: answer.syntax,
      drawn: asked.drawn ?? undefined,
      hints,
      graderVersion: GRADER_VERSION,
      seed: seedOf(asked.version.id),
      ordinal,
      idempotencyKey,
      createdAt: arrivedAt,
      grades: { create: gradeRow(graded) },
    },
    include: attemptInclude,
  });
}

/** Progress learns from an answer what its student is told of it; what is held back, when the closing is seen to. */
async function tellProgress(
  transaction: Transaction,
  { assignment, assigned, asked, automatic }: Sent,
  graded: Graded,
  made: LoadedAttempt,
): Promise<void> {
  const level = assignment.shownOpen;
  if (level === "receipt") return;
  if (graded.correct) await transaction.assignedDraft.deleteMany({ where: { assignedId: assigned.id } });
  if (!graded.counts || automatic) return;
  const told = storedAnswer(asked.version, { ...graded, hints: made.hints, solutionSeen: false });
  await learnFrom(transaction, made, toldAnswer(told, level));
}
