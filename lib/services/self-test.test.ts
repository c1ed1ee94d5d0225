import { describe, expect, it } from "vitest";
import { type Question, readQuestion } from "./grading";
import { testProblem } from "./self-test";

const record = { variables: { A: { shape: ["m", "n"] }, x: { shape: ["n"] } }, function: "A*x", wrt: "x" };

describe("a problem's own test", () => {
  it.each([
    ["either", "A", { numerator: "A" }, ["(A) + ones(m, n)", "zeros(m, n)", "2*(A)"]],
    ["denominator", "A'", { denominator: "A'" }, ["(A') + ones(n, m)", "zeros(n, m)", "2*(A')"]],
  ] as const)("under %s takes %s and spoils it", (policy, sample, answers, spoiled) => {
    const tested = testProblem(readQuestion(record, policy), sample, "seed");
    expect(tested).toMatchObject({ ok: true, value: { answers, spoiled: spoiled.map((answer) => ({ answer })) } });
  });

  it.each([
    ["denominator", "A", "asks for denominator layout"],
    ["either", "2*A", "Not the derivative"],
    ["either", "A*", ""],
  ] as const)("under %s refuses %s", (policy, sample, reason) => {
    const tested = testProblem(readQuestion(record, policy), sample, "seed");
    expect(tested).toMatchObject({ ok: false, error: { message: expect.stringContaining(reason) } });
  });

  it("points at what cannot be read in the sample", () => {
    const tested = testProblem(readQuestion(record, "either"), "A*y", "seed");
    expect(tested).toMatchObject({ ok: false, error: { start: 2, end: 3 } });
  });

  it.each(["graded", "undecided"] as const)(
    "refuses a problem under which a spoiled copy is %s and not wrong",
    (status) => {
      const question = readQuestion(record, "either");
      if (!question.key.ok) throw new Error("the record is sound");
      const { judge } = question.key.value;
      const right = { status: "graded", numerator: true, denominator: true } as const;
      const unsure = { status: "undecided", reason: "precision" } as const;
      const blind: Question["key"] = {
        ok: true,
        value: {
          ...question.key.value,
          judge: (answer, seed) => (answer.text === "A" ? judge(answer, seed) : status === "graded" ? right : unsure),
        },
      };
      expect(testProblem({ ...question, key: blind }, "A", "seed")).toMatchObject({
        ok: false,
        error: { message: expect.stringContaining("is not graded wrong") },
      });
    },
  );
});
