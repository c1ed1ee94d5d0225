import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, it } from "vitest";
import type { Viewer } from "../../auth";
import { invariant } from "../../base";
import { closeDatabase, database } from "../../store";
import {
  answerAt,
  closesAt,
  dueAt,
  hoursAfter,
  opensAt,
  problemsOf,
  testAssignment,
} from "../assignments/test-assignment";
import { enrolled, testSection } from "../courses/test-course";
import {
  exportGrades,
  getAssignedProblem,
  getGradebook,
  getGradedPlace,
  listMessages,
  overridePoints,
  removePerson,
} from "../index";
import type { Reply } from "../reply";
import { somebody } from "../test-world";
import type { GradebookWish, OverrideInput } from "./views";

afterAll(closeDatabase);

const now = hoursAfter(dueAt, 30);
const later = hoursAfter(closesAt, 1);
const unfolded: GradebookWish = { folded: [] };

const value = async <T>(reply: Reply<T>): Promise<T> => {
  const given = await reply;
  invariant(given.ok, `refused: ${JSON.stringify(given)}`);
  return given.value;
};

const codeOf = async (reply: Reply<unknown>) => {
  const given = await reply;
  return given.ok ? "ok" : given.error.code;
};

/** A student who was right in time with the first problem and late with the second, and one who has done nothing. */
async function graded(input: Parameters<typeof testAssignment>[0] = {}) {
  const world = await testAssignment(input);
  const [first, second] = await problemsOf(world.student, world.assignmentId);
  invariant(first && second, "the assignment has two problems");
  await answerAt(world.student, first, "x", hoursAfter(opensAt, 1));
  await answerAt(world.student, first, "2*x", hoursAfter(opensAt, 2));
  await answerAt(world.student, second, "(A + A')*x", hoursAfter(dueAt, 30));
  const [, other] = world.students;
  invariant(other, "the course has two students");
  const items = await database().assignmentItem.findMany({
    where: { assignmentId: world.assignmentId },
    orderBy: { position: "asc" },
  });
  const placeOf = (index: number) => `${items[index]?.id}.0`;
  return { ...world, first, second, other, placeOf };
}

type World = Awaited<ReturnType<typeof graded>>;

function override(world: World, over: Partial<OverrideInput> = {}): OverrideInput {
  const where = { courseId: world.courseId, personId: world.student.personId, place: world.placeOf(1) };
  return { ...where, points: "1.5", reason: "Was ill that day.", ...over };
}

describe("the gradebook", () => {
  it("has the points of each student by assignment and problem", async () => {
    const { instructor, courseId, student, other } = await graded();
    const { columns, rows } = await value(getGradebook(instructor, courseId, unfolded, now));
    expect(columns.map(({ key, of }) => [key, of])).toEqual([
      ["total", 4],
      ["percent", 100],
      ["1", 4],
      ["1.1", 2],
      ["1.2", 2],
    ]);
    const numbers = (id: string) => rows.find((row) => row.id === id)?.numbers;
    expect(numbers(student.personId)).toEqual([3, 75, 3, 2, 1]);
    expect(numbers(other.personId)).toEqual([null, null, null, null, null]);
  });

  it("sends of a folded assignment nothing but its total", async () => {
    const { instructor, courseId } = await graded();
    for (const folded of ["all", [1]] as const) {
      const { columns } = await value(getGradebook(instructor, courseId, { folded }, now));
      expect(columns.map(({ key }) => key)).toEqual(["total", "percent", "1"]);
    }
  });

  it("shows one section where it is asked to, and nobody who has left or teaches", async () => {
    const { instructor, courseId, other } = await graded();
    const section = await testSection(courseId, "Evening");
    const { personId } = await enrolled(courseId, "student", section);
    const idsIn = async (wish: GradebookWish) =>
      (await value(getGradebook(instructor, courseId, wish, now))).rows.map(({ id }) => id);
    expect(await idsIn({ ...unfolded, section })).toEqual([personId]);
    expect(await idsIn({ ...unfolded, section: "no such section" })).toHaveLength(3);
    await removePerson(instructor, courseId, other.personId, now);
    expect(await idsIn(unfolded)).not.toContain(other.personId);
    expect(await idsIn(unfolded)).not.toContain(instructor.personId);
  });

  it("is empty before an assignment has opened", async () => {
    const { instructor, courseId } = await graded();
    const early = await value(getGradebook(instructor, courseId, unfolded, hoursAfter(opensAt, -1)));
    expect(early.assignments).toEqual([]);
  });
});

describe("what is behind a number", () => {
  it("is every answer with its arrival, its worth and its verdict, graded again", async () => {
    const world = await graded();
    const place = await value(getGradedPlace(world.instructor, { ...override(world), place: world.placeOf(0) }, now));
    expect(place).toMatchObject({ points: 2, of: 2, earned: 2, overridden: false, title: "The squared length" });
    expect(place.attempts.map(({ full, worth, ordinal, today }) => [full.text, worth, ordinal, today])).toEqual([
      ["2*x", 100, 2, null],
      ["x", 100, 1, null],
    ]);
    expect(place.attempts[0]?.arrivedAt).toEqual(hoursAfter(opensAt, 2));
    expect(place.attempts[1]?.full.verdict.diagnosis[0]?.code).toBe("constant-factor");
    const late = await value(getGradedPlace(world.instructor, override(world), now));
    expect(late.attempts[0]).toMatchObject({ worth: 50, ordinal: 1 });
  });

  it("says where today's grader says something else, and what", async () => {
    const world = await graded();
    const answer = await database().submission.findFirstOrThrow({ where: { assignedId: world.first, text: "2*x" } });
    const verdict = { status: "graded", numerator: false, denominator: false };
    await database().grade.create({
      data: { ...verdict, status: "graded", submissionId: answer.id, graderVersion: "0.0", correct: false, verdict },
    });
    const { attempts } = await value(
      getGradedPlace(world.instructor, { ...override(world), place: world.placeOf(0) }, now),
    );
    expect(attempts[0]?.full.feedback.outcome).toBe("wrong");
    expect(attempts[0]?.today?.feedback.outcome).toBe("right");
    expect(attempts[0]?.grades.map(({ outcome }) => outcome)).toEqual(["right", "wrong"]);
  });

  it("says how little the student sees of it", async () => {
    const world = await graded({ shownOpen: "receipt", shownClosed: "verdict" });
    const seenAt = async (moment: Date) => {
      const { attempts } = await value(
        getGradedPlace(world.instructor, { ...override(world), place: world.placeOf(0) }, moment),
      );
      return attempts.map(({ seen }) => seen?.title ?? null);
    };
    expect(await seenAt(now)).toEqual([null, null]);
    expect(await seenAt(later)).toEqual(["Right, in denominator layout.", "Not right."]);
  });

  it("is nothing for a student who has not opened the assignment", async () => {
    const world = await graded();
    const where = { ...override(world), personId: world.other.personId };
    expect(await value(getGradedPlace(world.instructor, where, now))).toMatchObject({
      problem: null,
      attempts: [],
      points: 0,
      title: "A quadratic form",
    });
  });

  it.each<[string, (world: World) => Partial<OverrideInput>]>([
    ["another course", () => ({ courseId: "0198c2a5-0000-7000-8000-000000000000" })],
    ["somebody outside", (world) => ({ personId: world.instructor.personId })],
    ["no person", () => ({ personId: "me" })],
    ["no place", () => ({ place: "first" })],
    ["a place that is none", (world) => ({ place: world.placeOf(0).replace(".0", ".1") })],
    ["an id that is none", () => ({ place: `${"-".repeat(36)}.0` })],
  ])("is not there for %s", async (_name, over) => {
    const world = await graded();
    const where = override(world, over(world));
    expect(await codeOf(getGradedPlace(world.instructor, where, now))).toBe("not-found");
    expect(await codeOf(overridePoints(world.instructor, where, now))).toBe("not-found");
  });
});

describe("points by hand", () => {
  it("count instead of those that were earned, and the student reads why", async () => {
    const world = await graded();
    await value(overridePoints(world.instructor, override(world), now));
    const { rows } = await value(getGradebook(world.instructor, world.courseId, unfolded, now));
    const row = rows.find(({ id }) => id === world.student.personId);
    expect(row).toMatchObject({ numbers: [3.5, 87.5, 3.5, 2, 1.5], marks: { 4: "override" } });
    const place = await value(getGradedPlace(world.instructor, override(world), now));
    expect(place).toMatchObject({ points: 1.5, earned: 1, overridden: true });
    const seen = await value(getAssignedProblem(world.student, world.second, now));
    expect(seen).toMatchObject({ given: { points: 1.5, reason: "Was ill that day." }, score: { points: 1.5 } });
    const [message] = await listMessages(world.student);
    expect(message).toMatchObject({
      text: "First sheet: You were given 1.5 of 2 points for “A quadratic form”. Was ill that day.",
      link: `/assignments/${world.assignmentId}/${world.second}`,
    });
  });

  it("are taken back with a reason too, and all of it stays on record", async () => {
    const world = await graded();
    await value(overridePoints(world.instructor, override(world), now));
    const back = override(world, { points: "", reason: "Was not ill." });
    await value(overridePoints(world.instructor, back, hoursAfter(now, 1)));
    const place = await value(getGradedPlace(world.instructor, override(world), now));
    expect(place).toMatchObject({ points: 1, overridden: false });
    expect(place.overrides.map(({ points, reason, by }) => [points, reason, by])).toEqual([
      [null, "Was not ill.", world.instructor.name],
      [1.5, "Was ill that day.", world.instructor.name],
    ]);
    expect((await value(getAssignedProblem(world.student, world.second, now))).given).toBeNull();
    await expect(database().override.deleteMany({ where: { assignedId: world.second } })).rejects.toThrow();
  });

  it("can be given to who has not opened the assignment", async () => {
    const world = await graded();
    const input = override(world, { personId: world.other.personId, points: "0,5" });
    await value(overridePoints(world.instructor, input, now));
    const { rows } = await value(getGradebook(world.instructor, world.courseId, unfolded, now));
    expect(rows.find(({ id }) => id === world.other.personId)?.numbers).toEqual([0.5, 12.5, 0.5, null, 0.5]);
  });

  it("are not told while points are held back", async () => {
    const world = await graded({ shownOpen: "receipt", shownClosed: "all" });
    await value(overridePoints(world.instructor, override(world), now));
    expect((await value(getAssignedProblem(world.student, world.second, now))).given).toBeNull();
    expect(await listMessages(world.student)).toEqual([]);
    expect((await value(getAssignedProblem(world.student, world.second, later))).given?.points).toBe(1.5);
  });

  it.each([
    [{ points: "-1" }, "points"],
    [{ points: "2.01" }, "points"],
    [{ points: "two" }, "points"],
    [{ points: "NaN" }, "points"],
    [{ points: "Infinity" }, "points"],
    [{ reason: "  " }, "reason"],
    [{ reason: "x".repeat(1001) }, "reason"],
  ])("are refused where they are %j", async (over, field) => {
    const world = await graded();
    const reply = await overridePoints(world.instructor, override(world, over), now);
    expect(reply.ok ? {} : reply.error.fields).toHaveProperty(field);
    expect(await database().override.count({ where: { assignedId: world.second } })).toBe(0);
  });

  it("cannot be taken back where nobody gave any", async () => {
    const world = await graded();
    expect(await codeOf(overridePoints(world.instructor, override(world, { points: "" }), now))).toBe("refused");
  });
});

describe("an export", () => {
  const read = (text: string): string[][] => parse(text, { bom: true });

  it("read back says what the database says", async () => {
    const world = await graded();
    await database().person.update({ where: { id: world.other.personId }, data: { name: "=cmd()" } });
    await database().enrolment.updateMany({
      where: { courseId: world.courseId, personId: world.student.personId },
      data: { externalId: "s-1" },
    });
    const { text, name } = await value(exportGrades(world.instructor, world.courseId, "canvas", null, later));
    expect(name).toBe("matrix-calculus-canvas.csv");
    const [head, possible, ...rows] = read(text);
    expect(head).toEqual(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "First sheet"]);
    expect(possible?.slice(-1)).toEqual(["4"]);
    const stored = await database().assigned.findMany({ include: { item: true, person: true } });
    for (const student of [world.student, world.other]) {
      const own = stored.filter(({ personId }) => personId === student.personId);
      const points = own.reduce((sum, { credit, item }) => sum + credit * item.points, 0);
      const row = rows.find((cells) => cells[3] === student.email);
      expect(row?.[5]).toBe(String(points));
    }
    expect(rows.map((cells) => cells[0]).sort()).toEqual(["'=cmd()", "Test student"]);
    expect(rows.map((cells) => cells[2]).sort()).toEqual(["", "s-1"]);
  });

  it("leaves open what still can be answered, and has nothing for it once it is closed", async () => {
    const world = await graded();
    const pointsAt = async (moment: Date) => {
      const { text } = await value(
        exportGrades(world.instructor, world.courseId, "moodle", world.assignmentId, moment),
      );
      return read(text).find((cells) => cells[2] === world.other.email)?.[4];
    };
    expect(await pointsAt(now)).toBe("");
    expect(await pointsAt(later)).toBe("0");
  });

  it("is not there for an assignment of another course", async () => {
    const [one, other] = [await graded(), await graded()];
    const reply = exportGrades(one.instructor, one.courseId, "canvas", other.assignmentId, later);
    expect(await codeOf(reply)).toBe("not-found");
  });
});

type Ask = (viewer: Viewer, world: World) => Reply<unknown>;

const seeing: Readonly<Record<string, Ask>> = {
  getGradebook: (viewer, { courseId }) => getGradebook(viewer, courseId, unfolded, now),
  getGradedPlace: (viewer, world) => getGradedPlace(viewer, override(world), now),
};

const deciding: Readonly<Record<string, Ask>> = {
  overridePoints: (viewer, world) => overridePoints(viewer, override(world), now),
  exportGrades: (viewer, { courseId }) => exportGrades(viewer, courseId, "canvas", null, now),
};

describe.each([
  ...Object.entries(seeing).map(([name, ask]) => ({ name, ask, assistant: "ok" })),
  ...Object.entries(deciding).map(([name, ask]) => ({ name, ask, assistant: "refused" })),
])("$name", ({ ask, assistant }) => {
  it("is for those who have the right, and nobody else", async () => {
    const world = await graded();
    expect(await codeOf(ask(world.instructor, world))).toBe("ok");
    expect(await codeOf(ask(await somebody("admin"), world))).toBe("ok");
    expect(await codeOf(ask(world.assistant, world))).toBe(assistant);
    expect(await codeOf(ask(world.student, world))).toBe("refused");
    expect(await codeOf(ask(await somebody("instructor"), world))).toBe("not-found");
  });

  it("ends with the role, on the next request", async () => {
    const world = await graded();
    await database().enrolment.updateMany({
      where: { courseId: world.courseId, personId: { in: [world.instructor.personId, world.assistant.personId] } },
      data: { role: "student" },
    });
    expect(await codeOf(ask(world.instructor, world))).toBe("refused");
    expect(await codeOf(ask(world.assistant, world))).toBe("refused");
  });
});
