import { type Extension, type LateStep, type Phase, phaseAt, type Terms, timesFor } from "../../assess";
import { type Database, database, type Statements } from "../../store";

/** What times and credit need of an assignment's row. */
export interface TimedAssignment {
  readonly id: string;
  readonly courseId: string;
  readonly opensAt: Date;
  readonly dueAt: Date;
  readonly closesAt: Date;
  readonly lateSteps: unknown;
  readonly graceSeconds: number;
  readonly course: { readonly latePassHours: number };
}

/** The terms that hold for a student. */
export type TermsFor = (personId: string) => Terms;

/** The terms of an assignment without any extension. */
export function termsOf(assignment: TimedAssignment, extensions: readonly Extension[] = []): Terms {
  const { opensAt, dueAt, closesAt, lateSteps, graceSeconds } = assignment;
  const times = { opensAt: opensAt.getTime(), dueAt: dueAt.getTime(), closesAt: closesAt.getTime() };
  return { times: timesFor(times, extensions), lateSteps: lateSteps as readonly LateStep[], graceSeconds };
}

/** The terms of an assignment for each student, or for one of them: with the extensions of theirs and of their section. */
export async function loadTerms(
  assignment: TimedAssignment,
  { personId, of = database() }: { personId?: string; of?: Database } = {},
): Promise<TermsFor> {
  const rows = await of.extension.findMany({ where: { assignmentId: assignment.id, endedAt: null } });
  if (rows.length === 0) return () => termsOf(assignment);
  const sections = await of.enrolment.findMany({
    where: { courseId: assignment.courseId, sectionId: { not: null }, ...(personId !== undefined && { personId }) },
    select: { personId: true, sectionId: true },
  });
  const sectionOf = new Map(sections.map((row) => [row.personId, row.sectionId]));
  return (student) => {
    const own = rows.filter((row) =>
      row.personId === null ? row.sectionId === sectionOf.get(student) : row.personId === student,
    );
    return termsOf(
      assignment,
      own.map((row) => extensionOf(row, assignment.course.latePassHours)),
    );
  };
}

/** The terms of an assignment for one student, as they are behind a lock. */
export async function termsBehind(lock: Statements, assignment: TimedAssignment, personId: string): Promise<Terms> {
  const { id, courseId, course } = assignment;
  const rows = await lock.$queryRaw<ExtensionRow[]>`
    SELECT due_at AS "dueAt", closes_at AS "closesAt", time_factor AS "timeFactor", late_pass AS "latePass"
    FROM extension
    WHERE assignment_id = ${id}::uuid AND ended_at IS NULL AND (person_id = ${personId}::uuid OR section_id = (
      SELECT section_id FROM enrolment WHERE course_id = ${courseId}::uuid AND person_id = ${personId}::uuid))`;
  return termsOf(
    assignment,
    rows.map((row) => extensionOf(row, course.latePassHours)),
  );
}

/** The terms of several assignments of a course for one student. */
export async function loadTermsOfStudent(
  assignments: readonly TimedAssignment[],
  { personId, sectionId }: { readonly personId: string; readonly sectionId: string | null },
): Promise<(assignment: TimedAssignment) => Terms> {
  const rows = await database().extension.findMany({
    where: {
      assignmentId: { in: assignments.map(({ id }) => id) },
      endedAt: null,
      OR: [{ personId }, ...(sectionId === null ? [] : [{ sectionId }])],
    },
  });
  return (assignment) => {
    const own = rows.filter((row) => row.assignmentId === assignment.id);
    return termsOf(
      assignment,
      own.map((row) => extensionOf(row, assignment.course.latePassHours)),
    );
  };
}

interface ExtensionRow {
  readonly dueAt: Date | null;
  readonly closesAt: Date | null;
  readonly timeFactor: number | null;
  readonly latePass: boolean;
}

export function extensionOf({ dueAt, closesAt, timeFactor, latePass }: ExtensionRow, latePassHours: number): Extension {
  return {
    ...(dueAt && { dueAt: dueAt.getTime() }),
    ...(closesAt && { closesAt: closesAt.getTime() }),
    ...(timeFactor !== null && { timeFactor }),
    ...(latePass && { hours: latePassHours }),
  };
}

/** Where an assignment stands for somebody; the grace behind its closing is still late. */
export function phaseOf({ times, graceSeconds }: Terms, now: Date): Phase {
  const closesAt = times.closesAt + graceSeconds * 1000;
  return phaseAt({ ...times, closesAt }, now.getTime());
}
