import { type Database, database, type Prisma } from "../../store";

/** What of a regrade's row says which answers it is about. */
export interface Scoped {
  readonly problemId: string;
  readonly courseId: string | null;
  readonly startedBy: string | null;
}

/** The assignments whose problems a regrade may change; `null` stands for none. */
type Assignments = Prisma.AssignmentWhereInput;

/**
 * Which assignments a regrade reaches: those of its course; without a course those of all courses that whoever started it is an
 * instructor of now, and for an admin all.
 */
async function assignmentsIn({ courseId, startedBy }: Scoped, of: Database): Promise<Assignments> {
  if (courseId !== null) return { courseId };
  const starter = startedBy && (await of.person.findUnique({ where: { id: startedBy }, select: { role: true } }));
  if (!starter || startedBy === null) return { id: { in: [] } };
  if (starter.role === "admin") return {};
  return { course: { is: { enrolments: { some: { personId: startedBy, role: "instructor", leftAt: null } } } } };
}

/** The assigned problems that a regrade is about. */
export async function assignedIn(scope: Scoped, of: Database = database()): Promise<Prisma.AssignedWhereInput> {
  return { problemId: scope.problemId, assignment: { is: await assignmentsIn(scope, of) } };
}

/** The answers that a regrade is about: those of assignments and, without a course, those of practice; all that have a grade. */
export async function answersIn(scope: Scoped, of: Database = database()): Promise<Prisma.SubmissionWhereInput> {
  const given = { assigned: { is: { assignment: { is: await assignmentsIn(scope, of) } } } };
  const { problemId, courseId } = scope;
  const graded = { problemId, ungraded: { is: null } };
  return courseId !== null ? { ...graded, ...given } : { ...graded, OR: [{ assignedId: null }, given] };
}
