import { describe, expect, it } from "vitest";
import type { Policy } from "../../grade";
import type { ProblemRecord } from "../../problems";
import { isCorrect, readQuestion, verdictOn } from "./question";

function isRight(record: ProblemRecord, policy: Policy, text: string): boolean {
  const question = readQuestion(record, policy);
  const verdict = verdictOn(question, { text, syntax: "text" }, "test");
  expect(verdict.status).toBe("graded");
  return isCorrect(verdict, question);
}

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
    expect(isRight(record, policy, text)).toBe(expected);
  });

  it("of the shape of a gradient takes the column where it is mixed", () => {
    const shape: ProblemRecord = { variables: { x: { shape: ["n"] } }, function: "x'*x", wrt: "x", form: "shape" };
    expect(["n x 1", "1 x n"].map((text) => isRight(shape, "mixed", text))).toEqual([true, false]);
  });

  it("of a reference takes a row for the gradient of a scalar", () => {
    const record: ProblemRecord = { variables: { x: { shape: ["n"] } }, reference: "x'" };
    expect(["x", "x'"].map((text) => isRight(record, "mixed", text))).toEqual([true, false]);
  });
});
