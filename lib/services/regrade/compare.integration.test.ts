import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase, database } from "../../store";
import { getRegrade, startRegrade } from "./regrades";
import { runRegrade } from "./run";
import { classOf5, corrected, creditsOf, gradesOf, started } from "./test-regrade";

afterAll(closeDatabase);

describe("a dry run", () => {
  it("says who changes, from what to what, why, and what the totals come to, and writes no grade", async () => {
    const world = await classOf5();
    const before = await gradesOf(world);
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
          undecided: 0,
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
    expect(await gradesOf(world)).toEqual(before);
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
