import { describe, expect, it } from "vitest";
import { database } from "../../store";
import { getProblem } from "../catalogue";
import { ownerName } from "../drafts";
import { giveUp } from "../help";
import { derivedProblem, drawnProblem, gradientProblem, lengthProblem, tracedProblem } from "../test-world";
import { getBoard } from "./board";
import { settleClosed } from "./closing";
import { keepAssignedDraft } from "./drafts";
import { giveExtension } from "./extensions";
import { previewAssignment } from "./preview";
import { getAssignedProblem } from "./problem";
import { getMyAssignment } from "./student";
import {
  answerAt,
  assignedRow,
  closesAt,
  formFor,
  hoursAfter,
  opensAt,
  problemItem,
  problemsOf,
  type TestAssignment,
  testAssignment,
} from "./test-assignment";

const typedAt = hoursAfter(opensAt, 2);

/** Keeps what a student has typed, as their browser would. */
async function type(world: TestAssignment, assignedId: string, fields: Record<string, string>, now = typedAt) {
  const { asked } = await formFor(world.student, assignedId, "");
  const draft = {
    assignedId,
    asked,
    owner: ownerName(world.student),
    fields,
    writing: "text",
    chosen: false,
    typedAt: now.getTime(),
  };
  return keepAssignedDraft(world.student, draft, now);
}

const sentOf = (assignedId: string) =>
  database().submission.findMany({ where: { assignedId }, orderBy: { createdAt: "asc" } });

describe("a draft", () => {
  it("is kept by assigned problem, the newest stays, and nobody keeps one for somebody else", async () => {
    const world = await testAssignment();
    const [first = ""] = await problemsOf(world.student, world.assignmentId);
    expect(await type(world, first, { answer: "2*x" })).toMatchObject({ ok: true });
    expect(await type(world, first, { answer: "2" }, hoursAfter(opensAt, 1.5))).toMatchObject({ ok: true });
    const view = await getAssignedProblem(world.student, first, typedAt);
    expect(view).toMatchObject({ ok: true, value: { problem: { typing: { draft: { fields: { answer: "2*x" } } } } } });
    const [other] = world.students.slice(1);
    const { asked } = await formFor(world.student, first, "");
    const draft = {
      assignedId: first,
      asked,
      owner: other ? ownerName(other) : "",
      fields: {},
      writing: "text",
      chosen: false,
      typedAt: 1,
    };
    expect(other && (await keepAssignedDraft(other, draft, typedAt))).toMatchObject({
      ok: false,
      error: { code: "not-found" },
    });
  });

  it("is sent at the closing, once, as of the closing", async () => {
    const world = await testAssignment({ sendsDrafts: true, lateSteps: [{ hours: "96", percent: "70" }] });
    const [first = ""] = await problemsOf(world.student, world.assignmentId);
    await type(world, first, { answer: "2*x" });
    await settleClosed(hoursAfter(closesAt, -1));
    expect(await sentOf(first)).toEqual([]);
    const later = hoursAfter(closesAt, 1);
    await Promise.all([
      getMyAssignment(world.student, world.assignmentId, later),
      settleClosed(later),
      settleClosed(later),
    ]);
    await settleClosed(later);
    expect(await sentOf(first)).toMatchObject([{ text: "2*x", automatic: true, ordinal: 1, createdAt: closesAt }]);
    expect(await assignedRow(first)).toMatchObject({ credit: 0.7, firstRight: 1 });
  });

  it("that cannot be read gives way to the last one that could", async () => {
    const world = await testAssignment({ sendsDrafts: true });
    const [first = "", second = ""] = await problemsOf(world.student, world.assignmentId);
    await type(world, first, { answer: "2*x" });
    await type(world, first, { answer: "2*x + (" }, hoursAfter(opensAt, 3));
    await type(world, second, { answer: "A*(" });
    await settleClosed(hoursAfter(closesAt, 1));
    expect(await sentOf(first)).toMatchObject([{ text: "2*x" }]);
    expect(await sentOf(second)).toEqual([]);
  });

  it.each([
    ["the assignment does not send them", { sendsDrafts: false }, null],
    ["it was sent already", { sendsDrafts: true }, "x"],
    ["the problem is solved", { sendsDrafts: true }, "2*x"],
    ["there is no attempt left", { sendsDrafts: true, attempts: "1" }, "3*x"],
  ])("is not sent where %s", async (_, input, answered) => {
    const world = await testAssignment(input);
    const [first = ""] = await problemsOf(world.student, world.assignmentId);
    if (answered) await answerAt(world.student, first, answered, typedAt);
    await type(world, first, { answer: "x" }, hoursAfter(opensAt, 3));
    await settleClosed(hoursAfter(closesAt, 1));
    expect(await sentOf(first)).toHaveLength(answered ? 1 : 0);
  });

  it("waits for the student's own closing", async () => {
    const world = await testAssignment({ sendsDrafts: true });
    const [first = ""] = await problemsOf(world.student, world.assignmentId);
    await type(world, first, { answer: "2*x" });
    const extension = {
      who: `person ${world.student.personId}`,
      dueAt: "2026-11-12T18:00",
      closesAt: "",
      timeFactor: "",
      reason: "",
    };
    await giveExtension(world.instructor, world.assignmentId, extension);
    await settleClosed(hoursAfter(closesAt, 1));
    expect(await sentOf(first)).toEqual([]);
    await settleClosed(hoursAfter(closesAt, 24 * 7));
    expect(await sentOf(first)).toMatchObject([{ automatic: true }]);
  });

  it("is refused behind the closing", async () => {
    const world = await testAssignment({ sendsDrafts: true });
    const [first = ""] = await problemsOf(world.student, world.assignmentId);
    expect(await type(world, first, { answer: "2*x" }, hoursAfter(closesAt, 1))).toMatchObject({ ok: false });
  });

  it("of lines and of cells is sent with its parts", async () => {
    const bank = [derivedProblem, tracedProblem, lengthProblem, gradientProblem];
    const items = [problemItem("derived-length"), problemItem("traced-product")];
    const world = await testAssignment({ sendsDrafts: true, items }, 1, bank);
    const [first = "", second = ""] = await problemsOf(world.student, world.assignmentId);
    await type(world, first, { "line.0": "x'*x", "line.1": "2*x'*dx", "line.2": "2*x'" });
    await type(world, second, { "cell.v1": "6", "cell.b1": "1" });
    await settleClosed(hoursAfter(closesAt, 1));
    expect(await assignedRow(first)).toMatchObject({ firstRight: 1 });
    expect(await assignedRow(second)).toMatchObject({ firstRight: 1 });
  });
});

describe("a preview", () => {
  it("shows the very problems that the student gets, and stores nothing", async () => {
    const world = await testAssignment({ items: [problemItem("drawn-power")], renames: true }, 2, [
      drawnProblem,
      lengthProblem,
    ]);
    const { personId } = world.student;
    const preview = await previewAssignment(world.assistant, world.assignmentId, personId);
    expect(await database().assigned.count({ where: { assignmentId: world.assignmentId } })).toBe(0);
    const [first = ""] = await problemsOf(world.student, world.assignmentId);
    const got = await getAssignedProblem(world.student, first, typedAt);
    if (!preview.ok || !got.ok) throw new Error("both can be seen");
    expect(preview.value.problems[0]?.problem.statement).toEqual(got.value.problem.statement);
    expect(JSON.stringify(got.value.problem.declarations)).not.toContain('"x"');
    expect(preview.value.problems[0]?.problem.solution).toBeNull();
  });

  it("has other numbers and names for each student, and takes the answer in them for right", async () => {
    const world = await testAssignment({ items: [problemItem("drawn-power")], renames: true }, 6, [
      drawnProblem,
      lengthProblem,
    ]);
    const asked = await Promise.all(
      world.students.map(async (student) => {
        const [first = ""] = await problemsOf(student, world.assignmentId);
        const view = await getAssignedProblem(student, first, typedAt);
        if (!view.ok) throw new Error("the student sees it");
        const [name = ""] = Object.keys(view.value.problem.declarations.variables);
        const [, a, k] = /\$(\d+) \w\^(\d+)\$/.exec(JSON.stringify(view.value.problem.statement)) ?? [];
        const reply = await answerAt(student, first, `${Number(a) * Number(k)}*${name}^${Number(k) - 1}`, typedAt);
        expect(reply).toMatchObject({ ok: true, value: { answer: { graded: { feedback: { outcome: "right" } } } } });
        return `${a} ${name}^${k}`;
      }),
    );
    expect(new Set(asked).size).toBe(6);
  });
});

describe("the board", () => {
  it("counts who has started, answered and is stuck, and gathers wrong answers that read the same", async () => {
    const world = await testAssignment({}, 3);
    const [, second] = world.students;
    const [first = ""] = await problemsOf(world.student, world.assignmentId);
    for (const [index, text] of ["x", " x", "3*x", "x"].entries())
      await answerAt(world.student, first, text, hoursAfter(opensAt, 2 + index / 10));
    if (second) {
      const [theirs = ""] = await problemsOf(second, world.assignmentId);
      await answerAt(second, theirs, "x", hoursAfter(opensAt, 2));
    }
    const now = hoursAfter(opensAt, 3);
    const board = await getBoard(world.assistant, world.assignmentId, now);
    expect(board).toMatchObject({
      ok: true,
      value: {
        started: 2,
        submitted: 2,
        finished: 0,
        stuck: 1,
        queueSeconds: 0,
        wrong: [
          { people: 2, times: 4 },
          { text: "3*x", people: 1 },
        ],
      },
    });
    expect(await getBoard(world.assistant, world.assignmentId, hoursAfter(opensAt, 20))).toMatchObject({
      ok: true,
      value: { stuck: 0 },
    });
  });
});

describe("practice of a problem that an open assignment asks", () => {
  it("opens its solution only once that is closed", async () => {
    const world = await testAssignment();
    const practice = await getProblem(world.student, "squared-length", typedAt);
    if (!practice.ok) throw new Error("practice stays open");
    expect(practice.value).toMatchObject({ hasSolution: false, asking: { id: world.assignmentId } });
    const input = { problemId: "squared-length", asked: practice.value.variant.name };
    expect(await giveUp(world.student, input, typedAt)).toMatchObject({ ok: false, error: { code: "refused" } });
    const later = hoursAfter(closesAt, 1);
    expect(await getProblem(world.student, "squared-length", later)).toMatchObject({
      ok: true,
      value: { hasSolution: true, asking: null },
    });
    expect(await giveUp(world.student, input, later)).toMatchObject({ ok: true });
    const [other] = [world.instructor];
    expect(await getProblem(other, "squared-length", typedAt)).toMatchObject({
      ok: true,
      value: { hasSolution: true },
    });
  });
});
