import { describe, expect, it } from "vitest";
import { anchorsOf, isBranched } from "./anchors";
import { ask } from "./ask";
import { readProblem } from "./grade";
import { readAnswer } from "./judge";
import type { Sides } from "./question";

const variables = { x: { shape: ["n"] }, t: { shape: [] }, A: { shape: ["n", "n"] } };

function sidesOf(reference: string, typed = "0", syntax: "text" | "latex" = "text"): Sides {
  const key = readProblem({ variables, reference });
  if (!key.ok || !key.value.truth) throw new Error(reference);
  const answer = readAnswer({ text: typed, syntax }, key.value.truth);
  if (!answer.ok) throw new Error(typed);
  const sides = ask(key.value.truth, answer.value.expr, [], ["numerator"]).at(new Map([["n", 3]]));
  if (!sides.ok) throw new Error(sides.error);
  return sides.value;
}

describe("an expression with pieces", () => {
  it.each([
    ["abs(t)", true],
    ["sign(t)", true],
    ["relu(x)'*x", true],
    ["step(t)", true],
    ["sqrt(t)", true],
    ["asin(t)", true],
    ["acos(t)", true],
    ["tan(t)", true],
    ["max(t, 1)", true],
    ["min(t, 1)", true],
    ["(t > 1)*t", true],
    ["(t <= 1)*t", true],
    ["t^(1/3)", true],
    ["exp(t)*sin(t) + tanh(t)/softplus(t)", false],
    ["det(A) + norm(x)", false],
    ["t^3", false],
  ])("is told from others: %s, %s", (source, branched) => {
    expect(isBranched(sidesOf(source).programs.truth)).toBe(branched);
  });

  it("has cases", () => {
    const cases = String.raw`\begin{cases} t & t > 1 \\ 1 & t \le 1 \end{cases}`;
    expect(isBranched(sidesOf("t", cases, "latex").programs.answer)).toBe(true);
  });
});

describe("the numbers in two expressions", () => {
  it.each([
    ["relu(t - 50)", "0", [0, 50, -50, 1 / 50]],
    ["relu(t - 4)", "relu(t - 0.25)", [0, 4, -4, 0.25, -0.25]],
    ["t", "t", [0]],
    ["abs(t)*1e10", "t", [0, 1e-10]],
    ["abs(t)*1e9", "t", [0, 1e9, -1e9, 1e-9]],
  ])("of %s and %s are thresholds, with their negatives and inverses", (truth, answer, want) => {
    const found = new Set(anchorsOf(sidesOf(truth, answer)).map((v) => v + 0));
    for (const value of want) expect(found).toContain(value);
    expect([...found].every((v) => Math.abs(v) <= 1e9)).toBe(true);
    expect([...found].every(Number.isFinite)).toBe(true);
  });

  it("stand in matrices too", () => {
    const found = anchorsOf(sidesOf("max(x, 0)", "max(x, 7*ones(n))"));
    expect(found).toContain(7);
    expect(found).toContain(-7);
  });

  it("are forty at most", () => {
    const many = Array.from({ length: 60 }, (_, k) => `relu(t - ${k + 2})`).join(" + ");
    expect(anchorsOf(sidesOf(many)).length).toBe(40);
  });
});
