import type { Viewer } from "../../auth";
import { invariant } from "../../base";
import { database } from "../../store";
import { somebody } from "../test-world";
import { createCourse } from "./courses";
import type { CourseInput, CourseRole } from "./views";

/** A course with people, for tests against a database. */

export type Somebody = Viewer & { readonly personId: string; readonly email: string };

export interface TestCourse {
  readonly courseId: string;
  readonly joinCode: string;
  readonly instructor: Somebody;
  readonly assistant: Somebody;
  readonly students: readonly Somebody[];
}

export const courseInput: CourseInput = {
  title: "Matrix calculus",
  term: "Autumn 2026",
  policy: "either",
  timeZone: "Europe/Berlin",
  latePasses: "2",
  latePassHours: "24",
};

/** A course of somebody new, with an assistant and so many students. */
export async function testCourse(students = 2, input: Partial<CourseInput> = {}): Promise<TestCourse> {
  const instructor = await somebody("instructor");
  const made = await createCourse(instructor, { ...courseInput, ...input });
  invariant(made.ok, "an instructor makes a course");
  const { courseId } = made.value;
  const { joinCode } = await database().course.findUniqueOrThrow({ where: { id: courseId } });
  const assistant = await enrolled(courseId, "assistant");
  const enrolledStudents = await Promise.all(Array.from({ length: students }, () => enrolled(courseId)));
  return { courseId, joinCode, instructor, assistant, students: enrolledStudents };
}

/** Somebody new in a course. An assistant's own account is a student's, as it often is. */
export async function enrolled(courseId: string, role: CourseRole = "student", sectionId?: string): Promise<Somebody> {
  const person = await somebody();
  await database().enrolment.create({ data: { courseId, personId: person.personId, role, sectionId } });
  return person;
}

/** A section of a course. */
export async function testSection(courseId: string, name: string): Promise<string> {
  const { id } = await database().section.create({ data: { courseId, name } });
  return id;
}
