import { describe, expect, it } from "vitest";
import { ask } from "./ask";
import { readProblem } from "./grade";
import { readAnswer } from "./judge";
import type { Question } from "./question";

const variables = { X: { shape: ["m", "n"] }, x: { shape: ["n"] }, b: { shape: [] }, a: { shape: [] } };

/** An answer set against a reference. */
function asked(reference: string, typed = reference): Question {
  const key = readProblem({ variables, reference });
  if (!key.ok || !key.value.truth) throw new Error(reference);
  const { truth, where } = key.value;
  const answer = readAnswer({ text: typed, syntax: "text" }, truth);
  if (!answer.ok) throw new Error(typed);
  return ask(truth, answer.value.expr, where, ["numerator"]);
}

describe("a question", () => {
  it("draws what either side reads, each once, in the order of the names", () => {
    const sides = asked("b*x + a*x", "x*a + X'*X*x").at(
      new Map([
        ["m", 3],
        ["n", 4],
      ]),
    );
    expect(sides.ok && sides.value.needed.map(({ name, rows, cols }) => `${name} ${rows}×${cols}`)).toEqual([
      "X 3×4",
      "a 1×1",
      "b 1×1",
      "x 4×1",
    ]);
  });

  it.each([
    ["x_7", { n: 7 }],
    ["X[2, 8]", { m: 2, n: 8 }],
    ["X[6, :]", { m: 6 }],
    ["X[:, 6]", { n: 6 }],
    ["e_i(5, m)", { m: 5 }],
    ["x_7 + x_3", { n: 7 }],
    ["x*n", {}],
    ["X*x", {}],
  ])("of %s needs the sizes %j at least", (reference, least) => {
    expect(Object.fromEntries(asked(reference).rules.least)).toEqual(least);
  });

  it.each([
    ["n*b", true],
    ["b/(2*n)", true],
    ["tr(I_n)*b", true],
    ["sum(I_n)*b", true],
    ["norm(I_n)*b", true],
    ["det(I_n)*b", true],
    ["sum(ones(n))*b", true],
    ["norm(ones(n))*b", true],
    ["ones(n)'*ones(n)*b", true],
    ["sum(i, i*x_i)", true],
    ["x[n]", false],
    ["sum(i, x_i)", false],
    ["sum(i, x_i*delta(i, 2))", false],
    ["e_i(2, n)'*x", false],
    ["X[n, :]*x", false],
    ["x'*(I_n + x*x')*x", false],
    ["tr(X'*X)", false],
    ["ones(n)'*x", false],
    ["3*b", false],
  ])("has a size for a number where %s is asked for: %s", (reference, counted) => {
    expect(asked(reference).rules.counted).toBe(counted);
  });

  it.each([
    ["max(n - 50, 0)", true],
    ["min(50 - n, 0)", true],
    ["relu(n - 50)", true],
    ["abs(n - 50)", true],
    ["sign(n - 50)", true],
    ["step(n - 50)", true],
    ["(n > 50)", true],
    ["(n >= 50)", true],
    ["(n < m)", true],
    ["1 + 2*max(n, 3)", true],
    ["n - 50", false],
    ["max(n*b, 0)", false],
    ["relu(b)", false],
    ["abs(2 - 3)", false],
    ["exp(n)", false],
  ])("with %s turns at some size: %s", (factor, turns) => {
    expect(asked("b", `b*${factor}`).turnsOnSize).toBe(turns);
    expect(asked(`b*${factor}`, "b").turnsOnSize).toBe(turns);
  });
});
