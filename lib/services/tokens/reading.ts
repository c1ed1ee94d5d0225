import { worthAt } from "../../assess";
import { invariant, ok } from "../../base";
import type { Verdict } from "../../grade";
import { type ActCode, database, type Prisma, recordAct } from "../../store";
import { settleClosed } from "../assignments/closing";
import { plainTitle } from "../assignments/items";
import { loadAssignment } from "../assignments/rows";
import { loadTerms, type TermsFor } from "../assignments/terms";
import { type Member, memberWith } from "../courses/rights";
import { notFound } from "../error";
import { loadGrades } from "../gradebook/export";
import { loadOutline } from "../gradebook/outline";
import type { Reply } from "../reply";
import type { AssignmentRecord, CourseRecord, GradesRecord, SubmissionRecord, SubmissionsPage } from "./records";
import { coursesWithToken } from "./tokens";
import type { Holder } from "./views";

/** The courses that a token reads. */
export async function readCourses({ viewer, courseId }: Holder): Reply<{ readonly courses: readonly CourseRecord[] }> {
  const rows = await database().course.findMany({
    where: { ...coursesWithToken(viewer), ...(courseId !== null && { id: courseId }) },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return ok({
    courses: rows.map(({ id, title, term, timeZone, archivedAt }) => ({
      id,
      title,
      term,
      time_zone: timeZone,
      archived: archivedAt !== null,
    })),
  });
}

/** The holder's place in a course that the token is for and that they are an instructor of. For others it is not there. */
async function memberOfHolder(holder: Holder, courseId: string): Reply<Member> {
  if (holder.courseId !== null && holder.courseId !== courseId) return notFound();
  return memberWith(holder.viewer, courseId, "token");
}

const outlineInclude = {
  items: {
    orderBy: { position: "asc" },
    include: { problem: { select: { currentVersion: { select: { title: true } } } }, topic: true },
  },
} satisfies Prisma.AssignmentInclude;

type LoadedOutline = Prisma.AssignmentGetPayload<{ include: typeof outlineInclude }>;

/** The assignments of a course, drafts too, with what they ask for; nothing of any key. */
export async function readAssignments(
  holder: Holder,
  courseId: string,
): Reply<{ readonly assignments: readonly AssignmentRecord[] }> {
  const member = await memberOfHolder(holder, courseId);
  if (!member.ok) return member;
  const rows = await database().assignment.findMany({
    where: { courseId },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    include: outlineInclude,
  });
  return ok({ assignments: rows.map(assignmentRecord) });
}

function assignmentRecord(row: LoadedOutline): AssignmentRecord {
  const { id, title, publishedAt, opensAt, dueAt, closesAt, attempts, items } = row;
  return {
    id,
    title,
    published: publishedAt !== null,
    opens_at: opensAt.toISOString(),
    due_at: dueAt.toISOString(),
    closes_at: closesAt.toISOString(),
    attempts,
    points: items.reduce((sum, { points, count }) => sum + points * count, 0),
    items: items.map(({ problem, topic, ...item }) => ({
      id: item.id,
      title: problem ? plainTitle(problem.currentVersion?.title ?? "") : (topic?.title ?? ""),
      problem_id: item.problemId,
      topic_id: item.topicId,
      difficulty: item.difficulty,
      count: item.count,
      points: item.points,
    })),
  };
}

const submissionInclude = {
  version: { select: { number: true } },
  assigned: { select: { itemId: true, slot: true } },
  grades: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 1 },
} satisfies Prisma.SubmissionInclude;

type LoadedSubmission = Prisma.SubmissionGetPayload<{ include: typeof submissionInclude }>;

/** The answers to an assignment in the order in which they were stored, a page at a time, each with its newest grade. */
export async function readSubmissions(
  holder: Holder,
  assignmentId: string,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Reply<SubmissionsPage> {
  const assignment = await loadAssignment(assignmentId);
  if (!assignment) return notFound();
  const member = await memberOfHolder(holder, assignment.courseId);
  if (!member.ok) return member;
  const termsFor = await loadTerms(assignment);
  const rows = await database().submission.findMany({
    where: { assigned: { is: { assignmentId } }, ...(cursor !== undefined && { id: { gt: cursor } }) },
    orderBy: { id: "asc" },
    take: limit + 1,
    include: submissionInclude,
  });
  if (cursor === undefined) await recordReading("answers-read-by-program", member.value, assignmentId);
  const page = rows.slice(0, limit).map((row) => submissionRecord(row, termsFor));
  return ok({ submissions: page, next_cursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null });
}

/** Keeps that a program took data of many people out. */
function recordReading(action: ActCode, { personId, course }: Member, subject: string): Promise<void> {
  return recordAct(database(), { action, by: personId, subject, courseId: course.id });
}

function submissionRecord(row: LoadedSubmission, termsFor: TermsFor): SubmissionRecord {
  const [grade] = row.grades;
  invariant(row.assigned, `submission ${row.id} has a place`);
  return {
    id: row.id,
    student_id: row.personId,
    item_id: row.assigned.itemId,
    slot: row.assigned.slot,
    problem_id: row.problemId,
    version: row.version.number,
    arrived_at: row.createdAt.toISOString(),
    attempt: row.ordinal,
    automatic: row.automatic,
    syntax: row.syntax,
    text: row.text,
    hints: row.hints,
    ...gradeRecordOf(grade),
    worth: worthAt(termsFor(row.personId), row.createdAt.getTime()),
    grader_version: grade?.graderVersion ?? row.graderVersion,
  };
}

type GradeRecord = Pick<SubmissionRecord, "status" | "numerator" | "denominator" | "correct" | "diagnosis">;

/** What an answer came to, or that it is still being graded. */
function gradeRecordOf(grade: LoadedSubmission["grades"][number] | undefined): GradeRecord {
  if (!grade) return { status: "waiting", numerator: false, denominator: false, correct: false, diagnosis: [] };
  const { numerator, denominator, correct } = grade;
  const verdict = grade.verdict as unknown as Verdict;
  return {
    status: grade.status === "bad_problem" ? "bad-problem" : grade.status,
    numerator,
    denominator,
    correct,
    diagnosis: verdict.status === "graded" ? (verdict.diagnosis ?? []).map(({ code }) => code) : [],
  };
}

/** The points of all students of a course, by assignment. */
export async function readGrades(holder: Holder, courseId: string, now: Date): Reply<GradesRecord> {
  const member = await memberOfHolder(holder, courseId);
  if (!member.ok) return member;
  await settleClosed(now, courseId);
  const outline = await loadOutline(courseId, now);
  const { assignments, students } = await loadGrades(courseId, outline, now);
  await recordReading("grades-read-by-program", member.value, courseId);
  return ok({
    course_id: courseId,
    assignments: assignments.map(({ title, of }, index) => ({ id: outline[index]?.id ?? "", title, points: of })),
    students: students.map(({ id, name, email, externalId, section, points }) => ({
      id,
      name,
      email,
      external_id: externalId || null,
      section: section || null,
      points: points.map((each) => (each === null ? null : Math.round(each * 100) / 100)),
    })),
  });
}
