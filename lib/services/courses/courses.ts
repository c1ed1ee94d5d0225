import { mayTeach, type Viewer } from "../../auth";
import { ok } from "../../base";
import {
  type ActCode,
  database,
  type Facts,
  inTransaction,
  isDuplicate,
  log,
  type Prisma,
  recordAct,
  takeRooms,
} from "../../store";
import { lookAgain } from "../complaints";
import { notFound, refused, tooMany } from "../error";
import type { Reply } from "../reply";
import { type CourseFields, readCourse } from "./course-input";
import { newJoinCode } from "./join-code";
import { type CourseRow, courseRights, type Member, may, memberWith } from "./rights";
import type { CourseInput, CourseOverview, CourseSummary, CourseView, JoiningView } from "./views";

/** Makes a course and its first instructor. */
export async function createCourse(viewer: Viewer, input: CourseInput): Reply<{ readonly courseId: string }> {
  if (!mayTeach(viewer) || viewer.personId === null) return notFound();
  const read = readCourse(input);
  if (!read.ok) return refused(lookAgain, read.error);
  const wait = await takeRooms([["course-person", viewer.personId]]);
  if (wait !== null) return tooMany(wait);
  const courseId = await insertCourse(read.value, viewer.personId);
  log.info({ course: courseId }, "course made");
  return ok({ courseId });
}

async function insertCourse(fields: CourseFields, personId: string): Promise<string> {
  const enrolments = { create: { personId, role: "instructor" } } as const;
  return withNewCode((joinCode) =>
    inTransaction(async (transaction) => {
      const { id } = await transaction.course.create({ data: { ...fields, joinCode, enrolments } });
      await recordAct(transaction, { action: "course-made", by: personId, subject: id, courseId: id });
      return id;
    }),
  );
}

/** Two courses never have the same code: where chance gives one twice, it is asked again. */
async function withNewCode<T>(work: (joinCode: string) => Promise<T>): Promise<T> {
  try {
    return await work(newJoinCode());
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return withNewCode(work);
  }
}

/** A course, for those who teach in it. */
export async function getCourse(viewer: Viewer, courseId: string): Reply<CourseView> {
  const member = await memberWith(viewer, courseId, "see-work");
  return member.ok ? ok(courseView(member.value)) : member;
}

/** A course's first page, for those who teach in it. */
export async function getCourseOverview(viewer: Viewer, courseId: string): Reply<CourseOverview> {
  const member = await memberWith(viewer, courseId, "see-work");
  if (!member.ok) return member;
  const present = { courseId, leftAt: null };
  const [students, staff, invited, sections, assignments] = await Promise.all([
    database().enrolment.count({ where: { ...present, role: "student" } }),
    database().enrolment.findMany({
      where: { ...present, role: { not: "student" } },
      orderBy: [{ role: "asc" }, { createdAt: "asc" }],
      include: { person: { select: { name: true } } },
    }),
    database().invitation.count({ where: { courseId } }),
    database().section.count({ where: { courseId } }),
    database().assignment.count({ where: { courseId } }),
  ]);
  return ok({
    course: courseView(member.value),
    joining: joiningView(member.value),
    students,
    staff: staff.map(({ personId, role, person }) => ({ personId, name: person.name, role })),
    invited,
    sections,
    assignments,
  });
}

/** The courses that the viewer teaches in, the newest first; for an admin all. */
export async function listTaughtCourses(viewer: Viewer): Reply<readonly CourseSummary[]> {
  const { personId, role } = viewer;
  if (personId === null || role === "guest") return notFound();
  const teaches: Prisma.EnrolmentWhereInput = { personId, leftAt: null, role: { not: "student" } };
  const rows = await database().course.findMany({
    where: role === "admin" ? {} : { enrolments: { some: teaches } },
    orderBy: { createdAt: "desc" },
    include: {
      enrolments: { where: { personId, leftAt: null }, select: { role: true } },
    },
  });
  if (rows.length === 0 && !mayTeach(viewer)) return notFound();
  const { students, assignments } = await countIn(rows.map(({ id }) => id));
  return ok(
    rows.map((row) => ({
      id: row.id,
      title: row.title,
      term: row.term,
      role: role === "admin" ? "instructor" : (row.enrolments[0]?.role ?? "assistant"),
      archivedAt: row.archivedAt,
      students: students.get(row.id) ?? 0,
      assignments: assignments.get(row.id) ?? 0,
    })),
  );
}

/** How many students and assignments there are, by course. (A `_count` in the query above would count those of all courses.) */
async function countIn(courseIds: string[]) {
  const courseId = { in: courseIds };
  const by = ["courseId" as const];
  const [students, assignments] = await Promise.all([
    database().enrolment.groupBy({ by, where: { courseId, leftAt: null, role: "student" }, _count: true }),
    database().assignment.groupBy({ by, where: { courseId }, _count: true }),
  ]);
  const counts = (rows: typeof students) => new Map(rows.map((row) => [row.courseId, row._count]));
  return { students: counts(students), assignments: counts(assignments) };
}

/** Whether somebody is a student of a course, and whether they teach in one: for the head of every page. */
export async function placesOf({ personId, role }: Viewer): Promise<{ learns: boolean; teaches: boolean }> {
  if (personId === null || role === "guest") return { learns: false, teaches: false };
  const found = await database().enrolment.findMany({
    where: { personId, leftAt: null },
    distinct: ["role"],
    select: { role: true },
  });
  return {
    learns: found.some((each) => each.role === "student"),
    teaches: role !== "student" || found.some((each) => each.role !== "student"),
  };
}

/** Changes what a course's form holds. */
export async function editCourse(viewer: Viewer, courseId: string, input: CourseInput): Reply<CourseView> {
  const member = await memberWith(viewer, courseId, "edit-course");
  if (!member.ok) return member;
  const read = readCourse(input);
  if (!read.ok) return refused(lookAgain, read.error);
  const { policy, latePasses, latePassHours } = read.value;
  const facts = { policyBefore: member.value.course.policy, policy, latePasses, latePassHours };
  const course = await change(member.value, read.value, "course-edited", facts);
  return ok(courseView({ ...member.value, course }));
}

/** Changes a course, and keeps who did it. */
function change(
  { course, personId }: Member,
  data: Prisma.CourseUpdateInput,
  action: ActCode,
  facts: Facts = {},
): Promise<CourseRow> {
  return inTransaction(async (transaction) => {
    await recordAct(transaction, { action, by: personId, subject: course.id, courseId: course.id, facts });
    return transaction.course.update({ where: { id: course.id }, data });
  });
}

/** Puts a course away, or takes it back. Nobody joins an archived one; what is in it stays. */
export async function archiveCourse(viewer: Viewer, courseId: string, now: Date | null): Reply<null> {
  const member = await memberWith(viewer, courseId, "edit-course");
  if (!member.ok) return member;
  await change(member.value, { archivedAt: now }, now ? "course-archived" : "course-taken-back");
  log.info({ course: courseId, archived: now !== null }, "course archived or taken back");
  return ok(null);
}

/** Opens or closes a course to those who hold its code. */
export async function openJoining(viewer: Viewer, courseId: string, open: boolean): Reply<null> {
  const member = await memberWith(viewer, courseId, "edit-course");
  if (!member.ok) return member;
  await change(member.value, { joinOpen: open }, "joining-changed", { open });
  return ok(null);
}

/** Gives a course another code; the old one and its link stop at once. */
export async function replaceJoinCode(viewer: Viewer, courseId: string): Reply<null> {
  const member = await memberWith(viewer, courseId, "edit-course");
  if (!member.ok) return member;
  await withNewCode((joinCode) => change(member.value, { joinCode }, "join-code-replaced"));
  log.info({ course: courseId }, "join code replaced");
  return ok(null);
}

export function courseView({ course, role }: Pick<Member, "course" | "role">): CourseView {
  const { id, title, term, policy, timeZone, latePasses, latePassHours, archivedAt } = course;
  return {
    id,
    title,
    term,
    policy,
    timeZone,
    latePasses,
    latePassHours,
    archivedAt,
    role,
    rights: courseRights[role],
  };
}

/** For those who may invite. */
export function joiningView(member: Member): JoiningView | null {
  const { joinCode, joinOpen, archivedAt } = member.course;
  return may(member, "edit-roster") ? { code: joinCode, open: joinOpen && archivedAt === null } : null;
}
