import { createHash } from "node:crypto";
import { isTaken } from "../../assess";
import type { Answer } from "../../grade";
import { inStatements, type Statements } from "../../store";
import { finishAnswer, loadAttempt } from "../answers/finish";
import { lockGiven } from "../answers/lock";
import { gradeStored, rowOf, storeUngraded, type Ungraded } from "../answers/ungraded";
import type { LoadedAttempt } from "../attempts";
import type { Graded, GradingTerms } from "../grading";
import type { VersionRow } from "../version-rows";
import type { AnsweredAssignment, AnsweredProblem } from "./answer-place";
import type { AskedHere } from "./asked";
import { phaseOf, termsBehind } from "./terms";

/** An answer on its way into an assigned problem. */
export interface Sent {
  readonly assigned: AnsweredProblem;
  readonly assignment: AnsweredAssignment;
  readonly asked: AskedHere<VersionRow>;
  readonly answer: Answer;
  readonly idempotencyKey: string;
  /** When the request reached us. */
  readonly arrivedAt: Date;
  /** True where it is the last draft, sent at the closing. */
  readonly automatic: boolean;
}

/** Why an answer was not stored; `being-graded` where nothing but answers that have no grade yet stand in its way. */
export type NotStored = "not-open" | "closed" | "no-attempts" | "being-graded" | "changed";

/** A form's key names one answer: with another text it is another answer. */
export function keyOf(assignedId: string, versionId: string, { text, syntax }: Answer, formKey: string): string {
  const parts = JSON.stringify([formKey, assignedId, versionId, syntax, text]);
  return createHash("sha256").update(parts).digest("base64url");
}

/** Grades an answer before it is stored, for whoever wants to know first. */
export function gradeSent(sent: Sent, terms?: GradingTerms): Promise<Graded> {
  return gradeStored(newAnswer(sent, sent.assigned.hints), terms);
}

/** What an answer becomes when it is stored. */
function newAnswer({ assigned, assignment, asked, ...sent }: Sent, hints: number): Ungraded {
  const { id: assignedId, personId, problemId } = assigned;
  const { answer, automatic, idempotencyKey, arrivedAt } = sent;
  const { drawn } = asked;
  const row = rowOf({
    personId,
    problemId,
    versionId: asked.version.id,
    assignedId,
    answer,
    drawn,
    variant: 0,
    hints,
    solutionSeen: false,
    automatic,
    idempotencyKey,
    arrivedAt,
  });
  return { ...row, version: assigned.version, assigned: { ...assigned, assignment } };
}

/** What came of taking an answer: it is stored and has no grade yet, it had been stored before, or it is not taken. */
export type Taken = { readonly stored: Ungraded } | { readonly known: string } | NotStored;

/**
 * Stores an answer without a grade. Answers to one assigned problem queue up at its row, so that no more are taken than the limit has room
 * for; the times are read behind the lock, so that an extension that was just given holds.
 */
export function takeSent(sent: Sent): Promise<Taken> {
  return inStatements(async (transaction): Promise<Taken> => {
    const row = await lockGiven(transaction, sent.assigned.id);
    const { twin, waiting } = await othersOf(transaction, sent);
    if (twin !== null) return { known: twin };
    if (row.versionId !== sent.asked.version.id) return "changed";

    const { personId } = sent.assigned;
    const terms = await termsBehind(transaction, sent.assignment, personId);
    if (phaseOf(terms, sent.arrivedAt) === "before") return "not-open";
    if (!isTaken(terms, sent.arrivedAt.getTime())) return "closed";
    const limit = sent.assignment.attempts ?? Number.POSITIVE_INFINITY;
    if (row.attempts >= limit) return "no-attempts";
    if (row.attempts + waiting >= limit) return "being-graded";

    const answer = newAnswer(sent, row.hints);
    const { version: _, assigned: __, ...columns } = answer;
    await storeUngraded(transaction, columns);
    return { stored: answer };
  });
}

/** The same answer, where it came before, and how many to the same problem have no grade yet: each may turn out to count. */
async function othersOf(transaction: Statements, { assigned: { id, personId }, idempotencyKey }: Sent) {
  const [found] = await transaction.$queryRaw<{ twin: string | null; waiting: number }[]>`
    SELECT
      (SELECT id FROM submission WHERE person_id = ${personId}::uuid AND idempotency_key = ${idempotencyKey}) AS twin,
      (SELECT count(*)::int FROM submission JOIN ungraded ON submission_id = id WHERE assigned_id = ${id}::uuid) AS waiting`;
  return found ?? { twin: null, waiting: 0 };
}

/** Stores an answer that was graded already; one that had been stored before stays as it is. */
export async function storeSent(sent: Sent, graded: Graded): Promise<LoadedAttempt | NotStored> {
  const taken = await takeSent(sent);
  if (typeof taken === "string") return taken;
  const finished = "stored" in taken ? await finishAnswer(taken.stored, graded) : await loadAttempt(taken.known);
  return finished ?? "changed";
}
