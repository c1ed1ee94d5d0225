import { v7 } from "uuid";
import { type LocalTime, localTimeOf } from "../../assess";
import type { Viewer } from "../../auth";
import { ok } from "../../base";
import { type ActCode, database, type Facts, inTransaction, log, recordAct, type Transaction } from "../../store";
import { lookAgain } from "../complaints";
import { memberWith } from "../courses/rights";
import { type FieldComplaints, refused } from "../error";
import type { Reply } from "../reply";
import { recomputeInside } from "./credit";
import { type AssignmentFields, type AssignmentInput, readAssignment } from "./input";
import { itemComplaints, saveItems } from "./items";
import { type LoadedAssignment, type Place, placeWith } from "./rows";
import { termsOf } from "./terms";

/** Makes an assignment that only those who teach see, until it is published. */
export async function createAssignment(
  viewer: Viewer,
  courseId: string,
  input: AssignmentInput,
): Reply<{ readonly assignmentId: string }> {
  const member = await memberWith(viewer, courseId, "edit-assignments");
  if (!member.ok) return member;
  const read = readAssignment(input, member.value.course.timeZone);
  if (!read.ok) return refused(lookAgain, read.error);
  const wrong = await itemComplaints(courseId, read.value.items);
  if (wrong) return refused(lookAgain, wrong);
  const { items, lateSteps, ...fields } = read.value;
  const assignmentId = v7();
  await inTransaction(async (transaction) => {
    await transaction.assignment.create({
      data: { ...fields, id: assignmentId, courseId, lateSteps: stepsRow(lateSteps) },
    });
    await saveItems(transaction, assignmentId, items);
    const act = { action: "assignment-made", by: member.value.personId, subject: assignmentId, courseId } as const;
    await recordAct(transaction, act);
  });
  log.info({ assignment: assignmentId, course: courseId }, "assignment made");
  return ok({ assignmentId });
}

const changedSince =
  "Somebody else has changed this assignment since you opened it. Nothing of yours is lost: look at what they have changed, and save again to put yours in its place.";

/** Changes an assignment. Who has not seen another's change is shown it first. */
export async function editAssignment(
  viewer: Viewer,
  assignmentId: string,
  input: AssignmentInput,
  revision: number,
): Reply<{ readonly revision: number }> {
  const place = await placeWith(viewer, assignmentId, "edit-assignments");
  if (!place.ok) return place;
  const { assignment } = place.value;
  const read = readAssignment(input, assignment.course.timeZone);
  if (!read.ok) return refused(lookAgain, read.error);
  const fields = read.value;
  const wrong =
    (await itemComplaints(assignment.courseId, fields.items)) ?? (await lockedComplaints(place.value, fields));
  if (wrong) return refused(lookAgain, wrong);
  const outcome = await store(place.value, fields, revision);
  if (outcome === "changed") return refused(changedSince, { revision: { message: changedSince } });
  return "complaints" in outcome ? refused(lookAgain, outcome.complaints) : ok({ revision: revision + 1 });
}

type Outcome = "changed" | { readonly saved: true } | { readonly complaints: FieldComplaints };

function store(place: Place, fields: AssignmentFields, revision: number): Promise<Outcome> {
  const { items, lateSteps, ...rest } = fields;
  const { assignment } = place;
  return inTransaction(async (transaction) => {
    const { count } = await transaction.assignment.updateMany({
      where: { id: assignment.id, revision },
      data: { ...rest, lateSteps: stepsRow(lateSteps), revision: { increment: 1 } },
    });
    if (count === 0) return "changed";
    const complaints = await saveItems(transaction, assignment.id, items);
    if (complaints) throw new Unsaved(complaints);
    await followTimes(transaction, assignment.id);
    await recordHere(transaction, place, "assignment-edited", policiesOf(fields));
    return { saved: true } as const;
  }).catch((error) => {
    if (error instanceof Unsaved) return { complaints: error.complaints };
    throw error;
  });
}

/** What of an assignment says how answers count. */
function policiesOf({ policy, attempts, opensAt, dueAt, closesAt, shownOpen, shownClosed }: AssignmentFields): Facts {
  const [opens, due, closes] = [opensAt, dueAt, closesAt].map((moment) => moment.toISOString());
  return { policy, attempts, opens: opens ?? null, due: due ?? null, closes: closes ?? null, shownOpen, shownClosed };
}

/** Keeps what was done to an assignment. */
export function recordHere(
  transaction: Transaction,
  { assignment, member }: Place,
  action: ActCode,
  facts: Facts = {},
): Promise<void> {
  const { id, courseId } = assignment;
  return recordAct(transaction, { action, by: member.personId, subject: id, courseId, facts });
}

/** Takes a transaction back whose items cannot be. */
class Unsaved extends Error {
  constructor(readonly complaints: FieldComplaints) {
    super("items cannot be saved");
  }
}

/** Behind other times the credit is another, and who has time again has not been seen to yet. */
export async function followTimes(transaction: Transaction, assignmentId: string, personId?: string): Promise<void> {
  const assignment = await transaction.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    include: { course: true },
  });
  await recomputeInside(transaction, assignment, personId);
  await transaction.assigned.updateMany({
    where: { assignmentId, settledAt: { not: null }, ...(personId !== undefined && { personId }) },
    data: { settledAt: null },
  });
}

/** What cannot be changed any more once problems are handed out. */
async function lockedComplaints({ assignment }: Place, fields: AssignmentFields): Promise<FieldComplaints | undefined> {
  if (fields.renames === assignment.renames) return undefined;
  const given = await database().assigned.count({ where: { assignmentId: assignment.id } });
  if (given === 0) return undefined;
  return { renames: { message: "Students have their problems already, so their names stay as they are." } };
}

function stepsRow(steps: AssignmentFields["lateSteps"]) {
  return steps.map(({ hours, percent }) => ({ hours, percent }));
}

/** Lets students see an assignment, from its opening on with its problems. */
export async function publishAssignment(viewer: Viewer, assignmentId: string, now: Date): Reply<null> {
  const place = await placeWith(viewer, assignmentId, "edit-assignments");
  if (!place.ok) return place;
  const { assignment } = place.value;
  if (assignment.items.length === 0) return refused("Add a problem first: there is nothing to answer yet.");
  if (assignment.closesAt <= now) return refused("This assignment would be closed already. Give it later times first.");
  const wrong = await itemComplaints(assignment.courseId, assignment.items);
  if (wrong) return refused(Object.values(wrong)[0]?.message ?? lookAgain);
  await inTransaction(async (transaction) => {
    const { count } = await transaction.assignment.updateMany({
      where: { id: assignmentId, publishedAt: null },
      data: { publishedAt: now, revision: { increment: 1 } },
    });
    if (count > 0) await recordHere(transaction, place.value, "assignment-published");
  });
  log.info({ assignment: assignmentId }, "assignment published");
  return ok(null);
}

/** Hides an assignment again, as long as nobody has got problems of it. */
export async function withdrawAssignment(viewer: Viewer, assignmentId: string): Reply<null> {
  const place = await placeWith(viewer, assignmentId, "edit-assignments");
  if (!place.ok) return place;
  return inTransaction(async (transaction) => {
    await transaction.$queryRaw`SELECT id FROM assignment WHERE id = ${assignmentId}::uuid FOR UPDATE`;
    if ((await transaction.assigned.count({ where: { assignmentId } })) > 0)
      return refused("Students have opened this assignment already, so it stays.");
    await transaction.assignment.update({
      where: { id: assignmentId },
      data: { publishedAt: null, revision: { increment: 1 } },
    });
    await recordHere(transaction, place.value, "assignment-withdrawn");
    return ok(null);
  });
}

/** Removes an assignment that nobody has answered anything of. */
export async function removeAssignment(viewer: Viewer, assignmentId: string): Reply<null> {
  const place = await placeWith(viewer, assignmentId, "edit-assignments");
  if (!place.ok) return place;
  return inTransaction(async (transaction) => {
    await transaction.$queryRaw`SELECT id FROM assignment WHERE id = ${assignmentId}::uuid FOR UPDATE`;
    const answered = await transaction.submission.count({ where: { assigned: { is: { assignmentId } } } });
    if (answered > 0) return refused("Students have answered already, so their answers and grades are kept.");
    await transaction.assigned.deleteMany({ where: { assignmentId } });
    await transaction.assignment.delete({ where: { id: assignmentId } });
    await recordHere(transaction, place.value, "assignment-removed");
    log.info({ assignment: assignmentId }, "assignment removed");
    return ok(null);
  });
}

/** An assignment as its form shows it, with the revision that a change refers to. */
export interface AssignmentForm {
  readonly assignmentId: string | null;
  readonly courseId: string;
  readonly timeZone: string;
  readonly revision: number;
  readonly published: boolean;
  readonly input: AssignmentInput;
}

/** An assignment to be edited. */
export async function getAssignmentForm(viewer: Viewer, assignmentId: string): Reply<AssignmentForm> {
  const place = await placeWith(viewer, assignmentId, "edit-assignments");
  return place.ok ? ok(formOf(place.value.assignment)) : place;
}

function formOf(assignment: LoadedAssignment): AssignmentForm {
  const { id, courseId, course, revision, publishedAt } = assignment;
  const local = (moment: Date): LocalTime => localTimeOf(moment.getTime(), course.timeZone);
  return {
    assignmentId: id,
    courseId,
    timeZone: course.timeZone,
    revision,
    published: publishedAt !== null,
    input: {
      title: assignment.title,
      instructions: assignment.instructions,
      policy: assignment.policy ?? "",
      opensAt: local(assignment.opensAt),
      dueAt: local(assignment.dueAt),
      closesAt: local(assignment.closesAt),
      lateSteps: termsOf(assignment).lateSteps.map(({ hours, percent }) => ({
        hours: String(hours),
        percent: String(percent),
      })),
      attempts: assignment.attempts === null ? "" : String(assignment.attempts),
      shownOpen: assignment.shownOpen,
      shownClosed: assignment.shownClosed,
      hints: assignment.hints,
      sendsDrafts: assignment.sendsDrafts,
      renames: assignment.renames,
      items: assignment.items.map((item) => ({
        id: item.id,
        problemId: item.problemId ?? "",
        topicId: item.topicId ?? "",
        difficulty: item.difficulty === null ? "" : String(item.difficulty),
        count: String(item.count),
        points: String(item.points),
      })),
    },
  };
}

const week = 7 * 24 * 3_600_000;

/** The form of a new assignment: open from tomorrow morning for a week. */
export async function newAssignmentForm(viewer: Viewer, courseId: string, now: Date): Reply<AssignmentForm> {
  const member = await memberWith(viewer, courseId, "edit-assignments");
  if (!member.ok) return member;
  const { timeZone } = member.value.course;
  const [date] = localTimeOf(now.getTime() + week / 7, timeZone).split("T");
  const [lastDate] = localTimeOf(now.getTime() + week, timeZone).split("T");
  const due = `${lastDate}T23:59`;
  return ok({
    assignmentId: null,
    courseId,
    timeZone,
    revision: 0,
    published: false,
    input: {
      title: "",
      instructions: "",
      policy: "",
      opensAt: `${date}T08:00`,
      dueAt: due,
      closesAt: due,
      lateSteps: [],
      attempts: "",
      shownOpen: "all",
      shownClosed: "all",
      hints: true,
      sendsDrafts: true,
      renames: false,
      items: [],
    },
  });
}
