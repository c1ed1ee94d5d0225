import { createHash } from "node:crypto";
import type { Viewer } from "../auth";
import { fail, invariant, ok } from "../base";
import type { Syntax } from "../expr";
import type { Answer } from "../grade";
import { stateOf } from "../progress";
import { inStatements } from "../store";
import { type AnswerText, readable, storableText } from "./answer-text";
import { findByKey } from "./answers/finish";
import { awaitGrade, settleAnswer } from "./answers/settle";
import { rowOf, storeUngraded } from "./answers/ungraded";
import { type Asked, askedOf } from "./asked";
import { attemptView, type LoadedAttempt, lookedAtCloser } from "./attempts";
import { busy, notFound, type ServiceError, signInNeeded, tooMany } from "./error";
import { waitForGrader } from "./grader/lanes";
import { drawnOf } from "./instances";
import { holdAsker } from "./people";
import { asked as askedParts } from "./problem-view";
import type { Reply } from "./reply";
import { loadPublishedVersion } from "./rows";
import { keepStanding, loadStanding, lockStanding } from "./standings";
import type { VersionRow } from "./version-rows";
import type { SubmissionView } from "./views";
import { roomForWork } from "./work-limits";

export interface AnswerInput {
  readonly problemId: string;
  readonly versionId: string;
  /** Names the variant that the answerer saw, as the problem's view has it. */
  readonly asked: string;
  readonly text: AnswerText;
  readonly syntax: Syntax;
  /** Made once per form: the same answer sent twice with one key is stored once. */
  readonly idempotencyKey: string;
}

/** The longest answer that is read and kept, in characters; longer ones are refused with `too-long`. */
export const longestAnswer = 10_000;

/**
 * Stores an answer, grades it, stores the grade and moves progress. The viewer comes from `viewerForWork`. Answers of one person to one
 * problem queue up at the row of their standing, so that each counted one gets its own place.
 */
export async function submitAnswer(viewer: Viewer, input: AnswerInput, now = new Date()): Reply<SubmissionView> {
  const { personId } = viewer;
  if (personId === null) return signInNeeded();
  const { length } = readable(input.text);
  if (length > longestAnswer) return fail(tooLong(length));

  const retryAfter = await roomForWork(viewer, personId);
  if (retryAfter !== null) return tooMany(retryAfter);
  const busyFor = waitForGrader();
  if (busyFor !== null) return busy(busyFor);

  const version = await loadPublishedVersion(input.problemId);
  if (!version) return notFound();
  const answer = { text: storableText(input.text), syntax: input.syntax };
  const key = keyOf(input, answer);
  const standing = await loadStanding(viewer, version.problemId);
  const asked = version.id === input.versionId ? askedOf(version, personId, standing, input.asked) : undefined;
  if (!asked) {
    const known = await findByKey(personId, key);
    if (known !== null) return ok(await submissionView(viewer, version, await awaitGrade(known)));
    return fail(version.id === input.versionId ? staleVariant : stale);
  }

  const row = rowOf({
    personId,
    problemId: version.problemId,
    versionId: version.id,
    assignedId: null,
    answer,
    drawn: asked.drawn,
    variant: asked.variant,
    hints: standing.hints,
    solutionSeen: standing.gaveUp,
    automatic: false,
    idempotencyKey: key,
    arrivedAt: now,
  });
  const taken = await take(viewer, row, asked);
  if (taken === "nobody") return signInNeeded();
  const settled = taken.isNew ? await settleAnswer({ ...row, version, assigned: null }) : await awaitGrade(taken.id);
  return settled ? ok(await submissionView(viewer, version, settled)) : signInNeeded();
}

export const stale: ServiceError = {
  code: "stale-version",
  message:
    "This problem has been changed since you opened it. Your answer is kept; read the problem again and send it.",
};

const staleVariant: ServiceError = {
  code: "stale-variant",
  message:
    "You have taken another variant of this problem since you opened this page. Nothing is counted; load the page again to see it.",
};

export function tooLong(length: number): ServiceError {
  const [given, most] = [length, longestAnswer].map((count) => count.toLocaleString("en"));
  const message = `This answer has ${given} characters; at most ${most} are read. Nothing is counted.`;
  return { code: "too-long", message, fields: { text: { message, start: longestAnswer, end: length } } };
}

/** A form's key names one answer: with another text it is another answer. */
function keyOf({ problemId, versionId, asked, idempotencyKey }: AnswerInput, { text, syntax }: Answer): string {
  const parts = JSON.stringify([idempotencyKey, problemId, versionId, asked, syntax, text]);
  return createHash("sha256").update(parts).digest("base64url");
}

/** What came of taking an answer: where it is stored, now or before; or its sender is gone. */
type Taken = { readonly id: string; readonly isNew: boolean } | "nobody";

/** Stores an answer without a grade. Its variant becomes the one that is shown, where it is the first work on the problem. */
function take(viewer: Viewer, row: ReturnType<typeof rowOf>, asked: Asked): Promise<Taken> {
  const { id, personId, problemId, idempotencyKey } = row;
  return inStatements(async (transaction): Promise<Taken> => {
    if (!(await holdAsker(transaction, viewer, personId))) return "nobody";
    const standing = await lockStanding(transaction, personId, problemId);
    if (!(await storeUngraded(transaction, row))) {
      const known = await findByKey(personId, idempotencyKey, transaction);
      invariant(known, "an answer that was not stored had been before");
      return { id: known, isNew: false };
    }
    if (standing.variant === asked.variant && standing.drawnFor !== asked.drawnFor)
      await keepStanding(transaction, personId, problemId, { ...standing, drawnFor: asked.drawnFor });
    return { id, isNew: true };
  });
}

async function submissionView(viewer: Viewer, version: VersionRow, row: LoadedAttempt): Promise<SubmissionView> {
  const [attempt, standing] = await Promise.all([
    lookedAtCloser(row, attemptView(row)),
    loadStanding(viewer, row.problemId),
  ]);
  return { attempt, state: stateOf(standing), asked: askedParts(version, drawnOf(row.drawn)) };
}
