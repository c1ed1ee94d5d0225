import { describe, expect, it } from "vitest";
import { inWords, verdictOn } from "../testing/said";

const quadratic = {
  form: "steps",
  variables: { x: { shape: ["n"] }, A: { shape: ["n", "n"] } },
  function: "x'*A*x",
  wrt: "x",
};
const linear = {
  form: "steps",
  variables: { x: { shape: ["n"] }, B: { shape: ["m", "n"] } },
  function: "B*x",
  wrt: "x",
};
const trace = { form: "steps", variables: { X: { shape: ["n", "n"] } }, function: "tr(X^2)", wrt: "X" };
const exponential = { form: "steps", variables: { x: { shape: [] } }, function: "exp(x)", wrt: "x" };

/** The verdict, and the first wrong line. */
function said(problem: unknown, lines: readonly string[] | string): string {
  const verdict = verdictOn(problem, lines);
  if (verdict.status === "graded") return `${inWords(verdict)} ${verdict.first_wrong}`;
  return verdict.status === "invalid" ? `${inWords(verdict)} ${verdict.error.line}` : inWords(verdict);
}

describe("a derivation", () => {
  it.each([
    [quadratic, ["x'A x", "dx'A x + x'A dx", "x'(A + A')dx", "(A + A')x"], "denominator null"],
    [quadratic, ["x'A x", "dx'A x + x'A dx", "x'(A + A')dx", "x'(A + A')"], "numerator null"],
    [quadratic, ["x'A x", "(A + A')x"], "denominator null"],
    [quadratic, ["dx'A x + x'A dx", "(A + A')x"], "denominator null"],
    [quadratic, ["x'A'x", "x'A x", "(A + A')x", "A x + A'x"], "denominator null"],
    [quadratic, ["x'A x", "x'(A + A')", "x'A + x'A'"], "numerator null"],
    [quadratic, ["x'A x", "x'(A + A')", "(A + A')x"], "neither 3"],
    [linear, ["B x", "B dx", "B"], "numerator null"],
    [linear, ["B x", "B dx", "B'"], "denominator null"],
    [linear, ["x'B'", "B dx", "B"], "neither 1"],
    [quadratic, ["x'A x", "2x'A dx", "2 A x"], "neither 2"],
    [quadratic, ["x'A x", "dx'A x + x'A dx", "2x'A dx", "2A'x"], "neither 3"],
    [quadratic, ["2x'A x", "(A + A')x"], "neither 1"],
    [quadratic, ["(A + A')x"], "neither 1"],
    [quadratic, ["(A + A')x", "(A + A')x"], "neither 1"],
    [quadratic, ["x'A x", "dx'A x + x'A dx"], "neither 2"],
    [quadratic, ["x'A x"], "neither 1"],
    [quadratic, ["x'A x", "dx'A x + x'A dx", "x'A x", "(A + A')x"], "neither 3"],
    [quadratic, ["x'A x", "(A + A')x", "dx'A x + x'A dx", "(A + A')x"], "neither 3"],
    [quadratic, ["x'A x", "(A + A')x", "x'(A + A')"], "neither 3"],
    [quadratic, ["x'A x", "(A + A')x", "A x"], "neither 3"],
    [quadratic, "x'A x\n(A + A')x\n", "denominator null"],
    [quadratic, ["x'A x", "(A + A'x"], "invalid syntax 2"],
    [quadratic, ["x'A x", "(A + B')x"], "invalid unknown-name 2"],
    [quadratic, ["x'A x", "A + x", "(A + B)"], "invalid shape 2"],
    [quadratic, ["", "(A + A')x"], "invalid syntax 1"],
    [quadratic, [], "invalid syntax undefined"],
    [trace, ["tr(X^2)", "tr(dX X + X dX)", "2 tr(X dX)", "2X'"], "denominator null"],
    [trace, ["tr(X X)", "2 tr(X dX)", "2X"], "numerator null"],
    [trace, ["tr(X X)", "2 tr(X' dX)", "2X"], "neither 2"],
    [exponential, ["exp(x)", "exp(x) dx", "exp(x)"], "both null"],
    [exponential, ["exp(x)", "exp(x)"], "both null"],
    [exponential, ["exp(x)"], "both null"],
    [{ ...exponential, function: "3" }, ["3", "0"], "both null"],
    [{ ...exponential, function: "3" }, ["3", "0", "0"], "both null"],
    [{ ...quadratic, function: undefined }, ["1"], "bad-problem"],
    [{ ...quadratic, function: "x*x'" }, ["1"], "bad-problem"],
  ])("%# in %j: %j is %s", (problem, lines, verdict) => {
    expect(said(problem, lines)).toBe(verdict);
  });

  it("without a line is complained of at its beginning", () => {
    expect(verdictOn(quadratic, [])).toMatchObject({ status: "invalid", error: { what: "empty", start: 0, end: 0 } });
  });
});
