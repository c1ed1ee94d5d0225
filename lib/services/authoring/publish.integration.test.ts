import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, database } from "../../store";
import {
  getAuthoredProblem,
  getProblem,
  listProblemAnswers,
  type ProblemDraft,
  type PublishStep,
  publishInSteps,
  submitAnswer,
} from "../index";
import { loadTestBank, somebody } from "../test-world";
import { traceDraft as draft, publish, published } from "./test-draft";

beforeAll(() => loadTestBank());
afterAll(closeDatabase);

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
