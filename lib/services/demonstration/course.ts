import { v7 } from "uuid";
import type { Random } from "../../base";
import { database, type Prisma } from "../../store";
import { newJoinCode } from "../courses/join-code";
import { publishedOnly } from "../rows";
import type { Invented } from "./people";

const hour = 3_600_000;
const day = 24 * hour;

export const demonstrationTitle = "Matrix calculus for machine learning";

/** What the course is called until it is whole: one that was broken off is never taken for it. */
const unfinishedTitle = `${demonstrationTitle} (unfinished)`;

/** A week's assignment: the topics it is about, and when it is due, in days from now. */
interface Week {
  readonly title: string;
  readonly topics: readonly string[];
  readonly dueIn: number;
  readonly settings: Partial<Prisma.AssignmentUncheckedCreateInput>;
}

const lateSteps = [
  { hours: 24, percent: 80 },
  { hours: 72, percent: 50 },
];

const weeks: readonly Week[] = [
  { title: "Week 1: vectors", topics: ["gradient", "linear-forms"], dueIn: -14, settings: { lateSteps, attempts: 5 } },
  {
    title: "Week 2: quadratic forms and traces",
    topics: ["quadratic-forms", "trace"],
    dueIn: -7,
    settings: { lateSteps, attempts: 4, sendsDrafts: true },
  },
  {
    title: "Week 3: chain rule and least squares",
    topics: ["chain-rule", "multiple-linear-regression"],
    dueIn: 1.5,
    settings: { lateSteps, attempts: 3, hints: false },
  },
];

const problemsATopic = 2;

export interface DemonstrationCourse {
  readonly courseId: string;
  /** In the order of their weeks. */
  readonly assignmentIds: readonly string[];
}

/** A course of three sections with everybody in it, and an assignment for each of three weeks; the last is still open. */
export async function makeCourse(
  teachers: { readonly instructor: string; readonly assistants: readonly string[] },
  students: readonly Pick<Invented, "id">[],
  now: Date,
  random: Random,
): Promise<DemonstrationCourse> {
  const courseId = v7();
  const sections = ["Monday", "Wednesday", "Friday"].map((name) => ({ id: v7(), name }));
  await database().course.create({
    data: {
      id: courseId,
      title: unfinishedTitle,
      term: "Demonstration",
      policy: "either",
      timeZone: "Europe/Berlin",
      joinCode: newJoinCode(),
      latePasses: 2,
      createdAt: new Date(now.getTime() - 24 * day),
      sections: { create: sections },
      enrolments: {
        create: [
          { personId: teachers.instructor, role: "instructor" },
          ...teachers.assistants.map((personId) => ({ personId, role: "assistant" as const })),
        ],
      },
    },
  });
  await database().enrolment.createMany({
    data: students.map(({ id }, index) => ({
      id: v7(),
      courseId,
      personId: id,
      sectionId: random.pick(sections).id,
      externalId: String(2_600_001 + index),
    })),
  });
  const assignmentIds: string[] = [];
  for (const week of weeks) assignmentIds.push(await makeAssignment(courseId, week, now));
  return { courseId, assignmentIds };
}

/** Gives the course its title, once everybody has done their work. */
export async function finishCourse({ courseId }: DemonstrationCourse): Promise<void> {
  await database().course.update({ where: { id: courseId }, data: { title: demonstrationTitle } });
}

/** Two named problems of each topic, and one that is drawn for each student. */
async function makeAssignment(courseId: string, { title, topics, dueIn, settings }: Week, now: Date): Promise<string> {
  const dueAt = new Date(now.getTime() + dueIn * day);
  const opensAt = new Date(dueAt.getTime() - 6 * day);
  const items = (await Promise.all(topics.map(itemsOf))).flat();
  const { id } = await database().assignment.create({
    data: {
      ...settings,
      courseId,
      title,
      instructions: "Give each derivative in one layout; you are told which one it is.",
      opensAt,
      dueAt,
      closesAt: new Date(dueAt.getTime() + 3 * day),
      publishedAt: new Date(opensAt.getTime() - day),
      items: { create: items.map((item, index) => ({ ...item, position: index + 1 })) },
    },
    select: { id: true },
  });
  return id;
}

async function itemsOf(topicId: string) {
  const named = await database().problem.findMany({
    where: { ...publishedOnly, fromBank: true, topicId },
    orderBy: { position: "asc" },
    take: problemsATopic,
    select: { id: true },
  });
  const drawn = { topicId, difficulty: null, points: 2 };
  return [...named.map(({ id }) => ({ problemId: id, points: 1 })), drawn];
}
