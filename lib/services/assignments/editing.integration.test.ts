import { describe, expect, it } from "vitest";
import { database } from "../../store";
import { derivedProblem, drawnProblem, gradientProblem, lengthProblem } from "../test-world";
import { createAssignment, editAssignment, getAssignmentForm, publishAssignment, removeAssignment } from "./editing";
import type { AssignmentInput } from "./input";
import { getAssignment } from "./staff";
import {
  answerAt,
  assignedRow,
  assignmentInput,
  closesAt,
  dueAt,
  hoursAfter,
  opensAt,
  problemItem,
  problemsOf,
  testAssignment,
  topicItem,
} from "./test-assignment";

const steps = (...rows: [string, string][]) => ({ lateSteps: rows.map(([hours, percent]) => ({ hours, percent })) });

describe("an assignment that cannot be", () => {
  it.each<[string, Partial<AssignmentInput>, string, string]>([
    ["no title", { title: "  " }, "title", "title"],
    ["due before the opening", { dueAt: "2026-11-01T08:00" }, "dueAt", "after the opening"],
    ["due at the opening", { dueAt: "2026-11-02T08:00", closesAt: "" }, "dueAt", "after the opening"],
    ["closed before it is due", { closesAt: "2026-11-05T08:00" }, "closesAt", "before the due time"],
    ["no time at all", { opensAt: "soon" }, "opensAt", "a day and a time"],
    ["a time that the clocks leave out", { opensAt: "2026-03-29T02:30" }, "opensAt", "does not exist"],
    ["percent over 100", steps(["24", "120"]), "lateSteps.0.percent", "from 0 to 100"],
    ["percent that rises", steps(["24", "50"], ["48", "80"]), "lateSteps.1.percent", "rise"],
    ["negative percent", steps(["24", "-5"]), "lateSteps.0.percent", "negative"],
    ["hours that fall", steps(["48", "80"], ["24", "50"]), "lateSteps.1.hours", "later than the one before"],
    ["hours without percent", steps(["24", ""]), "lateSteps.0.percent", "number"],
    ["negative points", { items: [problemItem("squared-length", "-1")] }, "items.0.points", "negative"],
    ["points that are none", { items: [problemItem("squared-length", "many")] }, "items.0.points", "number"],
    ["no attempts", { attempts: "0" }, "attempts", "from 1"],
    ["half an attempt", { attempts: "1.5" }, "attempts", "whole number"],
    ["a problem twice", { items: [problemItem("squared-length"), problemItem("squared-length")] }, "items", "twice"],
    ["a problem that is not there", { items: [problemItem("no-such")] }, "items.0.points", "not there"],
    ["more than a topic has", { items: [topicItem("gradient", 3)] }, "items.0.count", "2 problems left"],
    [
      "more than is left beside a named one",
      { items: [problemItem("squared-length"), topicItem("gradient", 2)] },
      "items.1.count",
      "one problem left",
    ],
    ["more than there is at a difficulty", { items: [topicItem("gradient", 1, "5")] }, "items.0.count", "difficulty 5"],
    [
      "more in two rows together",
      { items: [topicItem("gradient", 1), topicItem("gradient", 2, "2")] },
      "items.1.count",
      "left",
    ],
  ])("is refused for %s, at the field", async (_, change, field, reason) => {
    const { instructor, courseId } = await testAssignment();
    const before = await database().assignment.count();
    const reply = await createAssignment(instructor, courseId, { ...assignmentInput, ...change });
    expect(reply).toMatchObject({ ok: false, error: { code: "refused" } });
    expect(!reply.ok && reply.error.fields?.[field]?.message).toContain(reason);
    expect(await database().assignment.count()).toBe(before);
  });

  it("is not published empty, or once it would be closed", async () => {
    const { instructor, courseId } = await testAssignment();
    const made = await createAssignment(instructor, courseId, { ...assignmentInput, items: [] });
    const id = made.ok ? made.value.assignmentId : "";
    expect(await publishAssignment(instructor, id, opensAt)).toMatchObject({ ok: false });
    const late = await createAssignment(instructor, courseId, assignmentInput);
    expect(await publishAssignment(instructor, late.ok ? late.value.assignmentId : "", closesAt)).toMatchObject({
      ok: false,
    });
  });
});

describe("a change", () => {
  const form = async (world: Awaited<ReturnType<typeof testAssignment>>) => {
    const reply = await getAssignmentForm(world.instructor, world.assignmentId);
    if (!reply.ok) throw new Error("the form is there");
    return reply.value;
  };

  it("of the times gives answers the credit that follows from them", async () => {
    const world = await testAssignment();
    const [first = ""] = await problemsOf(world.student, world.assignmentId);
    await answerAt(world.student, first, "2*x", hoursAfter(dueAt, 2));
    expect(await assignedRow(first)).toMatchObject({ credit: 0.8 });
    const { input, revision } = await form(world);
    const later = { ...input, dueAt: "2026-11-07T18:00" };
    expect(await editAssignment(world.instructor, world.assignmentId, later, revision)).toMatchObject({ ok: true });
    expect(await assignedRow(first)).toMatchObject({ credit: 1 });
    const earlier = { ...input, dueAt: "2026-11-03T18:00" };
    expect(await editAssignment(world.instructor, world.assignmentId, earlier, revision + 1)).toMatchObject({
      ok: true,
    });
    expect(await assignedRow(first)).toMatchObject({ credit: 0 });
  });

  it("of two instructors at once shows the second the first one's, and loses neither", async () => {
    const world = await testAssignment();
    const { input, revision } = await form(world);
    const first = await editAssignment(
      world.instructor,
      world.assignmentId,
      { ...input, title: "Of the first" },
      revision,
    );
    expect(first).toMatchObject({ ok: true });
    const mine = { ...input, title: "Of the second" };
    const second = await editAssignment(world.instructor, world.assignmentId, mine, revision);
    expect(second).toMatchObject({ ok: false, error: { fields: { revision: {} } } });
    expect((await form(world)).input.title).toBe("Of the first");
    expect(await editAssignment(world.instructor, world.assignmentId, mine, revision + 1)).toMatchObject({ ok: true });
  });

  it("keeps rows that were answered, and takes others with what was handed out", async () => {
    const world = await testAssignment();
    const [first = "", second = ""] = await problemsOf(world.student, world.assignmentId);
    await answerAt(world.student, first, "2*x", hoursAfter(opensAt, 2));
    const { input, revision } = await form(world);
    const [answered, untouched] = input.items;
    const without = (items: readonly unknown[]) => ({ ...input, items: items as AssignmentInput["items"] });
    expect(await editAssignment(world.instructor, world.assignmentId, without([untouched]), revision)).toMatchObject({
      ok: false,
      error: { fields: { items: {} } },
    });
    expect((await form(world)).revision).toBe(revision);
    expect(await editAssignment(world.instructor, world.assignmentId, without([answered]), revision)).toMatchObject({
      ok: true,
    });
    expect(await database().assigned.count({ where: { id: second } })).toBe(0);
    expect(await removeAssignment(world.instructor, world.assignmentId)).toMatchObject({ ok: false });
  });

  it("of order and points holds at once, also for those who have their problems", async () => {
    const world = await testAssignment();
    const [first = ""] = await problemsOf(world.student, world.assignmentId);
    const { input, revision } = await form(world);
    const items = [...input.items].reverse().map((item) => ({ ...item, points: "5" }));
    expect(await editAssignment(world.instructor, world.assignmentId, { ...input, items }, revision)).toMatchObject({
      ok: true,
    });
    const [, last = ""] = await problemsOf(world.student, world.assignmentId);
    expect(last).toBe(first);
    expect(await getAssignment(world.instructor, world.assignmentId, opensAt)).toMatchObject({
      ok: true,
      value: { points: 10 },
    });
  });

  it("of the names is refused once students have their problems", async () => {
    const world = await testAssignment();
    await problemsOf(world.student, world.assignmentId);
    const { input, revision } = await form(world);
    const reply = await editAssignment(world.instructor, world.assignmentId, { ...input, renames: true }, revision);
    expect(reply).toMatchObject({ ok: false, error: { fields: { renames: {} } } });
  });
});

describe("what students are handed out", () => {
  const bank = [gradientProblem, lengthProblem, drawnProblem, derivedProblem];
  const problemsIn = async (world: Awaited<ReturnType<typeof testAssignment>>) => {
    const lists = await Promise.all(world.students.map((student) => problemsOf(student, world.assignmentId)));
    return Promise.all(
      lists.map((ids) => database().assigned.findMany({ where: { id: { in: ids } }, orderBy: { slot: "asc" } })),
    );
  };

  it("is drawn for each, never twice the same problem, and stays", async () => {
    const items = [problemItem("squared-length"), topicItem("gradient", 2)];
    const world = await testAssignment({ items }, 12, bank);
    const drawn = await problemsIn(world);
    for (const rows of drawn) {
      expect(rows).toHaveLength(3);
      expect(new Set(rows.map(({ problemId }) => problemId)).size).toBe(3);
    }
    expect(
      new Set(
        drawn.map((rows) =>
          rows
            .map(({ problemId }) => problemId)
            .sort()
            .join(),
        ),
      ).size,
    ).toBeGreaterThan(1);
    expect(await problemsIn(world)).toEqual(drawn);
  });

  it("is the same for two tabs that open it at once", async () => {
    const world = await testAssignment({ items: [topicItem("gradient", 2)] }, 1, bank);
    const lists = await Promise.all(Array.from({ length: 6 }, () => problemsOf(world.student, world.assignmentId)));
    expect(new Set(lists.map((ids) => ids.join())).size).toBe(1);
    expect(await database().assigned.count({ where: { assignmentId: world.assignmentId } })).toBe(2);
  });
});
