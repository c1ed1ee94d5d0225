import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase, database } from "../../store";
import { getProblem } from "../catalogue";
import type { Somebody } from "../courses/test-course";
import { listMessages } from "../messages";
import { submitAnswer } from "../submissions";
import { lengthProblem, loadTestBank, somebody } from "../test-world";
import { applyRegrade, getRegrade, startRegrade, undoRegrade } from "./regrades";
import { runRegrade } from "./run";
import { mistakenProblem, runSteps } from "./test-regrade";

afterAll(closeDatabase);

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
