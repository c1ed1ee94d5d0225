import type { Viewer } from "../../auth";
import { ok } from "../../base";
import { database } from "../../store";
import { may, memberWith } from "../courses/rights";
import type { Reply } from "../reply";
import { settleAssignment } from "./closing";
import { plainTitle } from "./items";
import { assignmentInclude, type LoadedAssignment, placeWith, studentsOf } from "./rows";
import { courseName, rulesView, timesView, worthView } from "./shown-times";
import type { AssignmentSummary, AssignmentView, ExtensionView, ItemView } from "./staff-views";
import { phaseOf, termsOf } from "./terms";

/** The assignments of a course, drafts too, to those who teach. */
export async function listAssignments(
  viewer: Viewer,
  courseId: string,
  now: Date,
): Reply<readonly AssignmentSummary[]> {
  const member = await memberWith(viewer, courseId, "see-work");
  if (!member.ok) return member;
  const [rows, students, counts] = await Promise.all([
    database().assignment.findMany({
      where: { courseId },
      orderBy: [{ dueAt: "asc" }, { id: "asc" }],
      include: assignmentInclude,
    }),
    database().enrolment.count({ where: { courseId, role: "student", leftAt: null } }),
    countWork(courseId),
  ]);
  return ok(
    rows.map((assignment) => {
      const terms = termsOf(assignment);
      return {
        id: assignment.id,
        title: assignment.title,
        published: assignment.publishedAt !== null,
        phase: phaseOf(terms, now),
        times: timesView(terms.times),
        problems: assignment.items.reduce((sum, { count }) => sum + count, 0),
        points: pointsOf(assignment),
        started: counts.get(assignment.id)?.started ?? 0,
        submitted: counts.get(assignment.id)?.submitted ?? 0,
        students,
      };
    }),
  );
}

function pointsOf({ items }: LoadedAssignment): number {
  return items.reduce((sum, { count, points }) => sum + count * points, 0);
}

interface Work {
  readonly started: number;
  readonly submitted: number;
}

async function countWork(courseId: string): Promise<ReadonlyMap<string, Work>> {
  const rows = await database().$queryRaw<(Work & { readonly id: string })[]>`
    SELECT assigned.assignment_id AS id,
      count(DISTINCT assigned.person_id)::int AS started,
      count(DISTINCT assigned.person_id) FILTER (WHERE assigned.attempts > 0)::int AS submitted
    FROM assigned
    JOIN assignment ON assignment.id = assigned.assignment_id
    JOIN enrolment ON enrolment.course_id = assignment.course_id AND enrolment.person_id = assigned.person_id
    WHERE assignment.course_id = ${courseId}::uuid AND enrolment.left_at IS NULL AND enrolment.role = 'student'
    GROUP BY assigned.assignment_id`;
  return new Map(rows.map(({ id, ...work }) => [id, work]));
}

/** An assignment, to those who teach. */
export async function getAssignment(viewer: Viewer, assignmentId: string, now: Date): Reply<AssignmentView> {
  const place = await placeWith(viewer, assignmentId, "see-work");
  if (!place.ok) return place;
  const { assignment, member } = place.value;
  await settleAssignment(assignment, now);
  const [items, extensions, students, sections, counts] = await Promise.all([
    loadItems(assignment),
    loadExtensions(assignment),
    studentsOf(assignment.courseId),
    database().section.findMany({ where: { courseId: assignment.courseId }, orderBy: { name: "asc" } }),
    countWork(assignment.courseId),
  ]);
  const terms = termsOf(assignment);
  return ok({
    id: assignment.id,
    title: assignment.title,
    instructions: assignment.instructions,
    course: courseName(assignment.course),
    policy: assignment.policy,
    published: assignment.publishedAt !== null,
    phase: phaseOf(terms, now),
    times: timesView(terms.times),
    rules: rulesView(assignment),
    renames: assignment.renames,
    worth: worthView(terms),
    items,
    points: pointsOf(assignment),
    started: counts.get(assignment.id)?.started ?? 0,
    submitted: counts.get(assignment.id)?.submitted ?? 0,
    extensions,
    students: students.map(({ personId, person }) => ({ id: personId, name: person.name })),
    sections: sections.map(({ id, name }) => ({ id, name })),
    mayEdit: may(member, "edit-assignments"),
    mayExtend: may(member, "extend"),
  });
}

async function loadItems({ items }: LoadedAssignment): Promise<readonly ItemView[]> {
  const problems = await database().problem.findMany({
    where: { id: { in: items.flatMap(({ problemId }) => problemId ?? []) } },
    select: { id: true, currentVersion: { select: { title: true } } },
  });
  const titles = new Map(problems.map(({ id, currentVersion }) => [id, plainTitle(currentVersion?.title ?? "")]));
  return items.map(({ id, points, count, problemId, topicId, topic, difficulty }) => ({
    id,
    points,
    count,
    title: problemId === null ? (topic?.title ?? "") : (titles.get(problemId) ?? ""),
    problemId,
    topicId,
    difficulty,
  }));
}

async function loadExtensions({ id }: LoadedAssignment): Promise<readonly ExtensionView[]> {
  const rows = await database().extension.findMany({
    where: { assignmentId: id, endedAt: null },
    orderBy: { createdAt: "asc" },
    include: { person: { select: { name: true } }, section: { select: { name: true } } },
  });
  const givers = await database().person.findMany({
    where: { id: { in: rows.flatMap(({ givenBy }) => givenBy ?? []) } },
    select: { id: true, name: true },
  });
  return rows.map((row) => ({
    id: row.id,
    who: row.person?.name ?? `Section ${row.section?.name ?? ""}`,
    personId: row.personId,
    dueAt: row.dueAt,
    closesAt: row.closesAt,
    timeFactor: row.timeFactor,
    latePass: row.latePass,
    reason: row.reason,
    givenBy: row.latePass ? null : (givers.find(({ id: giver }) => giver === row.givenBy)?.name ?? null),
    createdAt: row.createdAt,
  }));
}
