import type { Viewer } from "../../auth";
import { fail, ok } from "../../base";
import type { Syntax } from "../../expr";
import { database } from "../../store";
import { type AnswerText, readable, storableText } from "../answer-text";
import { findByKey } from "../answers/finish";
import { awaitGrade, settleAnswer } from "../answers/settle";
import type { LoadedAttempt } from "../attempts";
import { busy, notFound, refused, type ServiceError, signInNeeded, tooMany } from "../error";
import { waitForGrader } from "../grader/lanes";
import { asked as askedParts } from "../problem-view";
import type { Reply } from "../reply";
import { longestAnswer, stale, tooLong } from "../submissions";
import { roomForWork } from "../work-limits";
import { type AnswerPlace, loadAnswerPlace } from "./answer-place";
import { askedHere } from "./asked";
import { attemptsLeft, loadOwn } from "./own";
import { scoreOf } from "./score";
import { levelNow, shownSent, stateAt } from "./shown";
import { keyOf, type NotStored, type Sent, type Taken, takeSent } from "./store-answer";
import { loadTerms, phaseOf } from "./terms";
import type { AssignedReplyView } from "./views";

export interface AssignedAnswerInput {
  readonly assignedId: string;
  readonly versionId: string;
  /** Names what was asked, as the problem's view has it. */
  readonly asked: string;
  readonly text: AnswerText;
  readonly syntax: Syntax;
  /** Made once per form: the same answer sent twice with one key is stored once. */
  readonly idempotencyKey: string;
}

/**
 * Stores an answer to an assigned problem, grades it, and stores the grade. What counts is `arrivedAt`, stamped when the
 * request reached us, before anything was done with it.
 */
export async function submitAssigned(
  viewer: Viewer,
  input: AssignedAnswerInput,
  arrivedAt: Date,
): Reply<AssignedReplyView> {
  if (viewer.personId === null) return signInNeeded();
  const { length } = readable(input.text);
  if (length > longestAnswer) return fail(tooLong(length));
  const retryAfter = await roomForWork(viewer, viewer.personId);
  if (retryAfter !== null) return tooMany(retryAfter);

  const busyFor = waitForGrader();
  if (busyFor !== null) return busy(busyFor);

  const place = await loadAnswerPlace(viewer, input.assignedId);
  if (!place.ok) return place;
  const sent = sentOf(place.value, input, arrivedAt);
  const taken = await take(sent, input);
  if (typeof taken === "string") return fail(whyNot[taken]);
  if ("stored" in taken) {
    const settled = await settleAnswer(taken.stored);
    return settled ? ok(await replyView(place.value, sent, settled, false)) : notFound();
  }
  const known = await awaitGrade(taken.known);
  return ok(await replyView(place.value, sent, known, await isClosed(sent)));
}

function sentOf({ assigned, assignment }: AnswerPlace, input: AssignedAnswerInput, arrivedAt: Date): Sent {
  const answer = { text: storableText(input.text), syntax: input.syntax };
  const idempotencyKey = keyOf(input.assignedId, input.versionId, answer, input.idempotencyKey);
  const asked = askedHere(assignment, assigned);
  return { assigned, assignment, asked, answer, idempotencyKey, arrivedAt, automatic: false };
}

async function isClosed({ assignment, assigned: { personId }, arrivedAt }: Sent): Promise<boolean> {
  return phaseOf((await loadTerms(assignment, { personId }))(personId), arrivedAt) === "closed";
}

const whyNot: { readonly [N in NotStored]: ServiceError } = {
  "not-open": { code: "refused", message: "This assignment has not opened yet." },
  closed: {
    code: "refused",
    message: "This assignment is closed. Your answer arrived too late to count and was not stored; it stays here.",
  },
  "no-attempts": {
    code: "refused",
    message: "You have used all attempts at this problem. This answer was not graded; it stays here.",
  },
  "being-graded": {
    code: "refused",
    message:
      "Answers of yours to this problem are still being graded, and they may use up your attempts. This answer was not stored; it stays here. Send it again in a moment.",
  },
  changed: stale,
};

/** Stores an answer to what is asked; one to something else is looked for among those that were stored before. */
async function take(sent: Sent, input: AssignedAnswerInput): Promise<Taken> {
  const { asked, assigned, idempotencyKey } = sent;
  if (asked.version.id === input.versionId && asked.name === input.asked) return takeSent(sent);
  const known = await findByKey(assigned.personId, idempotencyKey);
  return known === null ? "changed" : { known };
}

async function replyView(
  { assigned, assignment, points }: AnswerPlace,
  { asked }: Sent,
  row: LoadedAttempt,
  closed: boolean,
): Promise<AssignedReplyView> {
  const level = levelNow(assignment, closed);
  const [answer, fresh] = await Promise.all([
    shownSent(row, level),
    database().assigned.findUniqueOrThrow({ where: { id: assigned.id } }),
  ]);
  return {
    answer,
    standing: {
      state: stateAt(fresh, level),
      attemptsLeft: attemptsLeft(assignment.attempts, fresh.attempts),
      score: scoreOf([{ ...fresh, points }], level),
    },
    asked: askedParts(asked.version, asked.drawn),
  };
}

/** Shows one more hint of an assigned problem. */
export async function askForAssignedHint(
  viewer: Viewer,
  input: { readonly assignedId: string; readonly asked: string },
  now: Date,
): Reply<null> {
  if (viewer.personId === null) return signInNeeded();
  const retryAfter = await roomForWork(viewer, viewer.personId);
  if (retryAfter !== null) return tooMany(retryAfter);
  const own = await loadOwn(viewer, input.assignedId, now);
  if (!own.ok) return own;
  const { assignment, assigned, asked, phase } = own.value;
  if (!assignment.hints) return refused("There are no hints in this assignment.");
  if (phase === "closed") return refused("This assignment is closed.");
  // Where something else is asked by now, the page shows that, and nothing is lost.
  if (asked.name !== input.asked) return ok(null);
  await database().assigned.updateMany({
    where: { id: assigned.id, hints: { lt: asked.version.hints.length } },
    data: { hints: { increment: 1 } },
  });
  return ok(null);
}
