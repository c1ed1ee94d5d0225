import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase, database } from "../../store";
import { problemsOf } from "../assignments/test-assignment";
import { getProblem } from "../catalogue";
import { enrolled, type Somebody } from "../courses/test-course";
import { loadEstimates } from "../mastery/estimates";
import { listMessages, readMessages } from "../messages";
import { submitAnswer } from "../submissions";
import { lengthProblem, loadTestBank, somebody } from "../test-world";
import {
  applyRegrade,
  getRegrade,
  getRegradeStart,
  listRegrades,
  retryRegrade,
  startRegrade,
  undoRegrade,
} from "./regrades";
import { continueRegrades, runRegrade } from "./run";
import {
  type Corrected,
  corrected,
  creditsOf,
  misnamedProblem,
  mistakenProblem,
  runSteps,
  started,
} from "./test-regrade";
import type { RegradeMode } from "./views";

afterAll(closeDatabase);

/** Due after 106 hours; 80 % within a day behind it. */
const late = 120;

/** Wronged in time, wronged late, wrongly right, unreadable, silent. */
const class5 = () => corrected([[["2*x", 1]], [["2*x", late]], [["6*x", 1]], [["2*q", 1]], []]);

async function applied(world: Corrected, mode: RegradeMode): Promise<string> {
  const regradeId = await started(world);
  await runRegrade(regradeId);
  expect(await applyRegrade(world.instructor, regradeId, mode)).toEqual({ ok: true, value: null });
  await runRegrade(regradeId);
  return regradeId;
}

const newestGrades = (world: Corrected) =>
  database().grade.findMany({
    where: { submission: { assignedId: { in: [...world.assigned] } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });

describe("a dry run", () => {
  it("says who changes, from what to what, why, and what the totals come to, and writes no grade", async () => {
    const world = await class5();
    const before = await newestGrades(world);
    const regradeId = await started(world);
    expect(await getRegrade(world.instructor, regradeId)).toMatchObject({
      ok: true,
      value: { state: "comparing", total: 4, done: 0, outcome: null },
    });
    await runRegrade(regradeId);
    const reply = await getRegrade(world.instructor, regradeId);
    expect(reply).toMatchObject({
      ok: true,
      value: {
        state: "compared",
        done: 4,
        outcome: {
          answers: 4,
          better: 2,
          worse: 1,
          notComparable: 0,
          meanBefore: 20,
          totals: {
            raise: { up: 2, down: 0, mean: 56 },
            replace: { up: 2, down: 1, mean: 36 },
            full: { up: 4, down: 0, mean: 100 },
            drop: { up: 0, down: 0, mean: null },
          },
        },
      },
    });
    const outcome = reply.ok ? reply.value.outcome : null;
    expect(outcome?.students.map(({ before: now, after }) => [now, after.raise, after.replace])).toEqual(
      expect.arrayContaining([
        [0, 2, 2],
        [0, 1.6, 1.6],
        [2, 2, 0],
      ]),
    );
    expect(outcome?.changed.map(({ text, before: was, after, why }) => [text, was, after, why])).toEqual(
      expect.arrayContaining([
        ["2*x", "wrong", "right", expect.stringContaining("Right, in denominator layout.")],
        ["6*x", "right", "wrong", expect.stringContaining("Not the derivative")],
      ]),
    );
    expect(await newestGrades(world)).toEqual(before);
    expect(await creditsOf(world)).toEqual([0, 0, 1, 0, 0]);
  });

  it("leaves answers to a variant that the other version does not have", async () => {
    const world = await corrected([[["2*x", 1]]]);
    const { versionId } = await database().assigned.findUniqueOrThrow({ where: { id: world.assigned[0] } });
    const asked = await database().problemVersion.findUniqueOrThrow({ where: { id: versionId } });
    const { id: _id, number: _number, record, answers, ...version } = asked;
    const made = await database().problemVersion.create({
      data: {
        ...version,
        number: 1000,
        record: record ?? {},
        answers: answers ?? {},
        spoiled: [],
        parameters: { k: { from: 1, to: 3 } },
      },
    });
    const start = await startRegrade(world.instructor, {
      problemId: "squared-length",
      courseId: world.courseId,
      versionId: made.id,
    });
    const regradeId = start.ok ? start.value.regradeId : "";
    await runRegrade(regradeId);
    expect(await getRegrade(world.instructor, regradeId)).toMatchObject({
      ok: true,
      value: { outcome: { notComparable: 1, changed: [], students: [] } },
    });
  });
});

describe("a regrade", () => {
  it.each<[RegradeMode, number[], boolean, boolean, number]>([
    ["raise", [1, 0.8, 1, 0, 0], false, false, 2],
    ["replace", [1, 0.8, 0, 0, 0], false, false, 3],
    ["full", [0, 0, 1, 0, 0], true, false, 0],
    ["drop", [0, 0, 1, 0, 0], false, true, 0],
  ])("that is to %s leaves the credits %j", async (mode, credits, full, dropped, added) => {
    const world = await class5();
    const before = await newestGrades(world);
    const regradeId = await applied(world, mode);
    expect(await getRegrade(world.instructor, regradeId)).toMatchObject({
      ok: true,
      value: { state: "applied", mode },
    });
    expect(await creditsOf(world)).toEqual(credits);
    const rows = await database().assigned.findMany({ where: { id: { in: [...world.assigned] } } });
    expect(new Set(rows.map((row) => [row.full, row.dropped].join()))).toEqual(new Set([[full, dropped].join()]));
    const grades = await newestGrades(world);
    expect(grades.slice(0, before.length)).toEqual(before);
    expect(grades.slice(before.length)).toHaveLength(added);
  });

  it.each([1, 2, 4, 6])("that is killed after %d steps, again and again, comes to the same end", async (steps) => {
    const world = await class5();
    const regradeId = await started(world);
    for (let tries = 0; tries < 12; tries++) await runSteps(regradeId, steps);
    await runRegrade(regradeId);
    await applyRegrade(world.instructor, regradeId, "replace");
    for (let tries = 0; tries < 12; tries++) await runSteps(regradeId, steps);
    await runRegrade(regradeId);
    expect(await creditsOf(world)).toEqual([1, 0.8, 0, 0, 0]);
    expect(await database().grade.count({ where: { regradeId } })).toBe(3);
    expect(
      await database().message.count({
        where: { person: { is: { assigned: { some: { id: { in: [...world.assigned] } } } } } },
      }),
    ).toBe(3);
    await undoRegrade(world.instructor, regradeId);
    for (let tries = 0; tries < 12; tries++) await runSteps(regradeId, steps);
    await runRegrade(regradeId);
    expect(await creditsOf(world)).toEqual([0, 0, 1, 0, 0]);
    expect(await database().grade.count({ where: { regradeId } })).toBe(6);
  });

  it("grades answers too that came after the comparison", async () => {
    const world = await corrected([[["2*x", 1]], []]);
    const regradeId = await started(world);
    await runRegrade(regradeId);
    const [, second = ""] = world.assigned;
    const first = await database().submission.findFirstOrThrow({
      where: { assignedId: world.assigned[0] },
      include: { grades: true },
    });
    const {
      id: _id,
      grades: [grade],
      parts: _parts,
      drawn: _drawn,
      ...answer
    } = first;
    await database().submission.create({
      data: {
        ...answer,
        personId: world.students[1]?.personId ?? "",
        assignedId: second,
        grades: {
          create: {
            graderVersion: "1",
            status: "graded",
            numerator: false,
            denominator: false,
            correct: false,
            verdict: grade?.verdict ?? {},
          },
        },
      },
    });
    await database().assigned.update({ where: { id: second }, data: { attempts: 1 } });
    expect(await applyRegrade(world.instructor, regradeId, "raise")).toEqual({ ok: true, value: null });
    await runRegrade(regradeId);
    expect(await creditsOf(world)).toEqual([1, 1]);
  });

  it("finds answers right that could not be read before, as of their arrival", async () => {
    const world = await corrected(
      [
        [["2*x", 1]],
        [
          ["y", 2],
          ["2*x", late],
          ["2*y", late],
        ],
      ],
      misnamedProblem,
    );
    expect(await creditsOf(world)).toEqual([0, 0.8]);
    const regradeId = await applied(world, "raise");
    expect(await creditsOf(world)).toEqual([1, 0.8]);
    const rows = await database().assigned.findMany({
      where: { id: { in: [...world.assigned] } },
      orderBy: { credit: "desc" },
    });
    expect(rows.map(({ attempts, firstRight }) => [attempts, firstRight])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    await undoRegrade(world.instructor, regradeId);
    await runRegrade(regradeId);
    expect(await creditsOf(world)).toEqual([0, 0.8]);
  });

  it("asks the students for the correct problem from then on, tells them once, and moves what they are known to be able to", async () => {
    const world = await class5();
    const [wronged, , , unread] = world.students;
    if (!wronged || !unread) throw new Error("the course has students");
    const before = await loadEstimates(wronged.personId);
    const regradeId = await applied(world, "raise");
    await runRegrade(regradeId);
    const rows = await database().assigned.findMany({ where: { id: { in: [...world.assigned] } } });
    expect(new Set(rows.map(({ versionId }) => versionId))).toEqual(new Set([world.versionId]));
    expect(await loadEstimates(wronged.personId)).not.toEqual(before);
    const [message, ...others] = await listMessages(wronged);
    expect(others).toEqual([]);
    expect(message?.text).toBe(
      "“The squared length” in First sheet: the problem was corrected, and your answers were graded again. Your points for it went from 0 to 2, of 2.",
    );
    expect(await listMessages(unread)).toEqual([]);
    await readMessages(wronged, message?.id ?? "");
    expect(await listMessages(wronged)).toEqual([]);
  });

  it("is undone by appending, tells the students, and only once", async () => {
    const world = await class5();
    const grades = await newestGrades(world);
    const regradeId = await applied(world, "replace");
    expect(await undoRegrade(world.instructor, regradeId)).toEqual({ ok: true, value: null });
    await runRegrade(regradeId);
    expect(await getRegrade(world.instructor, regradeId)).toMatchObject({ ok: true, value: { state: "undone" } });
    expect(await creditsOf(world)).toEqual([0, 0, 1, 0, 0]);
    const after = await newestGrades(world);
    expect(after.slice(0, grades.length)).toEqual(grades);
    expect(after).toHaveLength(grades.length + 6);
    const rows = await database().assigned.findMany({ where: { id: { in: [...world.assigned] } } });
    expect(rows.some(({ versionId }) => versionId === world.versionId)).toBe(false);
    const [newest] = world.students[0] ? await listMessages(world.students[0]) : [];
    expect(newest?.text).toContain("taken back. Your points for it went from 2 to 0, of 2.");
    expect(await undoRegrade(world.instructor, regradeId)).toMatchObject({ ok: false, error: { code: "refused" } });
  });

  it("cannot be undone after 30 days, nor below a later one", async () => {
    const world = await class5();
    const first = await applied(world, "raise");
    const inTime = Date.now() + 29 * 86_400_000;
    expect(await undoRegrade(world.instructor, first, new Date(inTime + 2 * 86_400_000))).toMatchObject({
      ok: false,
      error: { code: "refused", message: expect.stringContaining("30 days") },
    });
    const second = await applied(world, "full");
    expect(await undoRegrade(world.instructor, first)).toMatchObject({
      ok: false,
      error: { code: "refused", message: expect.stringContaining("Undo that one first") },
    });
    await undoRegrade(world.instructor, second, new Date(inTime));
    await runRegrade(second);
    expect(await undoRegrade(world.instructor, first)).toEqual({ ok: true, value: null });
  });

  it("that failed goes on from where it was", async () => {
    const world = await class5();
    const regradeId = await started(world);
    const fail = () => database().regrade.update({ where: { id: regradeId }, data: { state: "failed" } });
    await fail();
    expect(await applyRegrade(world.instructor, regradeId, "raise")).toMatchObject({ ok: false });
    expect(await retryRegrade(world.instructor, regradeId)).toEqual({ ok: true, value: null });
    await runRegrade(regradeId);
    await applyRegrade(world.instructor, regradeId, "raise");
    await runSteps(regradeId, 2);
    await fail();
    await retryRegrade(world.instructor, regradeId);
    await runRegrade(regradeId);
    expect(await creditsOf(world)).toEqual([1, 0.8, 1, 0, 0]);
    await undoRegrade(world.instructor, regradeId);
    await runSteps(regradeId, 2);
    await fail();
    await retryRegrade(world.instructor, regradeId);
    await runRegrade(regradeId);
    expect(await creditsOf(world)).toEqual([0, 0, 1, 0, 0]);
  });

  it("is found again after a crash", async () => {
    const world = await corrected([[["2*x", 1]]]);
    const regradeId = await started(world);
    await database().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    await continueRegrades();
    const jobs = await database().$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs`;
    expect(jobs.map(({ key }) => key)).toContain(`regrade ${regradeId}`);
  });

  it("keeps its numbers to itself while the students may not know theirs", async () => {
    const world = await corrected([[["2*x", 1]]]);
    await database().assignment.update({ where: { id: world.assignmentId }, data: { shownOpen: "receipt" } });
    await applied(world, "raise");
    const [message] = world.students[0] ? await listMessages(world.students[0]) : [];
    expect(message?.text).toBe(
      "“The squared length” in First sheet: the problem was corrected, and your answers were graded again.",
    );
  });
});

describe("a regrade of practice", () => {
  const practise = async (learner: Somebody, problemId: string, text: string) => {
    const problem = await getProblem(learner, problemId);
    if (!problem.ok) throw new Error(problem.error.message);
    const { versionId, variant } = problem.value;
    const input = { problemId, versionId, asked: variant.name, text, syntax: "text" as const };
    await submitAnswer(learner, { ...input, idempotencyKey: crypto.randomUUID() });
  };
  const standing = (learner: Somebody, problemId: string) =>
    database().progress.findUniqueOrThrow({ where: { personId_problemId: { personId: learner.personId, problemId } } });

  it("says anew what is solved, tells who is concerned, and can be undone; killed or not", async () => {
    const problemId = "squared-length";
    await loadTestBank([mistakenProblem]);
    const [right, unread, wrong] = [await somebody(), await somebody(), await somebody()];
    await practise(right, problemId, "x");
    await practise(right, problemId, "2*x");
    await practise(unread, problemId, "2*x");
    await practise(wrong, problemId, "3*x");
    await loadTestBank([lengthProblem]);
    const { currentVersionId } = await database().problem.findUniqueOrThrow({ where: { id: problemId } });
    const admin = await somebody("admin");
    const reply = await startRegrade(admin, { problemId, courseId: null, versionId: currentVersionId ?? "" });
    const regradeId = reply.ok ? reply.value.regradeId : "";
    await runRegrade(regradeId);
    await applyRegrade(admin, regradeId, "raise");
    for (let tries = 0; tries < 40; tries++) await runSteps(regradeId, 3);
    await runRegrade(regradeId);
    expect(await getRegrade(admin, regradeId)).toMatchObject({ ok: true, value: { state: "applied" } });
    expect(await standing(right, problemId)).toMatchObject({ attempts: 2, firstRight: 2, solved: true });
    expect(await standing(unread, problemId)).toMatchObject({ attempts: 1, firstRight: 1, solved: true });
    expect(await standing(wrong, problemId)).toMatchObject({ attempts: 1, firstRight: null, solved: false });
    expect((await listMessages(right)).map(({ text }) => text)).toEqual([
      "“The squared length”: the problem was corrected, and your answers were graded again. It now counts as solved.",
    ]);
    expect(await listMessages(wrong)).toEqual([]);
    await undoRegrade(admin, regradeId);
    await runRegrade(regradeId);
    expect(await standing(right, problemId)).toMatchObject({ attempts: 2, firstRight: null, solved: false });
    expect(await listMessages(right)).toHaveLength(2);
  });
});

describe("who may regrade", () => {
  it("instructors of the course alone", async () => {
    const world = await corrected([[["2*x", 1]]]);
    const regradeId = await started(world);
    await runRegrade(regradeId);
    const { courseId, versionId, assistant, students } = world;
    const where = { problemId: "squared-length", courseId };
    const left = await enrolled(courseId, "instructor");
    await database().enrolment.updateMany({ where: { personId: left.personId }, data: { leftAt: new Date() } });
    const refusals: readonly [Corrected["instructor"], string][] = [
      [assistant, "refused"],
      [students[0] ?? assistant, "refused"],
      [await somebody("instructor"), "not-found"],
      [left, "not-found"],
    ];
    for (const [viewer, code] of refusals) {
      const replies = await Promise.all([
        getRegradeStart(viewer, where),
        startRegrade(viewer, { ...where, versionId }),
        listRegrades(viewer, courseId),
        getRegrade(viewer, regradeId),
        applyRegrade(viewer, regradeId, "raise"),
        undoRegrade(viewer, regradeId),
      ]);
      expect(replies.map((reply) => (reply.ok ? "done" : reply.error.code))).toEqual(replies.map(() => code));
    }
    expect(await getRegrade(await somebody("admin"), regradeId)).toMatchObject({ ok: true });
  });

  it("without a course its author, and admins; but not in courses that are not theirs", async () => {
    const world = await corrected([[["2*x", 1]]]);
    const author = await somebody("instructor");
    await database().problem.update({ where: { id: "squared-length" }, data: { authorId: author.personId } });
    const everywhere = { problemId: "squared-length", courseId: null };
    expect(await getRegradeStart(world.instructor, everywhere)).toMatchObject({
      ok: false,
      error: { code: "not-found" },
    });
    expect(await getRegradeStart(author, everywhere)).toMatchObject({ ok: true, value: { answers: 0 } });
    const admin = await somebody("admin");
    const reply = await startRegrade(admin, { ...everywhere, versionId: world.versionId });
    const regradeId = reply.ok ? reply.value.regradeId : "";
    await runRegrade(regradeId);
    expect(await getRegrade(author, regradeId)).toMatchObject({ ok: false, error: { code: "not-found" } });
    const found = await getRegrade(admin, regradeId);
    expect(found.ok && (found.value.outcome?.answers ?? 0) > 0).toBe(true);
    await database().problem.update({ where: { id: "squared-length" }, data: { authorId: null } });
  });

  it("is refused what is nothing", async () => {
    const world = await corrected([[]]);
    const regradeId = await started(world);
    const again = await startRegrade(world.instructor, {
      problemId: "squared-length",
      courseId: world.courseId,
      versionId: world.versionId,
    });
    expect(again).toMatchObject({ ok: false, error: { code: "refused" } });
    await runRegrade(regradeId);
    expect(await applyRegrade(world.instructor, regradeId, "worse")).toMatchObject({
      ok: false,
      error: { code: "refused" },
    });
    for (const id of ["", "x", "0", "' OR 1=1"]) {
      expect(await getRegrade(world.instructor, id)).toMatchObject({ ok: false, error: { code: "not-found" } });
      expect(
        await startRegrade(world.instructor, { problemId: "squared-length", courseId: world.courseId, versionId: id }),
      ).toMatchObject({ ok: false, error: { code: "not-found" } });
    }
    const [first] = world.students;
    expect(first && (await problemsOf(first, world.assignmentId))).toHaveLength(1);
  });
});
