import { database } from "../../lib/store";
import { newJoinCode } from "../made-codes";

const day = 86_400_000;
const after = (days: number) => new Date(Date.now() + days * day);

export interface MadeCourse {
  readonly courseId: string;
  readonly code: string;
  readonly assignmentId: string;
  readonly rosterId: string;
}

/** A course with somebody in it, and a homework that is open. */
export async function makeCourse(personId: string, role: "instructor" | "student"): Promise<MadeCourse> {
  const course = await database().course.create({
    data: {
      title: "Matrix calculus for machine learning",
      term: "Autumn",
      joinCode: newJoinCode(),
      sections: { create: [{ name: "Monday" }, { name: "Thursday" }] },
      enrolments: { create: { personId, role } },
    },
  });
  const assignment = await database().assignment.create({
    data: {
      courseId: course.id,
      title: "Homework 3: quadratic forms",
      instructions: "Give each derivative **in one layout**, and say which.",
      opensAt: after(-2),
      dueAt: after(5),
      closesAt: after(7),
      lateSteps: [{ hours: 24, percent: 80 }],
      publishedAt: after(-3),
      items: {
        create: [
          { position: 0, problemId: "squared-length" },
          { position: 1, problemId: "quadratic-form", points: 2 },
        ],
      },
    },
  });
  const text = "email,name,section\nada@example.com,Ada Lovelace,Monday\nno address,Nobody,Monday";
  const roster = await database().rosterDraft.create({ data: { courseId: course.id, personId, text } });
  return { courseId: course.id, code: course.joinCode, assignmentId: assignment.id, rosterId: roster.id };
}

/** Somebody without a password, in a course. */
export async function makePupil(courseId: string, email: string): Promise<string> {
  const { id } = await database().person.create({
    data: { name: "Emmy Noether", email, role: "student", enrolments: { create: { courseId } } },
  });
  return id;
}

/** A regrade that has looked at everything and waits for a choice. */
export async function makeRegrade(problemId: string, courseId: string | null, startedBy: string): Promise<string> {
  const problem = await database().problem.findUniqueOrThrow({ where: { id: problemId } });
  const { id } = await database().regrade.create({
    data: { problemId, courseId, startedBy, versionId: problem.currentVersionId ?? "", state: "compared" },
  });
  return id;
}
