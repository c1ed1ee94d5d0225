import { join } from "node:path";
import { applyRegrade, loadBank, runRegrade, startRegrade, undoRegrade } from "../../lib/services";
import { closeDatabase, database } from "../../lib/store";

/** Regrades 3,000 answers of 300 students, once as classes answer, once with every answer written in its own way. */

const students = 300;
const answersEach = 10;
const longest = 30_000;

/** The typical wrong answers to x'Ax and some right ones; a class writes about so many different ones. */
const usual = [
  "A*x",
  "2*A*x",
  "A'*x",
  "x'*A",
  "(A+A')*x",
  "x'*(A+A')",
  "2*x'*A",
  "A*x + A*x",
  "x",
  "2*x",
  "A",
  "A*x*x'",
];

const writings: { readonly [way: string]: (student: number, answer: number) => string } = {
  "as classes answer": (student, answer) => {
    const text = usual[(student * 7 + answer * 5) % usual.length] ?? "x";
    return answer % 3 === 0 ? `${2 + (student % 4)}*(${text})` : text;
  },
  "each in its own way": (student, answer) => {
    return `${student + 2}*(${usual[(student + answer) % usual.length]})*${answer + 2}`;
  },
};

async function seed(write: (student: number, answer: number) => string) {
  const instructor = await database().person.create({
    data: { name: "I", email: `${crypto.randomUUID()}@example.org`, role: "instructor" },
  });
  const problem = await database().problem.findFirstOrThrow({
    where: { id: "quadratic-form" },
    include: { currentVersion: true },
  });
  const version = problem.currentVersion;
  if (!version) throw new Error("the problem is not published");
  const now = new Date();
  const course = await database().course.create({
    data: {
      title: "Large",
      joinCode: crypto.randomUUID(),
      enrolments: { create: { personId: instructor.id, role: "instructor" } },
      assignments: {
        create: {
          title: "Sheet",
          opensAt: new Date(now.getTime() - 1e9),
          dueAt: now,
          closesAt: now,
          publishedAt: now,
          items: { create: { position: 1, problemId: problem.id } },
        },
      },
    },
    include: { assignments: { include: { items: true } } },
  });
  const [assignment] = course.assignments;
  const [item] = assignment?.items ?? [];
  if (!assignment || !item) throw new Error("the course has an assignment");
  for (let student = 0; student < students; student++) {
    await database().person.create({
      data: {
        name: `Student ${student}`,
        email: `${crypto.randomUUID()}@example.org`,
        enrolments: { create: { courseId: course.id } },
        assigned: {
          create: {
            assignmentId: assignment.id,
            itemId: item.id,
            problemId: problem.id,
            versionId: version.id,
            attempts: answersEach,
          },
        },
      },
    });
  }
  const rows = await database().assigned.findMany({ where: { assignmentId: assignment.id } });
  for (const [student, { id: assignedId, personId }] of rows.entries()) {
    for (let answer = 0; answer < answersEach; answer++) {
      await database().submission.create({
        data: {
          personId,
          assignedId,
          problemId: problem.id,
          versionId: version.id,
          text: write(student, answer),
          syntax: "text",
          graderVersion: "0",
          seed: "",
          ordinal: answer + 1,
          idempotencyKey: crypto.randomUUID(),
          createdAt: new Date(now.getTime() - 1e8),
          grades: {
            create: {
              graderVersion: "0",
              status: "graded",
              numerator: false,
              denominator: false,
              correct: false,
              verdict: {},
            },
          },
        },
      });
    }
  }
  const viewer = { personId: instructor.id, role: instructor.role, name: null, email: null, address: "bench" };
  return { viewer, courseId: course.id, problemId: problem.id, versionId: version.id };
}

async function timed(what: string, work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  const took = performance.now() - from;
  console.log(`  ${what}: ${(took / 1000).toFixed(1)} s`);
  return took;
}

async function measure(way: string): Promise<number> {
  const { viewer, ...where } = await seed(writings[way] ?? (() => "x"));
  const texts = await database().submission.groupBy({
    by: ["text"],
    where: { assigned: { assignment: { courseId: where.courseId } } },
  });
  console.log(`${students * answersEach} answers of ${students} students, ${way} (${texts.length} different):`);
  const started = await startRegrade(viewer, where);
  if (!started.ok) throw new Error(started.error.message);
  const { regradeId } = started.value;
  const took = await timed("dry run", () => runRegrade(regradeId));
  await applyRegrade(viewer, regradeId, "replace");
  await timed("applied", () => runRegrade(regradeId));
  await undoRegrade(viewer, regradeId);
  await timed("undone", () => runRegrade(regradeId));
  const { state } = await database().regrade.findUniqueOrThrow({ where: { id: regradeId } });
  if (state !== "undone") throw new Error(`the regrade is ${state}`);
  return took;
}

try {
  await loadBank(join(process.cwd(), "prisma", "bank"));
  const took = [];
  for (const way of Object.keys(writings)) took.push(await measure(way));
  process.exitCode = Math.max(...took) <= longest ? 0 : 1;
} finally {
  await closeDatabase();
}
