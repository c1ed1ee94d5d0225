import { describe, expect, it } from "vitest";
import type { Policy } from "../grade";
import type { ProblemRecord } from "../problems";
import { gradeAnswer, readQuestion, seedOf } from "./grading";

process.env.NABLA_SECRET ??= "a secret of the tests";

describe("a policy", () => {
  const variables = { X: { shape: ["m", "n"] }, t: { shape: [] } };
  const scalar: ProblemRecord = { variables, function: "sum(X)^2", wrt: "X" };
  const matrix: ProblemRecord = { variables, function: "exp(t*X)", wrt: "t" };
  const column = "2*sum(X)*ones(m, n)";
  const slope = "X .* exp(t*X)";

  it.each<[Policy, ProblemRecord, string, boolean]>([
    ["either", scalar, column, true],
    ["either", scalar, `(${column})'`, true],
    ["numerator", scalar, column, false],
    ["numerator", scalar, `(${column})'`, true],
    ["denominator", scalar, column, true],
    ["denominator", scalar, `(${column})'`, false],
    ["mixed", scalar, column, true],
    ["mixed", scalar, `(${column})'`, false],
    ["mixed", matrix, slope, true],
    ["mixed", matrix, `(${slope})'`, false],
  ])("%s on the derivative of %j takes %s: %s", (policy, record, text, expected) => {
    const graded = gradeAnswer(readQuestion(record, policy), { text, syntax: "text" }, seedOf("test"));
    expect(graded).toMatchObject({ counts: true, correct: expected });
  });

  it("of the shape of a gradient takes the column where it is mixed", () => {
    const shape: ProblemRecord = { variables: { x: { shape: ["n"] } }, function: "x'*x", wrt: "x", form: "shape" };
    const right = (text: string) =>
      gradeAnswer(readQuestion(shape, "mixed"), { text, syntax: "text" }, seedOf("test")).correct;
    expect([right("n x 1"), right("1 x n")]).toEqual([true, false]);
  });

  it("of a reference takes a row for the gradient of a scalar", () => {
    const record: ProblemRecord = { variables: { x: { shape: ["n"] } }, reference: "x'" };
    const right = (text: string) =>
      gradeAnswer(readQuestion(record, "mixed"), { text, syntax: "text" }, seedOf("test")).correct;
    expect([right("x"), right("x'")]).toEqual([true, false]);
  });
});

describe("a question", () => {
  it("that the grader cannot read costs nobody anything", () => {
    const question = readQuestion({ variables: {}, function: "y", wrt: "y" }, "either");
    const graded = gradeAnswer(question, { text: "1", syntax: "text" }, seedOf("test"));
    expect(graded).toMatchObject({ correct: false, counts: false, verdict: { status: "bad-problem" } });
  });

  it("has a seed of its own that nobody can tell without the secret", () => {
    const here = seedOf("one");
    expect(seedOf("one")).toBe(here);
    expect(seedOf("two")).not.toBe(here);
    const secret = process.env.NABLA_SECRET;
    process.env.NABLA_SECRET = "another";
    expect(seedOf("one")).not.toBe(here);
    process.env.NABLA_SECRET = secret;
  });
});
