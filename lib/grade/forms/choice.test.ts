import { expect, it } from "vitest";
import { said } from "../testing/said";

const problem = { form: "choice", options: { a: "Ax", b: "xA", c: "A'x" }, correct: ["a", "c"] };

it.each([
  [problem, "a, c", "both"],
  [problem, "c,a", "both"],
  [problem, " A , C ", "both"],
  [problem, "a c", "both"],
  [problem, "a, c, c", "both"],
  [problem, "a", "neither"],
  [problem, "a, b, c", "neither"],
  [problem, "b", "neither"],
  [problem, "d", "invalid unknown-name"],
  [problem, "a, d", "invalid unknown-name"],
  [problem, "", "invalid syntax"],
  [problem, "   ", "invalid syntax"],
  [problem, "a,,c", "invalid syntax"],
  [problem, ["a", "c"], "invalid syntax"],
  [{ ...problem, correct: ["b"] }, "b", "both"],
  [{ ...problem, variables: {}, correct: ["b"] }, "a", "neither"],
  [{ ...problem, options: { a: "1", A: "2" }, correct: ["A"] }, "a", "neither"],
  [{ ...problem, options: { a: "1", A: "2" }, correct: ["A"] }, "A", "both"],
  [{ ...problem, options: undefined }, "a", "bad-problem"],
  [{ ...problem, correct: undefined }, "a", "bad-problem"],
  [{ ...problem, correct: [] }, "a", "bad-problem"],
  [{ ...problem, correct: ["z"] }, "a", "bad-problem"],
])("%# a choice in %j: %j is %s", (given, answer, verdict) => {
  expect(said(given, answer)).toBe(verdict);
});
