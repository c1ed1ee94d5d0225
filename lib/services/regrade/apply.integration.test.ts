import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase, database } from "../../store";
import { problemsOf } from "../assignments/test-assignment";
import { enrolled } from "../courses/test-course";
import { loadEstimates } from "../mastery/estimates";
import { listMessages, readMessages } from "../messages";
import { applyRegrade, getRegrade, undoRegrade } from "./regrades";
import { runRegrade } from "./run";
import { applied, classOf5, corrected, creditsOf, gradesOf, late, misnamedProblem, started } from "./test-regrade";
import type { RegradeMode } from "./views";

afterAll(closeDatabase);

describe("a regrade", () => {
  it.each<[RegradeMode, number[], string[], boolean, boolean, number]>([
    ["raise", [1, 0.8, 1, 0, 0], ["0 → 1.6", "0 → 2"], false, false, 2],
    ["replace", [1, 0.8, 0, 0, 0], ["0 → 1.6", "0 → 2", "2 → 0"], false, false, 3],
    ["full", [0, 0, 1, 0, 0], ["0 → 2", "0 → 2", "0 → 2", "0 → 2"], true, false, 0],
    ["drop", [0, 0, 1, 0, 0], ["0 → ", "0 → ", "0 → ", "0 → ", "2 → "], false, true, 0],
  ])("that is to %s leaves the credits %j", async (mode, credits, points, full, dropped, added) => {
    const world = await classOf5();
    const before = await gradesOf(world);
    const regradeId = await applied(world, mode);
    expect(await getRegrade(world.instructor, regradeId)).toMatchObject({
      ok: true,
      value: { state: "applied", mode },
    });
    const reply = await getRegrade(world.instructor, regradeId);
    const told = reply.ok ? reply.value.result?.students.map(({ before, after }) => [before, after].join(" → ")) : [];
    expect(told?.toSorted()).toEqual(points);
    expect(await creditsOf(world)).toEqual(credits);
    const rows = await database().assigned.findMany({ where: { id: { in: [...world.assigned] } } });
    expect(new Set(rows.map((row) => [row.full, row.dropped].join()))).toEqual(new Set([[full, dropped].join()]));
    const grades = await gradesOf(world);
    expect(grades.slice(0, before.length)).toEqual(before);
    expect(grades.slice(before.length)).toHaveLength(added);
  });

  it.each<[RegradeMode, { full: boolean; dropped: boolean }]>([
    ["full", { full: true, dropped: false }],
    ["drop", { full: false, dropped: true }],
    ["raise", { full: false, dropped: false }],
  ])("that is to %s holds for who gets the problem later, and is taken back for them too", async (mode, held) => {
    const world = await corrected([[["2*x", 1]]]);
    const regradeId = await applied(world, mode);
    const newcomer = await enrolled(world.courseId);
    const [id = ""] = await problemsOf(newcomer, world.assignmentId);
    expect(await database().assigned.findUnique({ where: { id } })).toMatchObject(held);
    await undoRegrade(world.instructor, regradeId);
    await runRegrade(regradeId);
    expect(await database().assigned.findUnique({ where: { id } })).toMatchObject({ full: false, dropped: false });
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
    const world = await classOf5();
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
