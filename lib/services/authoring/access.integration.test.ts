import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../../auth";
import { closeDatabase, database } from "../../store";
import {
  getAuthoredProblem,
  getAuthoringChoices,
  getHistory,
  getProblem,
  getStart,
  listAuthoredProblems,
  listProblemAnswers,
  lookAtDraft,
  publishProblem,
  restoreDraft,
  saveDraft,
  shareProblem,
  tryAnswer,
} from "../index";
import { guest, loadTestBank, nobody, somebody } from "../test-world";
import { traceDraft as draft, published } from "./test-draft";

beforeAll(() => loadTestBank());
afterAll(closeDatabase);

describe("who may teach", () => {
  it("is no student, no guest and nobody else: for them the pages do not exist", async () => {
    const author = await somebody("instructor");
    const { problemId } = await published(author);
    const input = { problemId, revision: 2, draft };
    for (const viewer of [await somebody("student"), guest(), nobody()]) {
      const replies = await Promise.all([
        listAuthoredProblems(viewer),
        listProblemAnswers(viewer, problemId),
        getAuthoredProblem(viewer, problemId),
        getAuthoringChoices(viewer, problemId),
        getHistory(viewer, problemId),
        getStart(viewer, "quadratic-form"),
        restoreDraft(viewer, problemId, "1"),
        shareProblem(viewer, problemId, null),
        lookAtDraft(viewer, draft, { problemId }),
        tryAnswer(viewer, draft, { text: "A", syntax: "text", variant: 0, problemId }),
        saveDraft(viewer, input),
        saveDraft(viewer, { ...input, problemId: v7(), revision: null }),
        publishProblem(viewer, { ...input, problemId: v7(), revision: null }),
        publishProblem(viewer, input),
      ]);
      for (const reply of replies) expect(reply).toMatchObject({ ok: false, error: { code: "not-found" } });
    }
    expect(await getProblem(nobody(), problemId)).toMatchObject({ value: { versionNumber: 1 } });
  });

  it("sees and edits their own problems and not those of others; an admin sees all", async () => {
    const [author, colleague, admin] = [
      await somebody("instructor"),
      await somebody("instructor"),
      await somebody("admin"),
    ];
    const { problemId } = await published(author);
    const seen = async (viewer: Viewer) => {
      const listed = await listAuthoredProblems(viewer);
      return [
        listed.ok && listed.value.some(({ id }) => id === problemId),
        (await listProblemAnswers(viewer, problemId)).ok,
        (await getAuthoredProblem(viewer, problemId)).ok,
        (await saveDraft(viewer, { problemId, revision: 2, draft })).ok,
      ];
    };
    expect(await seen(author)).toEqual([true, true, true, true]);
    expect(await seen(admin)).toEqual([true, true, true, true]);
    expect(await seen(colleague)).toEqual([false, false, false, false]);
  });

  it("edits a colleague's problem where it belongs to a course of theirs, for as long as they are an instructor there", async () => {
    const [author, colleague, assistant] = [
      await somebody("instructor"),
      await somebody("student"),
      await somebody("instructor"),
    ];
    const course = await database().course.create({ data: { title: "Shared", joinCode: v7() } });
    const enrol = (personId: string, role: "instructor" | "assistant") =>
      database().enrolment.create({ data: { courseId: course.id, personId, role } });
    await enrol(author.personId, "instructor");
    await enrol(assistant.personId, "assistant");
    const enrolment = await enrol(colleague.personId, "instructor");
    const { problemId } = await published(author);
    expect(await shareProblem(assistant, problemId, course.id)).toMatchObject({ error: { code: "not-found" } });
    expect((await getAuthoredProblem(colleague, problemId)).ok).toBe(false);

    expect(await shareProblem(author, problemId, course.id)).toEqual({ ok: true, value: { courseId: course.id } });
    expect((await getAuthoredProblem(colleague, problemId)).ok).toBe(true);
    expect((await getAuthoredProblem(assistant, problemId)).ok).toBe(false);
    expect(await shareProblem(colleague, problemId, null)).toMatchObject({ error: { code: "refused" } });

    await database().enrolment.update({ where: { id: enrolment.id }, data: { role: "assistant" } });
    expect((await getAuthoredProblem(colleague, problemId)).ok).toBe(false);
  });

  it("reads the bank's problems and their answers, but does not edit them here", async () => {
    const viewer = await somebody("instructor");
    expect(await listProblemAnswers(viewer, "quadratic-form")).toMatchObject({
      ok: true,
      value: { problem: { fromBank: true } },
    });
    for (const reply of [
      await getAuthoredProblem(viewer, "quadratic-form"),
      await saveDraft(viewer, { problemId: "quadratic-form", revision: 0, draft }),
    ]) {
      expect(reply).toMatchObject({ ok: false, error: { code: "not-found" } });
    }
  });
});
