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
import type { Reply } from "../reply";
import { longestAnswer, stale, tooLong } from "../submissions";
import { roomForWork } from "../work-limits";
import { attemptsLeft, loadOwn, type Own } from "./own";
import { ownProblemView } from "./problem";
import { scoreOf } from "./score";
import { shownSent, stateAt } from "./shown";
import { keyOf, type NotStored, type Sent, type Taken, takeSent } from "./store-answer";
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
 * Stores an answer to an assigned problem, grades it, and stores the grade. What counts is `arrivedAt`, stamped when the request reached us, before
 * anything was done with it.
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

  const found = await loadOwn(viewer, input.assignedId, arrivedAt);
  if (!found.ok) return found;
  const own = found.value;
  const sent = sentOf(own, input, arrivedAt);
  const busyFor = waitForGrader();
  if (busyFor !== null) return busy(busyFor);

  const taken = await take(sent, input);
  if (typeof taken === "string") return fail(whyNot[taken]);
  if ("known" in taken) return ok(await replyView(viewer, own, await awaitGrade(taken.known)));
  const settled = await settleAnswer(taken.stored);
  return settled ? ok(await replyView(viewer, own, settled)) : notFound();
}

function sentOf({ assigned, assignment, asked }: Own, input: AssignedAnswerInput, arrivedAt: Date): Sent {
  const answer = { text: storableText(input.text), syntax: input.syntax };
  const idempotencyKey = keyOf(input.assignedId, input.versionId, answer, input.idempotencyKey);
  return { assigned, assignment, asked, answer, idempotencyKey, arrivedAt, automatic: false };
}

const whyNot: { readonly [N in NotStored]: ServiceError } = {
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

async function replyView(viewer: Viewer, own: Own, row: LoadedAttempt): Promise<AssignedReplyView> {
  const [answer, standing, problem] = await Promise.all([
    shownSent(row, own.level),
    standingOf(own),
    ownProblemView(viewer, own),
  ]);
  return { answer, standing, problem };
}

async function standingOf({ assigned, assignment, level }: Own): Promise<AssignedReplyView["standing"]> {
  const fresh = await database().assigned.findUniqueOrThrow({ where: { id: assigned.id } });
  return {
    state: stateAt(fresh, level),
    attemptsLeft: attemptsLeft(assignment.attempts, fresh.attempts),
    score: scoreOf([{ ...fresh, points: assigned.item.points }], level),
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
