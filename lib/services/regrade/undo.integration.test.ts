import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase, database } from "../../store";
import { listMessages } from "../messages";
import { applyRegrade, getRegrade, retryRegrade, undoRegrade } from "./regrades";
import { continueRegrades, runRegrade } from "./run";
import { applied, classOf5, corrected, creditsOf, gradesOf, runSteps, started } from "./test-regrade";

afterAll(closeDatabase);

describe("a regrade", () => {
  it.each([1, 2, 4, 6])("that is killed after %d steps, again and again, comes to the same end", async (steps) => {
    const world = await classOf5();
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

  it("is undone by appending, tells the students, and only once", async () => {
    const world = await classOf5();
    const grades = await gradesOf(world);
    const regradeId = await applied(world, "replace");
    expect(await undoRegrade(world.instructor, regradeId)).toEqual({ ok: true, value: null });
    await runRegrade(regradeId);
    expect(await getRegrade(world.instructor, regradeId)).toMatchObject({ ok: true, value: { state: "undone" } });
    expect(await creditsOf(world)).toEqual([0, 0, 1, 0, 0]);
    const after = await gradesOf(world);
    expect(after.slice(0, grades.length)).toEqual(grades);
    expect(after).toHaveLength(grades.length + 6);
    const rows = await database().assigned.findMany({ where: { id: { in: [...world.assigned] } } });
    expect(rows.some(({ versionId }) => versionId === world.versionId)).toBe(false);
    const [newest] = world.students[0] ? await listMessages(world.students[0]) : [];
    expect(newest?.text).toContain("taken back. Your points for it went from 2 to 0, of 2.");
    expect(await undoRegrade(world.instructor, regradeId)).toMatchObject({ ok: false, error: { code: "refused" } });
  });

  it("cannot be undone after 30 days, nor below a later one", async () => {
    const world = await classOf5();
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
    const world = await classOf5();
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
});
