import type { Terms } from "../../assess";
import type { Viewer } from "../../auth";
import { fail, ok } from "../../base";
import { database } from "../../store";
import { memberWith } from "../courses/rights";
import { signInNeeded } from "../error";
import { filled } from "../instances";
import type { Reply } from "../reply";
import { askedHere } from "./asked";
import { settleAssignment } from "./closing";
import { timesWithPass, usedLatePasses } from "./extensions";
import { handOut, loadAssigned } from "./hand-out";
import { attemptsLeft } from "./own";
import { assignmentInclude, type LoadedAssigned, type LoadedAssignment, placeOfStudent } from "./rows";
import { type ScoredRow, scoreOf } from "./score";
import { levelNow, stateAt } from "./shown";
import { courseName, rulesView, timesView, worthView } from "./shown-times";
import { loadTerms, loadTermsOfStudent, phaseOf, termsOf } from "./terms";
import type {
  LatePassesView,
  MyAssignmentSummary,
  MyAssignmentView,
  MyCourseSummary,
  MyCourseView,
  MyProblemSummary,
} from "./views";

/** The courses that the viewer is a student of, the newest first, those put away last. */
export async function listMyCourses(viewer: Viewer, now: Date): Reply<readonly MyCourseSummary[]> {
  const { personId, role } = viewer;
  if (personId === null || role === "guest") return signInNeeded();
  const rows = await database().enrolment.findMany({
    where: { personId, role: "student", leftAt: null },
    orderBy: { createdAt: "desc" },
    include: { course: true, section: { select: { id: true, name: true } } },
  });
  const courses = await Promise.all(
    rows.map(async ({ course, section }) => {
      const student = { personId, sectionId: section?.id ?? null };
      const open = (await loadSummaries(course.id, student, now)).filter(
        ({ phase }) => phase === "open" || phase === "late",
      );
      const due = open.flatMap(({ phase, times }) => (phase === "open" ? [times.dueAt] : []));
      return {
        ...courseName(course),
        section: section?.name ?? null,
        archived: course.archivedAt !== null,
        open: open.length,
        nextDue: due.sort((one, two) => one.getTime() - two.getTime())[0] ?? null,
      };
    }),
  );
  return ok([...courses.filter(({ archived }) => !archived), ...courses.filter(({ archived }) => archived)]);
}

/** A course with its published assignments, to its student. */
export async function getMyCourse(viewer: Viewer, courseId: string, now: Date): Reply<MyCourseView> {
  if (viewer.personId === null || viewer.role === "guest") return signInNeeded();
  const member = await memberWith(viewer, courseId, "view");
  if (!member.ok) return member;
  const { course, personId, role, sectionId } = member.value;
  if (role !== "student") return fail({ code: "refused", message: "You teach in this course." });
  const [assignments, used] = await Promise.all([
    loadSummaries(courseId, { personId, sectionId }, now),
    usedLatePasses(courseId, personId),
  ]);
  return ok({
    course: courseName(course),
    archived: course.archivedAt !== null,
    latePasses: passesView(course, used),
    assignments,
  });
}

function passesView(course: LoadedAssignment["course"], used: number): LatePassesView {
  const { latePasses: of, latePassHours: hours } = course;
  return { left: Math.max(0, of - used), of, hours };
}

interface Student {
  readonly personId: string;
  readonly sectionId: string | null;
}

/** The published assignments of a course, by their due times. */
async function loadSummaries(courseId: string, student: Student, now: Date): Promise<readonly MyAssignmentSummary[]> {
  const assignments = await database().assignment.findMany({
    where: { courseId, publishedAt: { not: null } },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    include: assignmentInclude,
  });
  const termsFor = await loadTermsOfStudent(assignments, student);
  await settleOwnClosed(assignments, student, now);
  const work = await database().assigned.findMany({
    where: { personId: student.personId, assignment: { is: { courseId } } },
    include: { item: { select: { points: true } } },
  });
  return assignments.map((assignment) =>
    summaryOf(
      assignment,
      termsFor(assignment),
      work.filter(({ assignmentId }) => assignmentId === assignment.id),
      now,
    ),
  );
}

/** Sees to the closings that have passed since the student looked last. */
async function settleOwnClosed(
  assignments: readonly LoadedAssignment[],
  { personId }: Student,
  now: Date,
): Promise<void> {
  const waiting = await database().assigned.findMany({
    where: { personId, settledAt: null, assignmentId: { in: assignments.map(({ id }) => id) } },
    distinct: ["assignmentId"],
    select: { assignmentId: true },
  });
  for (const { assignmentId } of waiting) {
    const assignment = assignments.find(({ id }) => id === assignmentId);
    if (assignment) await settleAssignment(assignment, now, personId);
  }
}

type Work = ScoredRow & { readonly attempts: number };

function summaryOf(
  assignment: LoadedAssignment,
  terms: Terms,
  work: readonly (Omit<Work, "points"> & { readonly item: { readonly points: number } })[],
  now: Date,
): MyAssignmentSummary {
  const phase = phaseOf(terms, now);
  const everybodys = termsOf(assignment).times;
  const places = assignment.items.flatMap(({ count, points }) => Array.from({ length: count }, () => points));
  const level = levelNow(assignment, phase === "closed");
  const score = scoreOf(
    work.map((row) => ({ ...row, points: row.item.points })),
    level,
  );
  const full = places.reduce((sum, points) => sum + points, 0);
  return {
    id: assignment.id,
    title: assignment.title,
    phase,
    times: timesView(terms.times),
    extended: terms.times.dueAt !== everybodys.dueAt || terms.times.closesAt !== everybodys.closesAt,
    problems: work.length > 0 ? work.length : places.length,
    answered: work.filter(({ attempts }) => attempts > 0).length,
    score: work.length > 0 ? score : { points: level === "receipt" ? null : 0, of: full },
  };
}

/** An assignment, to its student: from the opening on with its problems, which are theirs from then on. */
export async function getMyAssignment(viewer: Viewer, assignmentId: string, now: Date): Reply<MyAssignmentView> {
  if (viewer.personId === null || viewer.role === "guest") return signInNeeded();
  const place = await placeOfStudent(viewer, assignmentId);
  if (!place.ok) return place;
  const { assignment, member } = place.value;
  const { personId } = member;
  await settleAssignment(assignment, now, personId);
  const terms = (await loadTerms(assignment, { personId }))(personId);
  const phase = phaseOf(terms, now);
  const assigned = phase === "before" ? [] : await problemsOf(assignment, personId, phase === "closed");
  const level = levelNow(assignment, phase === "closed");
  const [used, reasons] = await Promise.all([
    usedLatePasses(assignment.courseId, personId),
    loadReasons(assignment.id, personId, member.sectionId),
  ]);
  const passes = passesView(assignment.course, used);
  const canPass = passes.left > 0 && (phase === "open" || phase === "late");
  const after = timesView(timesWithPass(assignment, terms.times));
  return ok({
    ...summaryOf(assignment, terms, assigned, now),
    course: courseName(assignment.course),
    instructions: assignment.instructions,
    rules: rulesView(assignment),
    worth: worthView(terms),
    reasons,
    latePass: canPass ? { ...passes, dueAt: after.dueAt, closesAt: after.closesAt } : null,
    list: assigned.map((row, index) => problemSummary(assignment, row, index + 1, level)),
  });
}

/** Behind the closing nothing is handed out any more: who never came has got nothing. */
function problemsOf(assignment: LoadedAssignment, personId: string, closed: boolean) {
  return closed ? loadAssigned(assignment.id, personId) : handOut(assignment, personId);
}

function problemSummary(
  assignment: LoadedAssignment,
  row: LoadedAssigned,
  number: number,
  level: ReturnType<typeof levelNow>,
): MyProblemSummary {
  const { drawn } = askedHere(assignment, row);
  return {
    assignedId: row.id,
    number,
    title: filled(row.version.title, drawn),
    state: stateAt(row, level),
    attempts: row.attempts,
    attemptsLeft: attemptsLeft(assignment.attempts, row.attempts),
    score: scoreOf([{ ...row, points: row.item.points }], level),
  };
}

/** What was said with the student's extensions. */
async function loadReasons(assignmentId: string, personId: string, sectionId: string | null) {
  const rows = await database().extension.findMany({
    where: { assignmentId, endedAt: null, OR: [{ personId }, ...(sectionId === null ? [] : [{ sectionId }])] },
    orderBy: { createdAt: "asc" },
  });
  return rows
    .map(({ latePass, reason }) => (latePass ? "You have used a late pass." : reason))
    .filter((text) => text !== "");
}
