import { random, type Seed } from "../../base";
import { database } from "../../store";
import { demoPerson } from "../accounts";
import { settleAssignment } from "../assignments/closing";
import { loadAssignment } from "../assignments/rows";
import type { Graded } from "../grading";
import { demonstrationTitle, finishCourse, makeCourse } from "./course";
import { giveTime, overridePoints } from "./extras";
import { invent, keepPeople } from "./people";
import { simulate } from "./simulated";
import { work } from "./work";

export interface DemonstrationOptions {
  readonly students: number;
  readonly now: Date;
  readonly seed: Seed;
  /** Hears how many students have done their work. */
  readonly onProgress?: (done: number) => void;
}

/** What the demonstration came to. */
export interface Demonstration {
  readonly courseId: string;
  readonly students: number;
  readonly submissions: number;
}

/** So many students work at once: while one waits for the database another is graded. */
const atOnce = 6;

/**
 * Makes a course of simulated students with three weeks of work: answers, slips and times as a class has them, graded and stored the
 * way real ones are. The instructor and the student of the demonstration are in it; `null` where it is there already.
 */
export async function makeDemonstration({
  students: count,
  now,
  seed,
  onProgress,
}: DemonstrationOptions): Promise<Demonstration | null> {
  const instructor = await demoPerson("instructor");
  const enrolled = { personId: instructor.id, role: "instructor" } as const;
  const there = await database().course.findFirst({
    where: { title: demonstrationTitle, enrolments: { some: enrolled } },
  });
  if (there) return null;

  const chance = random(`${seed} class`);
  const [first, second, ...students] = invent(count + 2, chance);
  const assistants = [first, second].flatMap((person) => person ?? []);
  await keepPeople([...assistants, ...students]);
  const visitor = await demoPerson("student");
  const teachers = { instructor: instructor.id, assistants: assistants.map(({ id }) => id) };
  const course = await makeCourse(teachers, [...students, visitor], now, chance);
  await giveTime(course, students, instructor.id, chance);

  const known = new Map<string, Graded>();
  const waiting = students.map(({ id }, index) => ({ id, own: random(`${seed} student ${index}`) }));
  let done = 0;
  const workThrough = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await work(next.id, simulate(next.own), course.assignmentIds, now, next.own, known);
      onProgress?.(++done);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, workThrough));

  await overridePoints(course, instructor.id, now);
  for (const id of course.assignmentIds) {
    const assignment = await loadAssignment(id);
    if (assignment) await settleAssignment(assignment, now);
  }
  await finishCourse(course);
  const submissions = await database().submission.count({
    where: { assigned: { is: { assignment: { is: { courseId: course.courseId } } } } },
  });
  return { courseId: course.courseId, students: count, submissions };
}
