import { validate as isUuid } from "uuid";
import type { Viewer } from "../../auth";
import { fail, ok, type Result } from "../../base";
import { database, type Prisma } from "../../store";
import { notFound, type ServiceError } from "../error";

/** What can be done in a course. */
export type CourseRight =
  | "view"
  | "see-work"
  | "extend"
  | "preview"
  | "edit-course"
  | "edit-roster"
  | "edit-assignments"
  | "override"
  | "regrade"
  | "export"
  | "token";

export type CourseRole = "student" | "assistant" | "instructor";

const student: readonly CourseRight[] = ["view"];
const assistant: readonly CourseRight[] = [...student, "see-work", "extend", "preview"];

/** Who may what. */
export const courseRights: { readonly [Role in CourseRole]: readonly CourseRight[] } = {
  student,
  assistant,
  instructor: [
    ...assistant,
    "edit-course",
    "edit-roster",
    "edit-assignments",
    "override",
    "regrade",
    "export",
    "token",
  ],
};

export type CourseRow = Prisma.CourseGetPayload<object>;

/** Somebody in a course, as they are in the database now. */
export interface Member {
  readonly course: CourseRow;
  readonly personId: string;
  readonly role: CourseRole;
  readonly sectionId: string | null;
}

/** The asker's place in a course; `null` where they have none, or have left. An admin is an instructor everywhere. */
export async function memberOf(viewer: Viewer, courseId: string): Promise<Member | null> {
  if (viewer.personId === null || viewer.role === "guest" || !isUuid(courseId)) return null;
  const course = await database().course.findUnique({
    where: { id: courseId },
    include: { enrolments: { where: { personId: viewer.personId, leftAt: null } } },
  });
  if (!course) return null;
  const { enrolments, ...row } = course;
  const role = roleIn(viewer, enrolments[0]?.role ?? null);
  if (!role) return null;
  return { course: row, personId: viewer.personId, role, sectionId: enrolments[0]?.sectionId ?? null };
}

/** What the asker is in a course that they are enrolled in as this, or not at all. An admin is an instructor everywhere. */
export function roleIn(viewer: Viewer, enrolledAs: CourseRole | null): CourseRole | null {
  return viewer.role === "admin" ? "instructor" : enrolledAs;
}

export function may({ role }: Pick<Member, "role">, right: CourseRight): boolean {
  return courseRights[role].includes(right);
}

/**
 * The asker's place in a course where they have a right in it. For everybody else the course is not there; who is in it
 * without the right is told so.
 */
export async function memberWith(
  viewer: Viewer,
  courseId: string,
  right: CourseRight,
): Promise<Result<Member, ServiceError>> {
  const member = await memberOf(viewer, courseId);
  if (!member) return notFound();
  if (may(member, right)) return ok(member);
  return fail({ code: "refused", message: "In this course you may not do that. Ask an instructor of the course." });
}
