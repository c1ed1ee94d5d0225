import { writeFileSync } from "node:fs";
import { hashPassword } from "../../../lib/auth";
import { invariant } from "../../../lib/base";
import { getAssignedProblem, getProblem } from "../../../lib/services";
import { closeDatabase, database } from "../../../lib/store";
import { type Filled, fill, type Known, studentsOf } from "./fill";

/** Fills the database in DATABASE_URL with so many courses, and writes what a client needs to know of the first into a file. */

/** What a form knows, and an answer that can be read. */
interface Form {
  readonly problemId?: string;
  readonly assignedId?: string;
  readonly versionId: string;
  readonly variant: string;
  readonly right: string;
}

async function practiceForm(student: Known, now: Date): Promise<Form> {
  const { problemId } = await database().progress.findFirstOrThrow({
    where: { personId: student.personId },
    orderBy: { problemId: "asc" },
  });
  const page = await getProblem(student, problemId, now);
  invariant(page.ok, "what was practised is there");
  const { versionId, variant } = page.value;
  return { problemId, versionId, variant: variant.name, right: await answerTo(versionId) };
}

async function assignedForm(student: Known, { open }: Filled, now: Date): Promise<Form> {
  const { id } = await database().assigned.findFirstOrThrow({
    where: { personId: student.personId, assignmentId: open },
    orderBy: { item: { position: "asc" } },
  });
  const page = await getAssignedProblem(student, id, now);
  invariant(page.ok, "what was handed out is there");
  const { versionId, variant } = page.value.problem;
  return { assignedId: id, versionId, variant: variant.name, right: await answerTo(versionId) };
}

async function answerTo(versionId: string): Promise<string> {
  const { answers } = await database().problemVersion.findUniqueOrThrow({ where: { id: versionId } });
  const { denominator, numerator, answer } = answers as Readonly<Record<string, string>>;
  return denominator ?? numerator ?? answer ?? "1";
}

async function studentFor(student: Known, filled: Filled, now: Date) {
  const forms = { practice: await practiceForm(student, now), assigned: await assignedForm(student, filled, now) };
  const paths = { problemPage: `/problems/${forms.practice.problemId}`, dashboard: "/dashboard" };
  return { email: student.email, paths, forms };
}

const [courses = "1", file = ""] = process.argv.slice(2);
try {
  const filled = await fill(process.env.MIGRATION_DATABASE_URL ?? "", Number(courses));
  const passwordHash = await hashPassword(process.env.FILL_PASSWORD ?? "");
  await database().person.updateMany({ where: { email: { startsWith: "person-1-" } }, data: { passwordHash } });
  // Nobody runs out of attempts while answers are timed.
  await database().assignment.update({ where: { id: filled.open }, data: { attempts: null } });
  const now = new Date();
  const students = [];
  for (const student of await studentsOf(filled)) students.push(await studentFor(student, filled, now));
  const instructor = {
    email: filled.instructor.email,
    paths: { gradebook: `/teach/courses/${filled.courseId}/grades` },
  };
  writeFileSync(file, JSON.stringify({ answers: await database().submission.count(), students, instructor }));
} finally {
  await closeDatabase();
}
