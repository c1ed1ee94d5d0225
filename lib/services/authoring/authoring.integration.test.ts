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
  getTopic,
  listAuthoredProblems,
  listProblemAnswers,
  lookAtDraft,
  type ProblemDraft,
  type PublishStep,
  publishInSteps,
  publishProblem,
  restoreDraft,
  saveDraft,
  shareProblem,
  submitAnswer,
  tryAnswer,
} from "../index";
import { guest, loadTestBank, nobody, somebody } from "../test-world";
import { traceDraft as draft, kept, publish, published } from "./test-draft";

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

describe("a look at a draft", () => {
  const look = async (change: Partial<ProblemDraft> = {}, variant = 0) => {
    const reply = await lookAtDraft(await somebody("instructor"), { ...draft, ...change }, { variant });
    if (!reply.ok) throw new Error(JSON.stringify(reply.error));
    return reply.value;
  };

  it("shows the truth's shape, a sample and central differences in both layouts, and stores nothing", async () => {
    const author = await somebody("instructor");
    const reply = await lookAtDraft(author, draft);
    const truth = reply.ok ? reply.value.truth : null;
    if (!truth) throw new Error(JSON.stringify(reply));
    const { numerator, denominator, at, gap } = truth;
    expect([numerator.shape, denominator.shape]).toEqual(["n × m matrix", "m × n matrix"]);
    expect(numerator.sample).toEqual(at.A);
    expect(denominator.sample).toEqual(at.A?.[0]?.map((_, j) => at.A?.map((row) => row[j])));
    expect(gap).toBeLessThan(1e-6);
    expect(await database().problem.count({ where: { authorId: author.personId } })).toBe(0);
  });

  it("shows what a student sees while title, topic and answers are still missing", async () => {
    const { student, answers } = await look({ title: "", topicId: "", denominator: "" });
    expect(student).toMatchObject({
      wrt: "X",
      form: "derivative",
      field: { kind: "expression" },
      statement: [{ kind: "prose", markdown: draft.statement }],
    });
    expect(answers).toEqual([]);
  });

  it("checks right and wrong answers as typed", async () => {
    const { answers, spoiled } = await look({
      numerator: "2*A",
      spoiled: [
        { answer: "A", slip: "None: it is right in the other layout." },
        { answer: "2*A", slip: "Doubles." },
      ],
    });
    expect(answers).toMatchObject([
      { field: "numerator", right: false },
      { field: "denominator", right: true },
    ]);
    expect(spoiled).toMatchObject([
      { at: 0, refused: false },
      { at: 1, refused: true },
    ]);
  });

  it("offers ten typical wrong answers, each with a diagnosis of its own", async () => {
    const quadratic = {
      variables: [
        { name: "x", shape: "n", assume: "" },
        { name: "A", shape: "n x n", assume: "" },
      ],
      function: "x'*A*x",
      wrt: "x",
      denominator: "(A + A')*x",
    };
    const { typical } = await look(quadratic);
    expect(typical.length).toBeGreaterThanOrEqual(8);
    expect(typical.length).toBeLessThanOrEqual(10);
    for (const { outcome } of typical) expect(["wrong", "not-counted"]).toContain(outcome);
    expect(typical.find(({ slip }) => slip === "sign")).toMatchObject({ answer: expect.stringMatching(/^-/) });
    expect(new Set(typical.map(({ lines, title }) => lines[0] ?? title)).size).toBeGreaterThan(5);
  });

  it("knows that the layouts cannot be told apart", async () => {
    const power = { variables: [{ name: "x", shape: "", assume: "" }], function: "x^2", wrt: "x", denominator: "2*x" };
    expect((await look(power)).alike).toBe(true);
    expect((await look()).alike).toBe(false);
  });

  it("shows three variants, and the chosen one as a student sees it", async () => {
    const drawn = {
      parameters: "k: { from: 2, to: 9 }",
      statement: "By @k.",
      function: "@k*tr(A*X)",
      denominator: "@k*A'",
    };
    const { variants, variantCount, student, answers } = await look(drawn, 1);
    expect(variantCount).toBe(8);
    expect(variants).toHaveLength(3);
    expect(student?.statement).toEqual(variants[1]?.statement);
    expect(answers).toMatchObject([{ right: true }]);
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
    [{ form: "limerick" }, "form"],
    [{ form: "value" }, "more"],
    [{ more: "at: [" }, "more", { start: 0, end: 5 }],
    [{ more: "where:\n  - n > m\nwrt: X" }, "more", { start: 17, end: 23 }],
    [{ more: "a: &a [*a]" }, "more"],
    [{ parameters: "k: { from: 9, to: 2 }" }, "parameters", { start: 0, end: 21 }],
    [{ function: "@k*tr(A*X)" }, "function"],
    [{ ...variable("2x", "n"), wrt: "2x" }, "variables.0.name"],
    [{ variables: [...draft.variables, { name: "A", shape: "n", assume: "" }] }, "variables.3.name"],
    [variable("X", "n x m x p"), "variables.0.shape"],
    [variable("X", "-2"), "variables.0.shape"],
    [variable("X", "m x n", "friendly"), "variables.0.assume"],
    [variable("X", "m x n", "symmetric"), "variables.0.assume"],
    [{ statement: "x".repeat(20_001) }, "statement"],
    [{ function: "(".repeat(5_000) }, "function"],
  ])("of %j complains at %s", async (change, field, place = {}) => {
    expect((await look(change)).complaints).toMatchObject({
      [field]: { message: expect.stringMatching(/.{5,}/), ...place },
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
    expect((await look(change)).truth).toMatchObject({ denominator: { shape: expected } });
  });

  it("grades any answer that is typed beside the form", async () => {
    const author = await somebody("instructor");
    const outcome = async (text: string) => {
      const reply = await tryAnswer(author, draft, { text, syntax: "text", variant: 0 });
      return reply.ok && reply.value.feedback.outcome;
    };
    expect(await Promise.all(["A'", "A", "2*A'", "A'*"].map(outcome))).toEqual([
      "right",
      "other-layout",
      "wrong",
      "not-counted",
    ]);
  });
});

describe("a draft", () => {
  it("is kept as it was typed, however unfinished, and is seen by no learner", async () => {
    const author = await somebody("instructor");
    const problemId = v7();
    const unfinished = { ...draft, title: "", function: "tr(A*", variables: [{ name: "?", shape: "(", assume: "x" }] };
    await kept(author, problemId, null, unfinished);
    expect(await getAuthoredProblem(author, problemId)).toMatchObject({
      ok: true,
      value: { draft: unfinished, versionNumber: null, unpublishedChanges: true, revision: 1 },
    });
    expect(await getProblem(author, problemId)).toMatchObject({ ok: false, error: { code: "not-found" } });
    const topic = await getTopic(author, "hessian");
    expect(topic.ok && topic.value.problems.some(({ id }) => id === problemId)).toBe(false);
  });

  it("is made once, however often its first keeping is sent", async () => {
    const author = await somebody("instructor");
    const problemId = v7();
    const all = await Promise.all([1, 2, 3].map(() => kept(author, problemId, null)));
    expect(all.map(({ kind, revision }) => [kind, revision])).toEqual([
      ["kept", 1],
      ["kept", 1],
      ["kept", 1],
    ]);
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
    const { revision } = opened.value;
    await kept(author, problemId, revision, { ...opened.value.draft, title: "Another" });
    expect(await state()).toBe(true);
    await kept(author, problemId, revision + 1, opened.value.draft);
    expect(await state()).toBe(false);
  });

  it("of two authors at once shows the second the first one's change, and writes nothing over", async () => {
    const [author, admin] = [await somebody("instructor"), await somebody("admin")];
    const problemId = v7();
    await kept(author, problemId, null);
    expect(await kept(admin, problemId, 1, { title: "Theirs" })).toMatchObject({ kind: "kept", revision: 2 });
    expect(await kept(author, problemId, 1, { title: "Mine" })).toMatchObject({
      kind: "changed",
      revision: 2,
      theirs: { title: "Theirs" },
      by: admin.name,
    });
    expect(await getAuthoredProblem(author, problemId)).toMatchObject({ value: { draft: { title: "Theirs" } } });
    expect(await publish(author, { title: "Mine" }, { problemId, revision: 1 })).toMatchObject({
      value: { kind: "changed" },
    });
  });

  it("keeps what gives way in the history, and takes it up again from there", async () => {
    const [author, admin] = [await somebody("instructor"), await somebody("admin")];
    const problemId = v7();
    await kept(author, problemId, null, { title: "First" });
    await kept(admin, problemId, 1, { title: "Second" });
    const history = await getHistory(author, problemId);
    if (!history.ok) throw new Error("no history");
    const [now, aside] = history.value.entries;
    expect([now, aside]).toMatchObject([
      { kind: "draft", by: admin.name },
      { kind: "kept", by: author.name },
    ]);
    expect(history.value.compared).toMatchObject({ before: { title: "First" }, after: { title: "Second" } });
    await restoreDraft(author, problemId, aside?.name ?? "");
    expect(await getAuthoredProblem(author, problemId)).toMatchObject({ value: { draft: { title: "First" } } });
    const titles = await database().keptDraft.findMany({ where: { problemId } });
    expect(titles.map(({ draft: each }) => (each as ProblemDraft).title).sort()).toEqual(["First", "Second"]);
  });
});

describe("beginning with another problem", () => {
  it("takes all that a problem of the bank says, which then is one's own", async () => {
    const author = await somebody("instructor");
    const start = await getStart(author, "quadratic-form");
    if (!start.ok) throw new Error(JSON.stringify(start.error));
    const { problemId } = await published(author, start.value);
    expect(problemId).not.toBe("quadratic-form");
    const [copy, original] = await Promise.all(
      [problemId, "quadratic-form"].map((id) =>
        database().problemVersion.findFirstOrThrow({ where: { problemId: id } }),
      ),
    );
    expect(copy?.contentHash).toBe(original?.contentHash);
  });

  it("does not show what a colleague has written", async () => {
    const { problemId } = await published(await somebody("instructor"));
    expect(await getStart(await somebody("instructor"), problemId)).toMatchObject({ error: { code: "not-found" } });
  });
});

describe("the history of a problem", () => {
  it("has every version with who published it, and takes an old one up as a draft", async () => {
    const author = await somebody("instructor");
    const { problemId } = await published(author);
    await published(author, { title: "The trace" }, { problemId, revision: 2 });
    const history = await getHistory(author, problemId);
    expect(history).toMatchObject({
      value: {
        entries: [
          { kind: "version", number: 2, by: author.name },
          { kind: "version", number: 1, by: author.name },
        ],
        compared: { before: { title: "A trace" }, after: { title: "The trace" } },
      },
    });
    expect(await restoreDraft(author, problemId, "1")).toMatchObject({ value: { kind: "kept" } });
    expect(await getAuthoredProblem(author, problemId)).toMatchObject({
      value: { draft: { title: "A trace" }, unpublishedChanges: true, versionNumber: 2 },
    });
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

  it.each<[string, Partial<ProblemDraft>, string]>([
    ["a wrong answer", { denominator: "2*A'" }, "denominator"],
    ["an answer that is right in the other layout alone", { denominator: "A" }, "denominator"],
    ["an answer that cannot be read", { denominator: "A'*" }, "denominator"],
    ["no answer", { denominator: " " }, "numerator"],
    ["a wrong answer that is right", { spoiled: [{ answer: "A'", slip: "None." }] }, "spoiled.0.answer"],
    ["a wrong answer without its slip", { spoiled: [{ answer: "A", slip: "" }] }, "spoiled.0.slip"],
    ["layouts said to be alike that are not", { alike: true }, "alike"],
    [
      "an answer that is right in one variant alone",
      { parameters: "k: { from: 1, to: 60 }", function: "@k*tr(A*X)" },
      "denominator",
    ],
    ["a parameter that nothing uses", { parameters: "k: { from: 1, to: 6 }" }, "parameters"],
    ["a script in the statement", { statement: "Find it.\n\n<script>alert(1)</script>" }, "statement"],
    ["a formula that cannot be set", { hints: ["", "Look at $\\frac{1$."] }, "hints.1"],
    [
      "a false claim in the solution",
      { solution: "```claims\nrows:\n  - { function: tr(A*X), wrt: X, answer: A }\n```" },
      "solution",
    ],
    ["a skill that nobody has heard of", { skills: ["juggling"] }, "skills"],
    ["the skill of another topic", { skills: ["collect-partials"] }, "skills"],
  ])("is refused for %s", async (_, change, field) => {
    const author = await somebody("instructor");
    const problemId = v7();
    const reply = await publish(author, change, { problemId });
    expect(reply).toMatchObject({ ok: false, error: { code: "refused", fields: { [field]: expect.anything() } } });
    expect(await getProblem(author, problemId)).toMatchObject({ ok: false });
    expect(await getAuthoredProblem(author, problemId)).toMatchObject({ value: { draft: { ...draft, ...change } } });
  });

  it("tells how far the problem's own test has come, variant by variant", async () => {
    const author = await somebody("instructor");
    const change = { parameters: "k: { from: 2, to: 99 }", function: "@k*tr(A*X)", denominator: "@k*A'" };
    const seen: PublishStep[] = [];
    const input = { problemId: v7(), revision: null, draft: { ...draft, ...change } };
    for await (const step of publishInSteps(author, input)) seen.push(step);
    const last = seen.pop();
    expect(last).toMatchObject({ kind: "published", versionNumber: 1 });
    expect(seen).toEqual(Array.from({ length: 50 }, (_, at) => ({ kind: "testing", done: at + 1, of: 50 })));
  });

  it("asks about layouts that cannot be told apart, and takes the author's word", async () => {
    const author = await somebody("instructor");
    const power = { variables: [{ name: "x", shape: "", assume: "" }], function: "x^2", wrt: "x", denominator: "2*x" };
    expect(await publish(author, power)).toMatchObject({ error: { fields: { alike: expect.anything() } } });
    expect(await publish(author, { ...power, alike: true })).toMatchObject({ value: { versionNumber: 1 } });
  });

  it("takes everything that a problem of the bank has", async () => {
    const author = await somebody("instructor");
    const change: Partial<ProblemDraft> = {
      skills: ["second-partials"],
      difficulty: "3",
      sources: "own, snow/7.2",
      parameters: "k: { from: 2, to: 9 }",
      function: "@k*tr(A*X)",
      denominator: "@k*A'",
      spoiled: [{ answer: "A'", slip: "Loses the factor." }],
      hints: ["Look.", "", "Look again."],
      solution: "It is $@k A^\\top$.",
      input: "latex",
    };
    const { problemId } = await published(author, change);
    expect(await database().problemVersion.findFirst({ where: { problemId } })).toMatchObject({
      skills: ["second-partials"],
      difficulty: 3,
      sources: ["own", "snow/7.2"],
      parameters: { k: { from: 2, to: 9 } },
      answers: { numerator: "(@k*A')'", denominator: "@k*A'" },
      spoiled: [{ answer: "A'", slip: "Loses the factor." }],
      hints: ["Look.", "Look again."],
      solution: "It is $@k A^\\top$.",
      input: "latex",
      authorId: author.personId,
    });
  });

  it.each<[string, Partial<ProblemDraft>]>([
    ["hessian", { function: "x'*x", wrt: "x", answer: "2*I" }],
    ["differential", { function: "x'*x", wrt: "x", answer: "2*x'*dx" }],
    ["index", { function: "x'*x", wrt: "x", more: "indices: [i]", answer: "2*x[i]" }],
    ["value", { function: "x'*x", wrt: "x", more: "at: { x: [1, 2] }", denominator: "[2; 4]" }],
    [
      "set",
      {
        variables: [{ name: "x", shape: "", assume: "" }],
        function: "abs(x)",
        wrt: "x",
        more: "at: { x: 0 }",
        answer: "[-1, 1]",
      },
    ],
    ["shape", { function: "x'*x", wrt: "x", numerator: "1 x n" }],
    ["choice", { function: "", wrt: "", more: "options: { a: $2x$, b: $x$ }\ncorrect: [a]", answer: "a" }],
    ["steps", { function: "x'*x", wrt: "x", answer: "x'*x\n2*x'*dx\n2*x'" }],
  ])("takes a problem of the form %s, and opens it again as it was typed", async (form, change) => {
    const author = await somebody("instructor");
    const typed = {
      variables: [{ name: "x", shape: "n", assume: "" }],
      ...change,
      form,
      denominator: change.denominator ?? "",
    };
    const { problemId } = await published(author, typed);
    const opened = await getAuthoredProblem(author, problemId);
    expect(opened).toMatchObject({ value: { unpublishedChanges: false, draft: { form, function: typed.function } } });
    if (!opened.ok) return;
    expect(await publish(author, opened.value.draft, { problemId, revision: opened.value.revision })).toMatchObject({
      value: { versionNumber: 1 },
    });
  });

  it("says all that is wrong at once, and keeps the draft of a problem that is there", async () => {
    const author = await somebody("instructor");
    const { problemId } = await published(author);
    const wrong = { ...draft, title: "", statement: " ", topicId: "nowhere", function: "tr(", wrt: "Q" };
    const reply = await publish(author, wrong, { problemId, revision: 2 });
    expect(reply.ok ? [] : Object.keys(reply.error.fields ?? {}).sort()).toEqual([
      "statement",
      "title",
      "topicId",
      "wrt",
    ]);
    expect(await getAuthoredProblem(author, problemId)).toMatchObject({ value: { draft: wrong, versionNumber: 1 } });
    expect(await getProblem(author, problemId)).toMatchObject({ value: { title: "A trace", versionNumber: 1 } });
  });

  it("an edit makes the next version, and the one before stays as it was", async () => {
    const author = await somebody("instructor");
    const { problemId } = await published(author);
    const first = await database().problemVersion.findFirstOrThrow({ where: { problemId } });
    expect((await published(author, { title: "The trace" }, { problemId, revision: 2 })).versionNumber).toBe(2);
    expect(await database().problemVersion.findUnique({ where: { id: first.id } })).toEqual(first);
    expect(await getProblem(author, problemId)).toMatchObject({ value: { title: "The trace", versionNumber: 2 } });
  });

  it("of the same content makes no version, and of two at once the second hears of the first", async () => {
    const author = await somebody("instructor");
    const { problemId } = await published(author);
    expect((await published(author, {}, { problemId, revision: 2 })).versionNumber).toBe(1);
    const opened = await getAuthoredProblem(author, problemId);
    const revision = opened.ok ? opened.value.revision : 0;
    const both = await Promise.all(["One", "Two"].map((title) => publish(author, { title }, { problemId, revision })));
    expect(both.map((reply) => reply.ok && reply.value.kind).sort()).toEqual(["changed", "published"]);
  });
});
