import { invariant } from "../../base";
import { database } from "../../store";
import { type Somebody, type TestCourse, testCourse } from "../courses/test-course";
import { loadTestBank } from "../test-world";
import { type AssignedAnswerInput, submitAssigned } from "./answer";
import { createAssignment, publishAssignment } from "./editing";
import type { AssignmentInput, ItemInput } from "./input";
import { getAssignedProblem } from "./problem";
import { getMyAssignment } from "./student";

/** Assignments for tests against a database. Their times are fixed; what varies is the moment at which something is done. */

/** In UTC, as the test course is not: 18:00 in Berlin. */
export const opensAt = new Date("2026-11-02T07:00:00Z");
export const dueAt = new Date("2026-11-06T17:00:00Z");
export const closesAt = new Date("2026-11-10T17:00:00Z");

/** So many hours after a moment. */
export function hoursAfter(moment: Date, hours: number): Date {
  return new Date(moment.getTime() + hours * 3_600_000);
}

export function problemItem(problemId: string, points = "2"): ItemInput {
  return { id: "", problemId, topicId: "", difficulty: "", count: "1", points };
}

export function topicItem(topicId: string, count: number, difficulty = "", points = "1"): ItemInput {
  return { id: "", problemId: "", topicId, difficulty, count: String(count), points };
}

export const assignmentInput: AssignmentInput = {
  title: "First sheet",
  instructions: "Show what you know.",
  policy: "",
  opensAt: "2026-11-02T08:00",
  dueAt: "2026-11-06T18:00",
  closesAt: "2026-11-10T18:00",
  lateSteps: [
    { hours: "24", percent: "80" },
    { hours: "72", percent: "50" },
  ],
  attempts: "",
  shownOpen: "all",
  shownClosed: "all",
  hints: true,
  sendsDrafts: false,
  renames: false,
  items: [problemItem("squared-length"), problemItem("quadratic-form")],
};

export interface TestAssignment extends TestCourse {
  readonly assignmentId: string;
  readonly student: Somebody;
}

/** A published assignment in a course of its own. */
export async function testAssignment(
  input: Partial<AssignmentInput> = {},
  students = 2,
  bank?: readonly object[],
): Promise<TestAssignment> {
  await loadTestBank(bank);
  const course = await testCourse(students);
  const made = await createAssignment(course.instructor, course.courseId, { ...assignmentInput, ...input });
  invariant(made.ok, `an instructor makes an assignment: ${JSON.stringify(made)}`);
  const { assignmentId } = made.value;
  const published = await publishAssignment(course.instructor, assignmentId, opensAt);
  invariant(published.ok, "it can be published");
  const [student] = course.students;
  invariant(student, "the course has a student");
  return { ...course, assignmentId, student };
}

/** The ids of a student's problems, handed out where they are not yet. */
export async function problemsOf(
  student: Somebody,
  assignmentId: string,
  now = hoursAfter(opensAt, 1),
): Promise<string[]> {
  const view = await getMyAssignment(student, assignmentId, now);
  invariant(view.ok, "the student opens the assignment");
  return view.value.list.map(({ assignedId }) => assignedId);
}

/** What a student's form would send. */
export async function formFor(
  student: Somebody,
  assignedId: string,
  text: string,
  now = hoursAfter(opensAt, 1),
): Promise<AssignedAnswerInput> {
  const view = await getAssignedProblem(student, assignedId, now);
  invariant(view.ok, "the student opens the problem");
  const { versionId, variant } = view.value.problem;
  return { assignedId, versionId, asked: variant.name, text, syntax: "text", idempotencyKey: crypto.randomUUID() };
}

/** Sends an answer that arrives at a moment. */
export async function answerAt(student: Somebody, assignedId: string, text: string, arrivedAt: Date) {
  return submitAssigned(student, await formFor(student, assignedId, text), arrivedAt);
}

export function assignedRow(assignedId: string) {
  return database().assigned.findUniqueOrThrow({ where: { id: assignedId } });
}
