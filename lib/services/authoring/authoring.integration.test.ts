import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "../../auth";
import { closeDatabase, database } from "../../store";
import {
  getAuthoredProblem,
  getProblem,
  getTopic,
  listAuthoredProblems,
  listProblemAnswers,
  type ProblemDraft,
  previewProblem,
  publishProblem,
  saveDraft,
  submitAnswer,
} from "../index";
import { guest, loadTestBank, nobody, somebody } from "../test-world";

beforeAll(() => loadTestBank());
afterAll(closeDatabase);

const draft: ProblemDraft = {
  title: "A trace",
  topicId: "hessian",
  statement: "Differentiate $\\operatorname{tr}(AX)$ by $X$.",
  variables: [
    { name: "A", shape: "n x m", assume: "" },
    { name: "", shape: "", assume: "" },
    { name: "X", shape: "m × n", assume: "" },
  ],
  function: "tr(A*X)",
  wrt: "X",
  policy: "denominator",
  sampleAnswer: "A'",
};

async function published(viewer: Viewer, change: Partial<ProblemDraft> = {}, problemId?: string) {
  const reply = await publishProblem(viewer, { ...draft, ...change }, problemId);
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value;
}

describe("who may teach", () => {
  it("is no student, no guest and nobody else: for them the pages do not exist", async () => {
    const author = await somebody("instructor");
    const { problemId } = await published(author);
    for (const viewer of [await somebody("student"), guest(), nobody()]) {
      const replies = await Promise.all([
        listAuthoredProblems(viewer),
        listProblemAnswers(viewer, problemId),
        getAuthoredProblem(viewer, problemId),
        previewProblem(viewer, draft),
        saveDraft(viewer, draft),
        saveDraft(viewer, draft, problemId),
        publishProblem(viewer, draft),
        publishProblem(viewer, draft, problemId),
      ]);
      for (const reply of replies) expect(reply).toMatchObject({ ok: false, error: { code: "not-found" } });
    }
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
        (await saveDraft(viewer, draft, problemId)).ok,
      ];
    };
    expect(await seen(author)).toEqual([true, true, true, true]);
    expect(await seen(admin)).toEqual([true, true, true, true]);
    expect(await seen(colleague)).toEqual([false, false, false, false]);
  });

  it("reads the bank's problems and their answers, but does not edit them here", async () => {
    const viewer = await somebody("instructor");
    expect(await listProblemAnswers(viewer, "quadratic-form")).toMatchObject({
      ok: true,
      value: { problem: { fromBank: true } },
    });
    for (const reply of [
      await getAuthoredProblem(viewer, "quadratic-form"),
      await publishProblem(viewer, draft, "quadratic-form"),
    ]) {
      expect(reply).toMatchObject({ ok: false, error: { code: "not-found" } });
    }
  });
});

describe("a preview", () => {
  it("shows the truth's shape and a sample in both layouts, and stores nothing", async () => {
    const author = await somebody("instructor");
    const reply = await previewProblem(author, draft);
    if (!reply.ok) throw new Error(JSON.stringify(reply.error));
    const { numerator, denominator, at } = reply.value;
    expect([numerator.shape, denominator.shape]).toEqual(["n × m matrix", "m × n matrix"]);
    expect(numerator.sample).toEqual(at.A);
    expect(denominator.sample).toEqual(at.A?.[0]?.map((_, j) => at.A?.map((row) => row[j])));
    expect(await database().problem.count({ where: { authorId: author.personId } })).toBe(0);
  });

  it("says the same twice", async () => {
    const author = await somebody("instructor");
    expect(await previewProblem(author, draft)).toEqual(await previewProblem(author, draft));
  });

  const variable = (name: string, shape: string, assume = "") => ({ variables: [{ name, shape, assume }] });

  it.each<[Partial<ProblemDraft>, string, object?]>([
    [{ function: "tr(A*X" }, "function", { start: 2, end: 3 }],
    [{ function: "tr(A*Y)" }, "function", { start: 5, end: 6 }],
    [{ function: "A + X" }, "function"],
    [{ function: "" }, "function"],
    [{ function: "A*X" }, "function"],
    [{ wrt: "Z" }, "wrt"],
    [{ wrt: "" }, "wrt"],
    [{ policy: "column" }, "policy"],
    [{ ...variable("2x", "n"), wrt: "2x" }, "variables.0.name"],
    [{ variables: [...draft.variables, { name: "A", shape: "n", assume: "" }] }, "variables.3.name"],
    [variable("X", "n x m x p"), "variables.0.shape"],
    [variable("X", "-2"), "variables.0.shape"],
    [variable("X", "m x n", "friendly"), "variables.0.assume"],
    [variable("X", "m x n", "symmetric"), "variables.0.assume"],
    [{ statement: "x".repeat(20_001) }, "statement"],
    [{ function: "(".repeat(5_000) }, "function"],
    [{ function: "x\0" }, "function"],
  ])("of %j complains at %s", async (change, field, place = {}) => {
    const reply = await previewProblem(await somebody("instructor"), { ...draft, ...change });
    expect(reply).toMatchObject({
      ok: false,
      error: { code: "refused", fields: { [field]: { message: expect.stringMatching(/.{5,}/), ...place } } },
    });
  });

  it.each([
    ["", "scalar"],
    ["n", "n × 1 column"],
    ["3", "3 × 1 column"],
    ["m x n", "m × n matrix"],
    ["m×n", "m × n matrix"],
    ["(m, n)", "m × n matrix"],
    ["2x3", "2 × 3 matrix"],
  ])("reads the shape %j", async (shape, expected) => {
    const change = {
      variables: [{ name: "x", shape, assume: "" }],
      function: shape === "" ? "x^2" : "sum(x)",
      wrt: "x",
    };
    const reply = await previewProblem(await somebody("instructor"), { ...draft, ...change });
    expect(reply).toMatchObject({ ok: true, value: { denominator: { shape: expected } } });
  });
});

describe("a draft", () => {
  it("is kept as it was typed, however unfinished, and is seen by no learner", async () => {
    const author = await somebody("instructor");
    const unfinished = { ...draft, title: "", function: "tr(A*", variables: [{ name: "?", shape: "(", assume: "x" }] };
    const saved = await saveDraft(author, unfinished);
    const problemId = saved.ok ? saved.value.problemId : "";
    expect(await getAuthoredProblem(author, problemId)).toMatchObject({
      ok: true,
      value: { draft: unfinished, versionNumber: null, unpublishedChanges: true },
    });
    expect(await getProblem(author, problemId)).toMatchObject({ ok: false, error: { code: "not-found" } });
    const topic = await getTopic(author, "hessian");
    expect(topic.ok && topic.value.problems.some(({ id }) => id === problemId)).toBe(false);
  });

  it("is none where it says what is published", async () => {
    const author = await somebody("instructor");
    const { problemId } = await published(author);
    const opened = await getAuthoredProblem(author, problemId);
    if (!opened.ok) throw new Error("the problem is gone");
    const state = async () => {
      const reply = await getAuthoredProblem(author, problemId);
      return reply.ok && reply.value.unpublishedChanges;
    };
    await saveDraft(author, { ...opened.value.draft, title: "Another" }, problemId);
    expect(await state()).toBe(true);
    await saveDraft(author, opened.value.draft, problemId);
    expect(await state()).toBe(false);
  });
});

describe("publishing", () => {
  it("opens the problem to learners, whose answers its author reads", async () => {
    const [author, student] = [await somebody("instructor"), await somebody()];
    const { problemId, versionNumber } = await published(author);
    expect(versionNumber).toBe(1);
    const problem = await getProblem(student, problemId);
    if (!problem.ok) throw new Error("the problem is not published");
    expect(problem.value).toMatchObject({
      title: "A trace",
      wrt: "X",
      topic: { id: "hessian" },
      solution: null,
    });
    const sent = { problemId, versionId: problem.value.versionId, syntax: "text" as const, asked: "" };
    await submitAnswer(student, { ...sent, text: "A", idempotencyKey: "1" });
    await submitAnswer(student, { ...sent, text: "A'", idempotencyKey: "2" });
    expect(await listProblemAnswers(author, problemId)).toMatchObject({
      ok: true,
      value: {
        problem: { answers: 2, people: 1, solvedBy: 1 },
        answers: [
          { text: "A'", feedback: { outcome: "right" }, person: { id: student.personId } },
          { text: "A", feedback: { outcome: "other-layout" } },
        ],
        more: false,
      },
    });
  });

  it.each<[string, Partial<ProblemDraft>]>([
    ["wrong", { sampleAnswer: "2*A'" }],
    ["right in the other layout alone", { sampleAnswer: "A" }],
    ["unreadable", { sampleAnswer: "A'*" }],
    ["missing", { sampleAnswer: " " }],
  ])("is refused where the sample answer is %s", async (_, change) => {
    const author = await somebody("instructor");
    const reply = await publishProblem(author, { ...draft, ...change });
    expect(reply).toMatchObject({ ok: false, error: { code: "refused", fields: { sampleAnswer: expect.anything() } } });
    expect(await database().problem.count({ where: { authorId: author.personId } })).toBe(0);
  });

  it("says all that is wrong at once, and keeps the draft of a problem that is there", async () => {
    const author = await somebody("instructor");
    const { problemId } = await published(author);
    const wrong = { ...draft, title: "", statement: " ", topicId: "nowhere", function: "tr(", wrt: "Q" };
    const reply = await publishProblem(author, wrong, problemId);
    expect(reply.ok ? [] : Object.keys(reply.error.fields ?? {}).sort()).toEqual([
      "statement",
      "title",
      "topicId",
      "wrt",
    ]);
    expect(await getAuthoredProblem(author, problemId)).toMatchObject({ value: { draft: wrong, versionNumber: 1 } });
    expect(await getProblem(author, problemId)).toMatchObject({ value: { title: "A trace", versionNumber: 1 } });
  });

  it("tests every problem with copies of the answer that must be wrong, also where the derivative is zero", async () => {
    const author = await somebody("instructor");
    const { problemId } = await published(author);
    const zero = await published(author, {
      function: "tr(A)",
      wrt: "X",
      variables: [
        { name: "A", shape: "n x n", assume: "" },
        { name: "X", shape: "m", assume: "" },
      ],
      sampleAnswer: "0",
    });
    const spoiledOf = async (id: string) => {
      const version = await database().problemVersion.findFirstOrThrow({ where: { problemId: id } });
      return (version.spoiled as { answer: string }[]).map(({ answer }) => answer);
    };
    expect(await spoiledOf(problemId)).toEqual(["(A') + ones(m, n)", "zeros(m, n)", "2*(A')"]);
    expect(await spoiledOf(zero.problemId)).toHaveLength(1);
  });

  it("an edit makes the next version, and the one before stays as it was", async () => {
    const author = await somebody("instructor");
    const { problemId } = await published(author);
    const first = await database().problemVersion.findFirstOrThrow({ where: { problemId } });
    expect((await published(author, { title: "The trace" }, problemId)).versionNumber).toBe(2);
    expect(await database().problemVersion.findUnique({ where: { id: first.id } })).toEqual(first);
    expect(await getProblem(author, problemId)).toMatchObject({ value: { title: "The trace", versionNumber: 2 } });
  });

  it("of the same content makes no version, and two at once make two", async () => {
    const author = await somebody("instructor");
    const { problemId } = await published(author);
    expect((await published(author, {}, problemId)).versionNumber).toBe(1);
    const both = await Promise.all(["One", "Two"].map((title) => published(author, { title }, problemId)));
    expect(both.map(({ versionNumber }) => versionNumber).sort()).toEqual([2, 3]);
  });
});
