import { v7 } from "uuid";
import { hashPassword } from "../../auth";
import { invariant } from "../../base";
import { fillTemplate } from "../../problems";
import { database } from "../../store";
import type { AnswerText } from "../answer-text";
import { askedHere } from "../assignments/asked";
import { handOut } from "../assignments/hand-out";
import { type LoadedAssigned, type LoadedAssignment, loadAssignment } from "../assignments/rows";
import { newJoinCode } from "../courses/join-code";
import { publishedOnly } from "../rows";

/** What a course for measuring is made of. */
export interface LoadCourseOptions {
  readonly students: number;
  readonly problems: number;
  /** `null` for no limit. */
  readonly attempts: number | null;
  /** Everybody's. */
  readonly password: string;
}

/** What somebody types into the fields of an answer, by their names. */
type Fields = Readonly<Record<string, string>>;

/** A problem of a student's, with what a form knows of it and what can be typed into it. */
export interface LoadPlace {
  readonly assignedId: string;
  readonly versionId: string;
  readonly variant: string;
  readonly right: readonly Fields[];
  /** The author's own wrong answers, which are diagnosed. */
  readonly wrong: readonly Fields[];
  /** What cannot be read. */
  readonly unread: readonly Fields[];
}

export interface LoadCourse {
  readonly assignmentId: string;
  readonly students: readonly { readonly email: string; readonly places: readonly LoadPlace[] }[];
}

const day = 24 * 3_600_000;

/** A course with one open assignment, for measuring what a class asks of a server. Every student has been given their problems. */
export async function makeLoadCourse(options: LoadCourseOptions, now: Date): Promise<LoadCourse> {
  const people = await makePeople(options);
  const assignment = await makeAssignment(options, people, now);
  const students = [];
  for (const { id, email } of people) {
    const places = await handOut(assignment, id);
    students.push({ email, places: places.map((place) => placeOf(assignment, place)) });
  }
  return { assignmentId: assignment.id, students };
}

async function makePeople({ students, password }: LoadCourseOptions) {
  const passwordHash = await hashPassword(password);
  const run = newJoinCode().toLowerCase();
  const people = Array.from({ length: students }, (_, index) => ({
    id: v7(),
    name: `Student ${index + 1}`,
    email: `student-${index + 1}-${run}@example.org`,
    passwordHash,
  }));
  await database().person.createMany({ data: people });
  return people;
}

async function makeAssignment(
  { problems, attempts }: LoadCourseOptions,
  people: readonly { readonly id: string }[],
  now: Date,
): Promise<LoadedAssignment> {
  const chosen = await chooseProblems(problems);
  const { assignments } = await database().course.create({
    data: {
      title: "A class before a deadline",
      joinCode: newJoinCode(),
      enrolments: { create: people.map(({ id }) => ({ personId: id })) },
      assignments: {
        create: {
          title: "Sheet",
          attempts,
          opensAt: new Date(now.getTime() - day),
          dueAt: new Date(now.getTime() + day),
          closesAt: new Date(now.getTime() + day),
          publishedAt: now,
          items: { create: chosen.map(({ id }, index) => ({ position: index + 1, problemId: id })) },
        },
      },
    },
    select: { assignments: { select: { id: true } } },
  });
  const assignment = await loadAssignment(assignments[0]?.id ?? "");
  invariant(assignment, "the assignment was made just now");
  return assignment;
}

/** So many problems of the bank, spread evenly over its topics. */
async function chooseProblems(count: number): Promise<readonly { readonly id: string }[]> {
  const all = await database().problem.findMany({
    where: { ...publishedOnly, fromBank: true },
    orderBy: [{ topic: { position: "asc" } }, { position: "asc" }],
    select: { id: true },
  });
  invariant(all.length >= count, `the bank has ${all.length} problems, and ${count} are wanted`);
  return Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)]).flatMap(
    (problem) => problem ?? [],
  );
}

interface Answers {
  readonly numerator?: AnswerText;
  readonly denominator?: AnswerText;
  readonly answer?: AnswerText;
}

function placeOf(assignment: LoadedAssignment, assigned: LoadedAssigned): LoadPlace {
  const { version, drawn, name } = askedHere(assignment, assigned);
  const spoiled = version.spoiled as unknown as readonly { readonly answer: AnswerText }[];
  const template = { problem: {}, answers: version.answers as Answers, spoiled };
  const filled = drawn ? fillTemplate(template, drawn) : template;
  const { numerator, denominator, answer } = filled.answers;
  const { policy } = version;
  const counted =
    policy === "numerator" ? [numerator] : policy === "denominator" ? [denominator] : [numerator, denominator];
  const right = [...counted, answer].flatMap((text) => (text === undefined ? [] : [fieldsOf(text)]));
  return {
    assignedId: assigned.id,
    versionId: version.id,
    variant: name,
    right,
    wrong: filled.spoiled.map((each) => fieldsOf(each.answer)),
    unread: right.map(broken),
  };
}

/** The fields that an answer stands in. */
function fieldsOf(text: AnswerText): Fields {
  if (typeof text === "string") return { answer: text };
  const parts = Array.isArray(text)
    ? text.map((line, index) => [`line.${index}`, line])
    : Object.entries(text).map(([cell, value]) => [`cell.${cell}`, value]);
  return Object.fromEntries(parts);
}

/** The same with a bracket that is opened and not closed. */
function broken(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, `${text} + (`]));
}
