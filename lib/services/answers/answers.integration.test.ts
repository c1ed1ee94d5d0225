import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, database } from "../../store";
import { submitAssigned } from "../assignments/answer";
import type { AssignmentInput } from "../assignments/input";
import { loadOwn } from "../assignments/own";
import { gradeSent, keyOf, type Sent, storeSent, takeSent } from "../assignments/store-answer";
import {
  answerAt,
  assignedRow,
  formFor,
  hoursAfter,
  opensAt,
  problemsOf,
  type TestAssignment,
  testAssignment,
} from "../assignments/test-assignment";
import { getProblem } from "../catalogue";
import { closeGrader } from "../grader/lanes";
import { type GradingTerms, gradeAnswer, questionOf, seedOf } from "../grading";
import { listMessages } from "../messages";
import { submitAnswer } from "../submissions";
import { loadTestBank, somebody } from "../test-world";
import { finishAnswer } from "./finish";
import { takeSecondLooks } from "./second-look";
import { sweepAnswers } from "./sweep";
import { slowAnswer } from "./test-slow";
import { gradeStored, type Ungraded } from "./ungraded";

afterAll(closeDatabase);

const arrives = hoursAfter(opensAt, 2);

/** Far less than the slow answer takes. */
const hurried: GradingTerms = { lane: "answers", limits: { soft: 5, hard: 15 } };

interface World extends TestAssignment {
  readonly assignedId: string;
}

async function world(input: Partial<AssignmentInput> = {}): Promise<World> {
  const made = await testAssignment(input);
  const [assignedId = ""] = await problemsOf(made.student, made.assignmentId);
  return { ...made, assignedId };
}

/** An answer as it is on its way to be stored. */
async function sentTo({ student, assignedId }: World, text: string): Promise<Sent> {
  const own = await loadOwn(student, assignedId, arrives);
  if (!own.ok) throw new Error(own.error.message);
  const { assigned, assignment, asked } = own.value;
  const answer = { text, syntax: "text" } as const;
  const idempotencyKey = keyOf(assignedId, asked.version.id, answer, crypto.randomUUID());
  return { assigned, assignment, asked, answer, idempotencyKey, arrivedAt: arrives, automatic: false };
}

/** An answer that was stored by a process that was then killed. */
async function leftIn(place: World, text = "2*x"): Promise<Ungraded> {
  const taken = await takeSent(await sentTo(place, text));
  if (typeof taken === "string" || !("stored" in taken)) throw new Error(JSON.stringify(taken));
  return taken.stored;
}

const gradesOf = (submissionId: string) =>
  database().grade.findMany({ where: { submissionId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });

const ungraded = () => database().ungraded.count();

describe("answers that arrive at once", () => {
  it("are taken as often as the limit says, each with a verdict and a place of its own", async () => {
    const place = await world({ attempts: "3" });
    const form = await formFor(place.student, place.assignedId, "x");
    const send = (_: unknown, at: number) =>
      submitAssigned(place.student, { ...form, idempotencyKey: `key ${at}` }, arrives);
    const replies = await Promise.all(Array.from({ length: 50 }, send));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(3);
    const where = { assignedId: place.assignedId };
    const rows = await database().submission.findMany({
      where,
      include: { grades: true },
      orderBy: { ordinal: "asc" },
    });
    expect(rows.map(({ ordinal, grades }) => [ordinal, grades.length])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
    ]);
    expect(await ungraded()).toBe(0);
  });

  it("are one where they carry one key, in an assignment and in practice", async () => {
    const place = await world();
    const form = await formFor(place.student, place.assignedId, "2*x");
    const many = Array.from({ length: 50 });
    const replies = await Promise.all(many.map(() => submitAssigned(place.student, form, arrives)));
    expect(replies[0]).toMatchObject({ value: { answer: { ordinal: 1, graded: { verdict: { status: "graded" } } } } });
    expect(new Set(replies.map((reply) => reply.ok && reply.value.answer.id)).size).toBe(1);

    const viewer = await somebody();
    const seen = await getProblem(viewer, "squared-length");
    if (!seen.ok) throw new Error(seen.error.message);
    const { id: problemId, versionId, variant } = seen.value;
    const input = {
      problemId,
      versionId,
      asked: variant.name,
      text: "x",
      syntax: "text",
      idempotencyKey: "one",
    } as const;
    const told = await Promise.all(many.map(() => submitAnswer(viewer, input)));
    expect(new Set(told.map((reply) => reply.ok && reply.value.attempt.id)).size).toBe(1);
    expect(told.every((reply) => reply.ok && reply.value.attempt.verdict.status === "graded")).toBe(true);
    expect(await database().submission.count({ where: { personId: viewer.personId } })).toBe(1);
  });
});

describe("an answer that is being graded", () => {
  it("is seen as one, holds its attempt, and gives it back where it turns out to be free", async () => {
    const place = await world({ attempts: "1" });
    const left = await leftIn(place, "2*(x");
    const form = await formFor(place.student, place.assignedId, "2*x");
    const refused = await submitAssigned(place.student, form, arrives);
    expect(!refused.ok && refused.error.message).toMatch(/still being graded.*again in a moment/);
    await finishAnswer(left, await gradeStored(left));
    expect(await submitAssigned(place.student, form, arrives)).toMatchObject({ ok: true });
    expect(await assignedRow(place.assignedId)).toMatchObject({ attempts: 1, firstRight: 1, credit: 1 });
  });
});

describe("an answer that somebody has left", () => {
  it("is swept once, though two sweep and its first grader comes back", async () => {
    const place = await world();
    const left = await leftIn(place);
    expect(await sweepAnswers(60)).toBe(0);
    const graded = await gradeStored(left);
    const swept = await Promise.all([sweepAnswers(0), sweepAnswers(0), finishAnswer(left, graded)]);
    expect(swept[2]).toMatchObject({ id: left.id, ordinal: 1, grades: [{ correct: true }] });
    expect(await gradesOf(left.id)).toMatchObject([{ correct: true, regradeId: null }]);
    expect(await assignedRow(place.assignedId)).toMatchObject({ attempts: 1, firstRight: 1, credit: 1 });
    expect(await ungraded()).toBe(0);
  });

  it("gets the same grade, credit and place as if nothing had happened", async () => {
    const [one, other] = [await world(), await world()];
    const left = await leftIn(one, "x");
    expect(await sweepAnswers(0)).toBe(1);
    await answerAt(other.student, other.assignedId, "x", arrives);
    const rows = await Promise.all([one, other].map(({ assignedId }) => assignedRow(assignedId)));
    const [swept, usual] = rows.map(({ attempts, firstRight, credit, answeredAt }) => {
      return { attempts, firstRight, credit, answeredAt };
    });
    expect(swept).toEqual(usual);
    expect(await gradesOf(left.id)).toHaveLength(1);
  });
});

describe("an answer that takes longer than the limit", () => {
  it("is undecided and free, and the next one is graded", async () => {
    const place = await world({ attempts: "1" });
    await answerAt(place.student, place.assignedId, "2*(x", arrives);
    const slow = await leftIn(place, slowAnswer);
    const stopped = await gradeStored(slow, hurried);
    expect(stopped).toMatchObject({
      verdict: { status: "undecided", reason: "time" },
      counts: false,
      isUnfinished: true,
    });
    expect(await finishAnswer(slow, stopped)).toMatchObject({ ordinal: null });
    expect(await assignedRow(place.assignedId)).toMatchObject({ attempts: 0, credit: 0 });
    expect(await answerAt(place.student, place.assignedId, "2*x", arrives)).toMatchObject({ ok: true });
    expect(await assignedRow(place.assignedId)).toMatchObject({ attempts: 1, firstRight: 1 });
  });

  it("is looked at again once: a right one gives the credit of its arrival, and its student is told", async () => {
    const place = await world();
    const slow = await leftIn(place, slowAnswer);
    await finishAnswer(slow, await gradeStored(slow, hurried));
    expect(await database().secondLook.count({ where: { submissionId: slow.id } })).toBe(1);
    await Promise.all([takeSecondLooks(), takeSecondLooks()]);
    expect(await database().secondLook.count()).toBe(0);
    expect(await gradesOf(slow.id)).toMatchObject([{ status: "undecided" }, { status: "graded", correct: true }]);
    expect(await assignedRow(place.assignedId)).toMatchObject({ firstRight: 1, credit: 1 });
    const messages = await listMessages(place.student);
    expect(messages.map(({ text }) => text)).toEqual([expect.stringMatching(/looked at again\. It is right/)]);
  });

  it("stays free where it turns out wrong", async () => {
    const place = await world();
    const slow = await leftIn(place, `${slowAnswer} + x`);
    await finishAnswer(slow, await gradeStored(slow, hurried));
    await takeSecondLooks();
    expect(await gradesOf(slow.id)).toMatchObject([{ status: "undecided" }, { status: "graded", correct: false }]);
    expect(await assignedRow(place.assignedId)).toMatchObject({ attempts: 0, firstRight: null, credit: 0 });
  });
});

describe("the threads", () => {
  beforeEach(() => loadTestBank());

  it("grade on after one of them was ended in the middle", async () => {
    const version = await database().problemVersion.findFirstOrThrow({ where: { problemId: "squared-length" } });
    const question = questionOf(version, null);
    const grade = (text: string, terms?: GradingTerms) =>
      gradeAnswer(question, { text, syntax: "text" }, seedOf(version.id), terms);
    const outcomes = await Promise.all([
      grade(slowAnswer, hurried),
      grade("2*x"),
      grade(slowAnswer, hurried),
      grade("x"),
    ]);
    expect(outcomes.map(({ verdict, correct }) => [verdict.status, correct])).toEqual([
      ["undecided", false],
      ["graded", true],
      ["undecided", false],
      ["graded", false],
    ]);
  });

  it("let what was begun come to its end when they are closed", async () => {
    const place = await world();
    const sent = await sentTo(place, "2*x");
    const grading = gradeSent(sent);
    await Promise.all([grading, closeGrader()]);
    expect(await storeSent(sent, await grading)).toMatchObject({ ordinal: 1 });
  });
});
