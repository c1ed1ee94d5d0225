import { validate as isUuid, v7 } from "uuid";
import { type Times, timesFor } from "../../assess";
import type { Viewer } from "../../auth";
import { fail, ok, type Result } from "../../base";
import { database, inTransaction, log, storable } from "../../store";
import { lookAgain } from "../complaints";
import { type FieldComplaints, notFound, refused } from "../error";
import type { Reply } from "../reply";
import { followTimes, recordHere } from "./editing";
import { Complaints, readMoment, readNumber } from "./input";
import { type LoadedAssignment, placeOfStudent, placeWith } from "./rows";
import { loadTerms, phaseOf } from "./terms";

/** Other times as they are typed, on the clocks of the course. What is empty stays as it is. */
export interface ExtensionInput {
  /** "person …" or "section …", with an id. */
  readonly who: string;
  readonly dueAt: string;
  readonly closesAt: string;
  readonly timeFactor: string;
  readonly reason: string;
}

interface ExtensionFields {
  readonly dueAt: Date | null;
  readonly closesAt: Date | null;
  readonly timeFactor: number | null;
  readonly reason: string;
}

const longestReason = 500;

/** Gives a student or a section other times. The credit of their answers follows. */
export async function giveExtension(viewer: Viewer, assignmentId: string, input: ExtensionInput): Reply<null> {
  const place = await placeWith(viewer, assignmentId, "extend");
  if (!place.ok) return place;
  const { assignment, member } = place.value;
  const whom = await recipientOf(assignment, input.who);
  if (!whom) return refused(lookAgain, { who: { message: "Choose a student or a section." } });
  const read = readExtension(input, assignment);
  if (!read.ok) return refused(lookAgain, read.error);
  await inTransaction(async (transaction) => {
    await transaction.extension.create({
      data: { ...read.value, ...whom, id: v7(), assignmentId, givenBy: member.personId },
    });
    await followTimes(transaction, assignmentId, whom.personId);
    const section = whom.sectionId ?? null;
    await recordHere(transaction, place.value, "extension-given", { ...timesOf(read.value), section });
  });
  log.info({ assignment: assignmentId, ...whom }, "extension given");
  return ok(null);
}

/** The times of an extension, as the log keeps them. */
function timesOf({ dueAt, closesAt, timeFactor }: ExtensionFields) {
  return { due: dueAt?.toISOString() ?? null, closes: closesAt?.toISOString() ?? null, timeFactor };
}

/** Whom an extension is for: a student of the course, or one of its sections. */
async function recipientOf({ courseId }: LoadedAssignment, who: string) {
  const [kind, id = ""] = who.split(" ");
  if (!isUuid(id)) return undefined;
  if (kind === "section") {
    const found = await database().section.count({ where: { id, courseId } });
    return found > 0 ? { sectionId: id } : undefined;
  }
  const found = await database().enrolment.count({ where: { courseId, personId: id, role: "student", leftAt: null } });
  return kind === "person" && found > 0 ? { personId: id } : undefined;
}

function readExtension(input: ExtensionInput, assignment: LoadedAssignment): Result<ExtensionFields, FieldComplaints> {
  const complaints = new Complaints();
  const zone = assignment.course.timeZone;
  const moment = (field: "dueAt" | "closesAt") =>
    input[field].trim() === "" ? null : (readMoment(field, input[field], zone, complaints) ?? null);
  const factor = { least: 1, most: 10, field: "timeFactor", what: "The factor" };
  const fields: ExtensionFields = {
    dueAt: moment("dueAt"),
    closesAt: moment("closesAt"),
    timeFactor: input.timeFactor.trim() === "" ? null : readNumber(input.timeFactor, factor, complaints),
    reason: storable(input.reason).trim(),
  };
  if (fields.reason.length > longestReason) complaints.add("reason", `At most ${longestReason} characters.`);
  complainOfOrder(fields, assignment, complaints);
  return complaints.none ? ok(fields) : fail(complaints.found);
}

/** An extension gives time. One that would take some, or that lies before the opening, is a slip. */
function complainOfOrder(
  { dueAt, closesAt, timeFactor }: ExtensionFields,
  assignment: LoadedAssignment,
  complaints: Complaints,
) {
  const before = (moment: Date | null, other: Date) => moment !== null && moment < other;
  if (before(dueAt, assignment.opensAt)) complaints.add("dueAt", "This is before the opening of the assignment.");
  else if (before(dueAt, assignment.dueAt))
    complaints.add("dueAt", "This is earlier than for everybody; an extension gives time.");
  if (before(closesAt, assignment.opensAt)) complaints.add("closesAt", "This is before the opening of the assignment.");
  else if (before(closesAt, assignment.closesAt))
    complaints.add("closesAt", "This is earlier than for everybody; an extension gives time.");
  else if (dueAt && before(closesAt, dueAt)) complaints.add("closesAt", "The closing must not be before the due time.");
  const isNothing = dueAt === null && closesAt === null && (timeFactor === null || timeFactor === 1);
  if (isNothing) complaints.add("dueAt", "Give a due time, a closing time or a factor.");
}

/** Takes an extension or a late pass back. */
export async function endExtension(viewer: Viewer, extensionId: string, now: Date): Reply<null> {
  if (!isUuid(extensionId)) return notFound();
  const extension = await database().extension.findUnique({ where: { id: extensionId } });
  if (!extension) return notFound();
  const place = await placeWith(viewer, extension.assignmentId, "extend");
  if (!place.ok) return place;
  await inTransaction(async (transaction) => {
    const open = { id: extensionId, endedAt: null };
    const { count } = await transaction.extension.updateMany({ where: open, data: { endedAt: now } });
    const facts = { extension: extensionId };
    if (count > 0) await recordHere(transaction, place.value, "extension-ended", facts);
    await followTimes(transaction, extension.assignmentId, extension.personId ?? undefined);
  });
  log.info({ extension: extensionId }, "extension ended");
  return ok(null);
}

/** How many late passes somebody has used in a course. */
export function usedLatePasses(courseId: string, personId: string): Promise<number> {
  return database().extension.count({
    where: { personId, latePass: true, endedAt: null, assignment: { is: { courseId } } },
  });
}

/** Uses one of the student's own late passes: due and closing move by the hours that the course gives. */
export async function takeLatePass(viewer: Viewer, assignmentId: string, now: Date): Reply<null> {
  const place = await placeOfStudent(viewer, assignmentId);
  if (!place.ok) return place;
  const { assignment, member } = place.value;
  const { personId } = member;
  const { courseId, course } = assignment;
  return inTransaction(async (transaction) => {
    // Two clicks at once queue up at the enrolment, so that no more passes are used than there are.
    await transaction.$queryRaw`
      SELECT id FROM enrolment WHERE course_id = ${courseId}::uuid AND person_id = ${personId}::uuid FOR NO KEY UPDATE`;
    const used = await transaction.extension.count({
      where: { personId, latePass: true, endedAt: null, assignment: { is: { courseId } } },
    });
    if (used >= course.latePasses) return refused("You have no late passes left in this course.");
    const terms = (await loadTerms(assignment, { personId, of: transaction }))(personId);
    const phase = phaseOf(terms, now);
    if (phase === "closed")
      return refused("This assignment is closed for you, so a late pass changes nothing any more.");
    if (phase === "before")
      return refused("This assignment has not opened yet. Keep your late pass until you need it.");
    await transaction.extension.create({
      data: { id: v7(), assignmentId, personId, latePass: true, givenBy: personId },
    });
    await followTimes(transaction, assignmentId, personId);
    await recordHere(transaction, place.value, "late-pass-taken");
    log.info({ assignment: assignmentId, person: personId }, "late pass used");
    return ok(null);
  });
}

/** The times of an assignment with one more late pass. */
export function timesWithPass(assignment: LoadedAssignment, times: Times): Times {
  return timesFor(times, [{ hours: assignment.course.latePassHours }]);
}
