import { describe, expect, it } from "vitest";
import { database } from "../../store";
import { getDashboard } from "../dashboard";
import { submitAssigned } from "./answer";
import { getAssignedProblem } from "./problem";
import { getMyAssignment } from "./student";
import {
  answerAt,
  assignedRow,
  closesAt,
  dueAt,
  formFor,
  hoursAfter,
  opensAt,
  problemsOf,
  testAssignment,
} from "./test-assignment";

const second = 1 / 3600;

describe("an answer in an assignment", () => {
  it("is graded, counts for its points, and is the student's own affair", async () => {
    const { student, students, assignmentId } = await testAssignment();
    const [first = ""] = await problemsOf(student, assignmentId);
    const reply = await answerAt(student, first, "2*x", hoursAfter(opensAt, 2));
    expect(reply).toMatchObject({
      ok: true,
      value: { answer: { ordinal: 1, graded: { feedback: { outcome: "right" } } } },
    });
    const view = await getMyAssignment(student, assignmentId, hoursAfter(opensAt, 3));
    expect(view).toMatchObject({ ok: true, value: { answered: 1, score: { points: 2, of: 4 } } });
    const other = students[1];
    expect(other && (await getAssignedProblem(other, first, hoursAfter(opensAt, 3)))).toMatchObject({
      ok: false,
      error: { code: "not-found" },
    });
  });

  it.each`
    arrives                                | credit  | why
    ${hoursAfter(opensAt, -second)}        | ${null} | ${"not before the opening"}
    ${opensAt}                             | ${1}    | ${"at the opening"}
    ${hoursAfter(dueAt, 60 * second)}      | ${1}    | ${"within the grace"}
    ${hoursAfter(dueAt, 61 * second)}      | ${0.8}  | ${"late by the first step"}
    ${hoursAfter(dueAt, 24 + 61 * second)} | ${0.5}  | ${"late by the second"}
    ${hoursAfter(dueAt, 72 + 61 * second)} | ${0}    | ${"behind the last step"}
    ${hoursAfter(closesAt, 60 * second)}   | ${0}    | ${"taken within the grace of the closing"}
    ${hoursAfter(closesAt, 61 * second)}   | ${null} | ${"not behind it"}
  `("is worth $credit: $why", async ({ arrives, credit }) => {
    const { student, assignmentId } = await testAssignment();
    const [first = ""] = await problemsOf(student, assignmentId);
    const reply = await answerAt(student, first, "2*x", arrives);
    expect(reply.ok).toBe(credit !== null);
    expect(await assignedRow(first)).toMatchObject({ credit: credit ?? 0, attempts: credit === null ? 0 : 1 });
  });

  it("is stored once when it is sent twice, and what cannot be read costs nothing", async () => {
    const { student, assignmentId } = await testAssignment({ attempts: "1" });
    const [first = ""] = await problemsOf(student, assignmentId);
    expect(await answerAt(student, first, "2*(x", hoursAfter(opensAt, 2))).toMatchObject({
      ok: true,
      value: { answer: { ordinal: null } },
    });
    const form = await formFor(student, first, "2*x");
    const ids = await Promise.all([1, 2, 3].map(() => submitAssigned(student, form, hoursAfter(opensAt, 2))));
    expect(new Set(ids.map((reply) => reply.ok && reply.value.answer.id)).size).toBe(1);
    expect(await assignedRow(first)).toMatchObject({ attempts: 1, credit: 1 });
  });

  it("is graded by the layout of the course or the assignment", async () => {
    const { student, assignmentId } = await testAssignment({ policy: "numerator" });
    const [first = ""] = await problemsOf(student, assignmentId);
    const reply = await answerAt(student, first, "2*x", hoursAfter(opensAt, 2));
    expect(reply).toMatchObject({ ok: true, value: { answer: { graded: { feedback: { outcome: "other-layout" } } } } });
    expect(await assignedRow(first)).toMatchObject({ credit: 0, firstRight: null });
  });

  it("is no answer in practice", async () => {
    const { student, assignmentId } = await testAssignment();
    const [first = ""] = await problemsOf(student, assignmentId);
    await answerAt(student, first, "2*x", hoursAfter(opensAt, 2));
    expect(await getDashboard(student, hoursAfter(opensAt, 3))).toMatchObject({ solved: 0, attempted: 0, recent: [] });
    expect(await database().skillEstimate.count({ where: { personId: student.personId } })).toBeGreaterThan(0);
  });
});

describe("what a student sees of a verdict", () => {
  const levels = (shownOpen: string, shownClosed = "all") => testAssignment({ shownOpen, shownClosed });

  it("is all of it where the assignment says so", async () => {
    const { student, assignmentId } = await levels("all");
    const [first = ""] = await problemsOf(student, assignmentId);
    const reply = await answerAt(student, first, "x", hoursAfter(opensAt, 2));
    expect(reply.ok && reply.value.answer.graded?.verdict.witness).toBeTruthy();
  });

  it("is right or wrong and nothing about why", async () => {
    const { student, assignmentId } = await levels("verdict");
    const [first = ""] = await problemsOf(student, assignmentId);
    const reply = await answerAt(student, first, "x", hoursAfter(opensAt, 2));
    expect(reply).toMatchObject({
      ok: true,
      value: {
        answer: {
          graded: {
            feedback: { title: "Not right.", lines: [] },
            verdict: { witness: null, diagnosis: [], shapes: null },
          },
        },
      },
    });
    expect(JSON.stringify(reply)).not.toMatch(/truth|scaled|factor"/);
  });

  it("is only that it has arrived, everywhere, until it is closed", async () => {
    const { student, assignmentId } = await levels("receipt");
    const [first = ""] = await problemsOf(student, assignmentId);
    const reply = await answerAt(student, first, "2*x", hoursAfter(opensAt, 2));
    expect(reply).toMatchObject({ ok: true, value: { answer: { ordinal: 1, graded: null } } });
    const during = hoursAfter(opensAt, 3);
    expect(await getMyAssignment(student, assignmentId, during)).toMatchObject({
      ok: true,
      value: { score: { points: null }, list: [{ state: "answered", score: { points: null } }, {}] },
    });
    expect(await getAssignedProblem(student, first, during)).toMatchObject({
      ok: true,
      value: { state: "answered", answers: [{ graded: null }], problem: { solution: null, state: "attempted" } },
    });
    expect(await getDashboard(student, during)).toMatchObject({ recent: [], slips: [] });
    expect(await database().skillEstimate.count({ where: { personId: student.personId } })).toBe(0);

    const later = hoursAfter(closesAt, 1);
    expect(await getMyAssignment(student, assignmentId, later)).toMatchObject({
      ok: true,
      value: { score: { points: 2 } },
    });
    const closed = await getAssignedProblem(student, first, later);
    expect(closed).toMatchObject({ ok: true, value: { state: "right", answers: [{ graded: {} }] } });
    expect(closed.ok && closed.value.problem.solution).toBeTruthy();
    expect(await database().skillEstimate.count({ where: { personId: student.personId } })).toBeGreaterThan(0);
  });
});
