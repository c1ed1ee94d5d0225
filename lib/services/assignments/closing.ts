import { answerOf } from "../../base";
import { database, log, type Prisma } from "../../store";
import { readable, storableText } from "../answer-text";
import { usualLimits } from "../grader/lanes";
import type { GradingTerms } from "../grading";
import { replaySkills } from "../mastery/replay";
import { askedHere } from "./asked";
import { readableOf, syntaxOf } from "./drafts";
import type { Own } from "./own";
import { assignedInclude, assignmentInclude, type LoadedAssignment } from "./rows";
import { gradeSent, keyOf, type Sent, storeSent } from "./store-answer";
import { loadTerms, phaseOf, type TermsFor } from "./terms";

/**
 * What is done once an assignment is closed for a student: the last draft that can be read is sent as of the closing, and answers
 * whose outcome was held back count for progress. It is done by whoever looks next, and once.
 */

const dueInclude = { ...assignedInclude, drafts: true } satisfies Prisma.AssignedInclude;
type Due = Prisma.AssignedGetPayload<{ include: typeof dueInclude }>;

/** Sees to the closing of an assignment for everybody it is closed for, or for one of them; the number of drafts that were sent. */
export async function settleAssignment(assignment: LoadedAssignment, now: Date, personId?: string): Promise<number> {
  if (assignment.closesAt >= now) return 0;
  const waiting = await database().assigned.findMany({
    // What is still being graded may be right, and then no draft is sent: a later look sees to it.
    where: {
      assignmentId: assignment.id,
      settledAt: null,
      submissions: { none: { ungraded: { isNot: null } } },
      ...(personId !== undefined && { personId }),
    },
    include: dueInclude,
  });
  if (waiting.length === 0) return 0;
  const termsFor = await loadTerms(assignment, personId === undefined ? {} : { personId });
  const due = waiting.filter((row) => phaseOf(termsFor(row.personId), now) === "closed");
  const sent: Due[] = [];
  for (const row of due) if (await sendDraft(assignment, row, termsFor)) sent.push(row);
  await database().assigned.updateMany({
    where: { id: { in: due.map(({ id }) => id) }, settledAt: null },
    data: { settledAt: now },
  });
  await catchUp(assignment, due, sent);
  if (sent.length > 0) log.info({ assignment: assignment.id, sent: sent.length }, "drafts sent at the closing");
  return sent.length;
}

/** Sees to the closing for whoever is asking. */
export async function settleOwn({ assignment, assigned, phase }: Own, now: Date): Promise<void> {
  if (phase === "closed" && assigned.settledAt === null) await settleAssignment(assignment, now, assigned.personId);
}

/** Sees to the closing of all assignments that have closed, or of those of a course. */
export async function settleClosed(now: Date, courseId?: string): Promise<number> {
  const assignments = await database().assignment.findMany({
    where: { courseId, closesAt: { lt: now }, assigned: { some: { settledAt: null } } },
    include: assignmentInclude,
  });
  let sent = 0;
  for (const assignment of assignments) sent += await settleAssignment(assignment, now);
  return sent;
}

/** Nobody waits for it. */
const patient: GradingTerms = { lane: "patient", limits: usualLimits };

/** Sends the draft of a student, where there is one that can be read and that could still help. */
async function sendDraft(assignment: LoadedAssignment, row: Due, termsFor: TermsFor): Promise<boolean> {
  const draft = row.drafts;
  const fields = readableOf(draft?.readable);
  if (!assignment.sendsDrafts || !draft?.readableWriting || !fields || row.firstRight !== null) return false;
  const answer = { text: storableText(answerOf(fields)), syntax: syntaxOf(draft.readableWriting) };
  if (await isKnown(row.id, readable(answer.text))) return false;
  const sent: Sent = {
    assigned: row,
    assignment,
    asked: askedHere(assignment, row),
    answer,
    idempotencyKey: keyOf(row.id, row.versionId, answer, "closing"),
    arrivedAt: new Date(termsFor(row.personId).times.closesAt),
    automatic: true,
  };
  const graded = await gradeSent(sent, patient);
  if (!graded.counts) return false;
  return typeof (await storeSent(sent, graded)) !== "string";
}

/** True where the student has sent this themself. */
async function isKnown(assignedId: string, text: string): Promise<boolean> {
  return (await database().submission.count({ where: { assignedId, text } })) > 0;
}

/** Progress is computed again for those of whom it now knows more. */
async function catchUp(
  { shownOpen, shownClosed }: LoadedAssignment,
  due: readonly Due[],
  sent: readonly Due[],
): Promise<void> {
  const told = shownOpen === shownClosed ? [] : due.filter(({ attempts }) => attempts > 0);
  const people = new Set([...told, ...sent].map(({ personId }) => personId));
  for (const personId of people) await replaySkills(personId);
}
