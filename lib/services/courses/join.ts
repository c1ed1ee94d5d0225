import { isSignedIn, type Viewer } from "../../auth";
import { ok, type Result } from "../../base";
import {
  type Counted,
  database,
  giveRoomsBack,
  inTransaction,
  log,
  recordAct,
  type Transaction,
  takeRooms,
} from "../../store";
import { refused, type ServiceError, signInNeeded, tooMany } from "../error";
import type { Reply } from "../reply";
import { readJoinCode } from "./join-code";
import { lockCourse } from "./lock";
import type { CourseRow } from "./rights";
import type { InvitedCourseView } from "./views";

/** A course by its code, before somebody joins it. Guesses are counted, codes that are right are not. */
export async function findByCode(viewer: Viewer, typed: string): Reply<InvitedCourseView> {
  const found = await courseOfCode(viewer, typed);
  if (!found.ok) return found;
  const course = found.value;
  const own = isSignedIn(viewer) && viewer.personId !== null && (await placeIn(course.id, viewer.personId));
  const { id, title, term, joinCode, joinOpen, archivedAt } = course;
  const open = joinOpen && archivedAt === null;
  return ok({ courseId: id, title, term, code: joinCode, open, role: own ? own.role : null });
}

function placeIn(courseId: string, personId: string) {
  return database().enrolment.findFirst({ where: { courseId, personId, leftAt: null }, select: { role: true } });
}

/**
 * Joins a course as a student. An address on the roster brings its section and its id along; a role beyond the student's
 * waits for an instructor's word, because nobody has proved yet that the address is theirs.
 */
export async function joinCourse(viewer: Viewer, typed: string): Reply<{ readonly courseId: string }> {
  const { personId, email } = viewer;
  if (!isSignedIn(viewer) || personId === null || email === null) return signInNeeded();
  const found = await courseOfCode(viewer, typed);
  if (!found.ok) return found;
  const asker = { personId, email, name: viewer.name ?? email };
  const joined = await inTransaction((transaction) => enterCourse(transaction, found.value, asker));
  if (joined.ok) log.info({ course: found.value.id, person: personId }, "joined a course");
  return joined;
}

interface Asker {
  readonly personId: string;
  readonly email: string;
  readonly name: string;
}

type Joined = Result<{ readonly courseId: string }, ServiceError>;

async function enterCourse(transaction: Transaction, seen: CourseRow, asker: Asker): Promise<Joined> {
  await lockCourse(transaction, seen.id);
  const course = await transaction.course.findUnique({ where: { id: seen.id, joinCode: seen.joinCode } });
  if (!course) return wrongCode();
  const { id: courseId } = course;
  const where = { courseId_personId: { courseId, personId: asker.personId } };
  const known = await transaction.enrolment.findUnique({ where });
  if (known) return known.leftAt === null ? ok({ courseId }) : refused(takenOut);
  if (course.archivedAt !== null) return refused("This course is over; nobody can join it any more.");
  if (!course.joinOpen) return refused("Joining is closed. Ask your instructor to open it or to add you.");

  const invitation = await transaction.invitation.findUnique({
    where: { courseId_email: { courseId, email: asker.email } },
  });
  const { sectionId = null, externalId = null } = invitation ?? {};
  await transaction.enrolment.create({ data: { courseId, personId: asker.personId, sectionId, externalId } });
  await recordAct(transaction, { action: "course-joined", by: asker.personId, subject: asker.personId, courseId });
  if (invitation?.role === "student") await transaction.invitation.delete({ where: { id: invitation.id } });
  else if (invitation) await askInstructors(transaction, courseId, asker, invitation.role);
  return ok({ courseId });
}

const takenOut = "An instructor took you out of this course. Ask them to bring you back.";

async function askInstructors(
  transaction: Transaction,
  courseId: string,
  { personId, name, email }: Asker,
  role: "assistant" | "instructor",
): Promise<void> {
  const instructors = await transaction.enrolment.findMany({
    where: { courseId, role: "instructor", leftAt: null },
    select: { personId: true },
  });
  const text = `${name} (${email}) has joined as a student, and the roster says ${role}. If it is them, change their role.`;
  const link = `/teach/courses/${courseId}/people/${personId}`;
  await transaction.message.createMany({
    data: instructors.map((each) => ({ personId: each.personId, text, link })),
  });
}

function wrongCode(): ReturnType<typeof refused> {
  const message = "No course has this code. Look at it again, letter by letter; it may also have been replaced.";
  return refused(message, { code: { message } });
}

async function courseOfCode(viewer: Viewer, typed: string): Promise<Result<CourseRow, ServiceError>> {
  const counted: Counted[] = [["join-address", viewer.address]];
  if (viewer.personId !== null) counted.push(["join-person", viewer.personId]);
  const wait = await takeRooms(counted);
  if (wait !== null) return tooMany(wait);
  const joinCode = readJoinCode(typed);
  const course = joinCode === null ? null : await database().course.findUnique({ where: { joinCode } });
  if (!course) return wrongCode();
  await giveRoomsBack(counted);
  return ok(course);
}
