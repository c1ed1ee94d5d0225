import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, database } from "../../store";
import { lookAtDraft, type ProblemDraft, tryAnswer } from "../index";
import { loadTestBank, somebody } from "../test-world";
import { traceDraft as draft } from "./test-draft";

beforeAll(() => loadTestBank());
afterAll(closeDatabase);

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
