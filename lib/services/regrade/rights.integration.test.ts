import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase, database } from "../../store";
import { problemsOf } from "../assignments/test-assignment";
import { enrolled } from "../courses/test-course";
import { somebody } from "../test-world";
import { applyRegrade, getRegrade, getRegradeStart, listRegrades, startRegrade, undoRegrade } from "./regrades";
import { runRegrade } from "./run";
import { type Corrected, corrected, started } from "./test-regrade";

afterAll(closeDatabase);

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
