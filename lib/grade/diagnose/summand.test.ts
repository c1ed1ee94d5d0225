import { describe, expect, it } from "vitest";
import type { Syntax } from "../../expr";
import { grade, readProblem } from "../grade";
import { wrongSummand } from "./summand";

const variables = {
  x: { shape: ["n"] },
  b: { shape: ["n"] },
  A: { shape: ["n", "n"] },
  t: { shape: [] },
};

/** The summand that is named, as it was typed; nothing where none is. */
function named(source: string, wrt: string, text: string, syntax: Syntax = "text"): string | undefined {
  const key = readProblem({ variables, function: source, wrt });
  if (!key.ok) throw new Error(JSON.stringify(key.error));
  const verdict = grade({ text, syntax }, key.value, "summand");
  if (verdict.status !== "graded" || !verdict.witness) throw new Error(`no witness: ${JSON.stringify(verdict)}`);
  const place = wrongSummand({ text, syntax }, key.value, verdict.witness, "summand");
  return place && text.slice(place.start, place.end);
}

const quadratic = "x'*A*x - b'*x";

describe("the summand that is wrong", () => {
  it.each([
    [quadratic, "x", "A*x + A'*x + b", "b"],
    [quadratic, "x", "A*x + 2*A'*x - b", "2*A'*x"],
    [quadratic, "x", "(A + A')*x - b/2", "b/2"],
    [quadratic, "x", "x'*(A + A') - 3*b'", "3*b'"],
    [quadratic, "x", "A*x + A'*x - b + x", "x"],
    ["exp(t) + t^3 - sin(t)", "t", "exp(t) + 3*t^2 + cos(t)", "cos(t)"],
    ["exp(t) + t^3 - sin(t)", "t", "exp(t) - (t^2 + cos(t))", "t^2"],
  ])("of %s by %s in %s is %s", (source, wrt, answer, part) => {
    expect(named(source, wrt, answer)).toBe(part);
  });

  it("is found in LaTeX too", () => {
    expect(named(quadratic, "x", "(A + A^\\top) x + b", "latex")).toBe("b");
  });

  it.each([
    ["of one part only", quadratic, "x", "2*A*x"],
    ["two parts of which are wrong", quadratic, "x", "A*x - A'*x + b"],
    ["where a part is missing", quadratic, "x", "A*x - b"],
    ["where two parts would do", "t^2", "t", "t + t + t"],
    ["that is off by more than a number", quadratic, "x", "A*x + A*A*x - b"],
    ["that has another shape", quadratic, "x", "x'*A*x - b'*x"],
  ])("is not named in a sum %s", (_, source, wrt, answer) => {
    expect(named(source, wrt, answer)).toBeUndefined();
  });
});
