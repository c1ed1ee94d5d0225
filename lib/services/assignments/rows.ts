import { validate as isUuid } from "uuid";
import type { Viewer } from "../../auth";
import { fail, ok, type Result } from "../../base";
import { database, type Prisma } from "../../store";
import { type CourseRight, type Member, may, memberOf } from "../courses/rights";
import { notFound, type ServiceError } from "../error";

/** What is loaded with an assignment wherever one is shown. */
export const assignmentInclude = {
  course: true,
  items: { orderBy: { position: "asc" }, include: { topic: { select: { id: true, title: true } } } },
} satisfies Prisma.AssignmentInclude;

export type LoadedAssignment = Prisma.AssignmentGetPayload<{ include: typeof assignmentInclude }>;
export type LoadedItem = LoadedAssignment["items"][number];

/** What is loaded with an assigned problem wherever one is shown. */
export const assignedInclude = {
  version: true,
  problem: { include: { topic: { select: { id: true, title: true } } } },
  item: { select: { position: true, points: true } },
} satisfies Prisma.AssignedInclude;

export type LoadedAssigned = Prisma.AssignedGetPayload<{ include: typeof assignedInclude }>;

/** By their places in the assignment. */
export const assignedOrder = [
  { item: { position: "asc" } },
  { slot: "asc" },
] as const satisfies Prisma.AssignedOrderByWithRelationInput[];

/** An assignment and the asker's place in its course. */
export interface Place {
  readonly assignment: LoadedAssignment;
  readonly member: Member;
}

const tooFewRights: ServiceError = {
  code: "refused",
  message: "In this course you may not do that. Ask an instructor of the course.",
};

/** An assignment for somebody who has a right in its course. For those outside it is not there. */
export async function placeWith(
  viewer: Viewer,
  assignmentId: string,
  right: CourseRight,
): Promise<Result<Place, ServiceError>> {
  const assignment = await loadAssignment(assignmentId);
  if (!assignment) return notFound();
  const member = await memberOf(viewer, assignment.courseId);
  if (!member) return notFound();
  return may(member, right) ? ok({ assignment, member }) : fail(tooFewRights);
}

export const forStudents: ServiceError = {
  code: "refused",
  message: "This page is for the students of the course. You can see the assignment as any of them by its preview.",
};

/** A published assignment of a course that the asker is a student of. What is not published is not there. */
export async function placeOfStudent(viewer: Viewer, assignmentId: string): Promise<Result<Place, ServiceError>> {
  const place = await placeWith(viewer, assignmentId, "view");
  if (!place.ok) return place;
  if (place.value.member.role !== "student") return fail(forStudents);
  return place.value.assignment.publishedAt === null ? notFound() : place;
}

export async function loadAssignment(assignmentId: string): Promise<LoadedAssignment | null> {
  if (!isUuid(assignmentId)) return null;
  return database().assignment.findUnique({ where: { id: assignmentId }, include: assignmentInclude });
}

/** The students of a course, by name. */
export function studentsOf(courseId: string) {
  return database().enrolment.findMany({
    where: { courseId, role: "student", leftAt: null },
    orderBy: [{ person: { name: "asc" } }, { personId: "asc" }],
    select: {
      personId: true,
      person: { select: { name: true, email: true } },
      section: { select: { id: true, name: true } },
    },
  });
}
