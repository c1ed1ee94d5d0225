import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../../auth";
import { invariant } from "../../base";
import { closeDatabase } from "../../store";
import { getProblem, getProblemInsight, listProblemAnswers, submitAnswer } from "../index";
import { guest, loadTestBank, somebody } from "../test-world";
import { type TestCourse, testCourse } from "./test-course";

let course: TestCourse;
let student: Viewer;

beforeAll(async () => {
  await loadTestBank();
  course = await testCourse(1);
  const [first] = course.students;
  invariant(first, "the course has a student");
  student = first;
  for (const viewer of [student, guest()]) await answers(viewer);
});
afterAll(closeDatabase);

/** A wrong answer in practice. */
async function answers(viewer: Viewer): Promise<void> {
  const problem = await getProblem(viewer, "quadratic-form");
  invariant(problem.ok, "the problem is there");
  const { versionId } = problem.value;
  const sent = { problemId: "quadratic-form", versionId, text: "3*A*x", syntax: "text" as const, asked: "" };
  const reply = await submitAnswer(viewer, { ...sent, idempotencyKey: crypto.randomUUID() });
  invariant(reply.ok, "the answer is taken");
}

async function namesFor(viewer: Viewer): Promise<readonly string[]> {
  const list = await listProblemAnswers(viewer, "quadratic-form");
  const insight = await getProblemInsight(viewer, { problemId: "quadratic-form", courseId: null });
  invariant(list.ok && insight.ok, "those who teach look into practice");
  const listed = list.value.answers.map(({ person }) => person.name).sort();
  const clustered = insight.value.clusters.flatMap(({ names }) => names).sort();
  expect(clustered).toEqual(listed);
  return listed;
}

describe("who practises", () => {
  it("is named to those who teach them, and to admins", async () => {
    for (const viewer of [course.instructor, await somebody("admin")])
      expect(await namesFor(viewer)).toEqual(["A visitor", student.name].sort());
  });

  it("is nobody in particular to those who teach others", async () => {
    const { instructor } = await testCourse(3);
    for (const viewer of [instructor, await somebody("instructor")])
      expect(await namesFor(viewer)).toEqual(["A learner", "A visitor"]);
  });
});
