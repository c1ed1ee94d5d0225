import { describe, expect, it } from "vitest";
import { database } from "../../store";
import { testSection } from "../courses/test-course";
import { endExtension, giveExtension, takeLatePass } from "./extensions";
import { loadOwn } from "./own";
import { gradeSent, type Sent, storeSent } from "./store-answer";
import { getMyAssignment } from "./student";
import {
  answerAt,
  assignedRow,
  closesAt,
  dueAt,
  hoursAfter,
  opensAt,
  problemsOf,
  type TestAssignment,
  testAssignment,
} from "./test-assignment";

const empty = { who: "", dueAt: "", closesAt: "", timeFactor: "", reason: "" };
const give = (world: TestAssignment, change: object) =>
  giveExtension(world.assistant, world.assignmentId, { ...empty, who: `person ${world.student.personId}`, ...change });
const timesOf = async (world: TestAssignment, now = hoursAfter(opensAt, 1)) => {
  const view = await getMyAssignment(world.student, world.assignmentId, now);
  if (!view.ok) throw new Error("the student sees the assignment");
  return view.value;
};

describe("an extension", () => {
  it("gives a student other times, and a late answer full credit", async () => {
    const world = await testAssignment();
    const [first = ""] = await problemsOf(world.student, world.assignmentId);
    await answerAt(world.student, first, "2*x", hoursAfter(dueAt, 10));
    expect(await assignedRow(first)).toMatchObject({ credit: 0.8 });
    expect(await give(world, { dueAt: "2026-11-07T18:00", reason: "Ill." })).toMatchObject({ ok: true });
    expect(await assignedRow(first)).toMatchObject({ credit: 1 });
    expect(await timesOf(world)).toMatchObject({
      extended: true,
      reasons: ["Ill."],
      times: { dueAt: hoursAfter(dueAt, 24), closesAt: hoursAfter(closesAt, 24) },
    });
  });

  it("taken back gives late answers what they were worth before", async () => {
    const world = await testAssignment();
    const [first = ""] = await problemsOf(world.student, world.assignmentId);
    await give(world, { dueAt: "2026-11-07T18:00" });
    await answerAt(world.student, first, "2*x", hoursAfter(dueAt, 10));
    expect(await assignedRow(first)).toMatchObject({ credit: 1 });
    const { id } = await database().extension.findFirstOrThrow({ where: { assignmentId: world.assignmentId } });
    expect(await endExtension(world.assistant, id, hoursAfter(dueAt, 11))).toMatchObject({ ok: true });
    expect(await assignedRow(first)).toMatchObject({ credit: 0.8 });
  });

  it("that is taken back while an answer is being graded takes no answer behind the closing", async () => {
    const world = await testAssignment();
    const [first = ""] = await problemsOf(world.student, world.assignmentId);
    await give(world, { dueAt: "2026-11-07T18:00" });
    const arrivedAt = hoursAfter(closesAt, 10);
    const own = await loadOwn(world.student, first, arrivedAt);
    if (!own.ok) throw new Error("the extension holds");
    const { assigned, assignment, asked } = own.value;
    const answer = { text: "2*x", syntax: "text" } as const;
    const sent: Sent = { assigned, assignment, asked, answer, idempotencyKey: "one", arrivedAt, automatic: false };
    await database().extension.updateMany({
      where: { assignmentId: world.assignmentId },
      data: { endedAt: arrivedAt },
    });
    expect(await storeSent(sent, await gradeSent(sent))).toBe("closed");
    expect(await assignedRow(first)).toMatchObject({ attempts: 0, credit: 0 });
  });

  it("holds for a section, and nobody else", async () => {
    const world = await testAssignment();
    const sectionId = await testSection(world.courseId, "Monday");
    await database().enrolment.updateMany({
      where: { courseId: world.courseId, personId: world.student.personId },
      data: { sectionId },
    });
    expect(await give(world, { who: `section ${sectionId}`, timeFactor: "1.5" })).toMatchObject({ ok: true });
    const half = (dueAt.getTime() - opensAt.getTime()) / 2;
    expect((await timesOf(world)).times.dueAt).toEqual(new Date(dueAt.getTime() + half));
    const other = world.students[1];
    expect(other && (await getMyAssignment(other, world.assignmentId, opensAt))).toMatchObject({
      ok: true,
      value: { extended: false, times: { dueAt } },
    });
  });

  it("lets a student in whom the closing has shut out", async () => {
    const world = await testAssignment();
    const [first = ""] = await problemsOf(world.student, world.assignmentId);
    const late = hoursAfter(closesAt, 5);
    expect(await answerAt(world.student, first, "2*x", late)).toMatchObject({ ok: false });
    await give(world, { dueAt: "2026-11-12T18:00" });
    expect(await answerAt(world.student, first, "2*x", late)).toMatchObject({ ok: true });
    expect(await assignedRow(first)).toMatchObject({ credit: 1 });
  });

  it.each([
    ["before the opening", { dueAt: "2026-11-01T08:00" }, "dueAt", "before the opening"],
    ["earlier than for everybody", { dueAt: "2026-11-05T08:00" }, "dueAt", "earlier than for everybody"],
    ["closing before the opening", { closesAt: "2026-11-01T08:00" }, "closesAt", "before the opening"],
    [
      "closing before its due time",
      { dueAt: "2026-11-20T08:00", closesAt: "2026-11-15T08:00" },
      "closesAt",
      "before the due time",
    ],
    ["with a factor below one", { timeFactor: "0.5" }, "timeFactor", "from 1"],
    ["of nothing", {}, "dueAt", "a due time"],
    ["for nobody", { who: "", dueAt: "2026-11-20T08:00" }, "who", "Choose"],
    ["at a time that is none", { dueAt: "later" }, "dueAt", "a day and a time"],
  ])("is refused %s, with the reason at the field", async (_, change, field, reason) => {
    const world = await testAssignment();
    const reply = await give(world, change);
    expect(!reply.ok && reply.error.fields?.[field]?.message).toContain(reason);
    expect(await database().extension.count({ where: { assignmentId: world.assignmentId } })).toBe(0);
  });
});

describe("a late pass", () => {
  it("moves the due time and the closing, and is one of so many in the course", async () => {
    const world = await testAssignment();
    const [first = ""] = await problemsOf(world.student, world.assignmentId);
    await answerAt(world.student, first, "2*x", hoursAfter(dueAt, 10));
    expect((await timesOf(world)).latePass).toMatchObject({ left: 2, of: 2, dueAt: hoursAfter(dueAt, 24) });
    expect(await takeLatePass(world.student, world.assignmentId, hoursAfter(dueAt, 11))).toMatchObject({ ok: true });
    expect(await assignedRow(first)).toMatchObject({ credit: 1 });
    const view = await timesOf(world);
    expect(view).toMatchObject({
      times: { dueAt: hoursAfter(dueAt, 24), closesAt: hoursAfter(closesAt, 24) },
      latePass: { left: 1 },
    });
  });

  it("is used no more often than there are, however often it is pressed", async () => {
    const world = await testAssignment();
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => takeLatePass(world.student, world.assignmentId, hoursAfter(opensAt, 1))),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(2);
    expect((await timesOf(world)).latePass).toBeNull();
  });

  it.each([
    ["before the opening", hoursAfter(opensAt, -1)],
    ["behind the closing", hoursAfter(closesAt, 1)],
  ])("is kept %s", async (_, now) => {
    const world = await testAssignment();
    expect(await takeLatePass(world.student, world.assignmentId, now)).toMatchObject({
      ok: false,
      error: { code: "refused" },
    });
  });
});
