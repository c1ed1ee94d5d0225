import { randomUUID } from "node:crypto";
import { database } from "../lib/store";
import type { Person } from "./fixtures";

/** Courses and assignments of a journey's own. Times are hours from now, so that no journey has to wait. */

export interface MadeAssignment {
  readonly title?: string;
  readonly problems?: readonly string[];
  readonly opens: number;
  readonly due: number;
  readonly closes: number;
  readonly lateSteps?: readonly { readonly hours: number; readonly percent: number }[];
  readonly attempts?: number;
  readonly shownOpen?: "all" | "verdict" | "receipt";
}

const hour = 3_600_000;
const inHours = (hours: number): Date => new Date(Date.now() + hours * hour);

/** A course in UTC with its instructor and students; gives its id. */
export async function makeCourse(title: string, instructor: Person, students: readonly Person[]): Promise<string> {
  const course = await database().course.create({ data: { title, joinCode: randomUUID(), latePasses: 1 } });
  const people = [
    { person: instructor, role: "instructor" as const },
    ...students.map((person) => ({ person, role: "student" as const })),
  ];
  for (const { person, role } of people) {
    const { id: personId } = await database().person.findUniqueOrThrow({ where: { email: person.email } });
    await database().enrolment.create({ data: { courseId: course.id, personId, role } });
  }
  return course.id;
}

/** A published assignment; gives its id. */
export async function makeAssignment(courseId: string, made: MadeAssignment): Promise<string> {
  const { title = "Sheet 1", problems = ["squared-length"], opens, due, closes, lateSteps = [], ...rules } = made;
  const { id } = await database().assignment.create({
    data: {
      ...rules,
      courseId,
      title,
      opensAt: inHours(opens),
      dueAt: inHours(due),
      closesAt: inHours(closes),
      lateSteps: lateSteps.map((step) => ({ ...step })),
      publishedAt: new Date(),
      items: { create: problems.map((problemId, index) => ({ problemId, position: index + 1, points: 2 })) },
    },
  });
  return id;
}

/** A day and time on the clocks of UTC, as a form has it. */
export function localTime(hours: number): string {
  return inHours(hours).toISOString().slice(0, 16);
}
