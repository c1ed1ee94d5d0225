import { describe, expect, it } from "vitest";
import { describeBankError } from "../problems";
import { auditProblem } from "./problem";
import { bankWith, sound } from "./testing/small-bank";

function audit(change: Record<string, unknown>) {
  const { bank, errors, placeOf } = bankWith([{ ...sound, ...change }]);
  expect(errors.map(describeBankError)).toEqual([]);
  const [problem] = bank.problems;
  if (!problem) throw new Error("no problem");
  return auditProblem(problem, placeOf);
}

const found = (change: Record<string, unknown>): string[] => audit(change).findings.map(describeBankError);

describe("a problem's own test", () => {
  it("finds nothing wrong with a sound problem", () => {
    const { findings, ...report } = audit({});
    expect(findings).toEqual([]);
    expect(report).toMatchObject({ id: "quadratic", kinds: ["derivative"], variants: 3, claims: 5 });
    expect(report.mutants).toBeGreaterThan(20);
  });

  it("counts the way in which an answer is typed as a kind", () => {
    expect(audit({ input: "latex" }).kinds).toEqual(["derivative", "latex"]);
  });

  it("names file, line and problem", () => {
    const [complaint] = found({ hints: ["$x$ stands twice.", "$\\frac{1$ is broken."] });
    expect(complaint).toMatch(/^01-gradient\/problems[.]yaml:\d+: quadratic: \$\\frac\{1\$ cannot be typeset: /);
  });

  it.each([
    [
      "a wrong answer",
      { answers: { numerator: "@k*x'*A", denominator: sound.answers.denominator } },
      /^numerator: .* is wrong in both/,
    ],
    [
      "answers in the other layouts",
      { answers: { numerator: sound.answers.denominator, denominator: sound.answers.numerator } },
      /right in denominator layout only/,
    ],
    [
      "an answer that cannot be read",
      { answers: { numerator: "x'*(", denominator: "x" } },
      /^numerator: .* is invalid/,
    ],
    ["layouts said to be alike that are not", { layouts: "alike" }, /can be told apart/],
    [
      "a slip that is right",
      { spoiled: [...sound.spoiled, { answer: "@k*A*x + @k*A'*x", slip: "None." }] },
      /^spoiled: .* right in denominator/,
    ],
    [
      "a slip that cannot be graded",
      { spoiled: [...sound.spoiled, { answer: "A*A*y", slip: "None." }] },
      /^spoiled: .* invalid/,
    ],
    [
      "a slip that is right in one draw",
      { spoiled: [...sound.spoiled, { answer: "3*(A + A')*x", slip: "None." }] },
      /^spoiled: .*with k = 3/,
    ],
    ["one hint", { hints: ["Only one."] }, /two or three/],
    [
      "a formula that claims a derivative outside a block",
      { solution: `${sound.solution}\n\nSo $\\partial f/\\partial x = x$.` },
      /claims a derivative/,
    ],
    [
      "a false claim",
      { solution: sound.solution.replace('numerator: "@k*x', 'numerator: "2*@k*x') },
      /^claim: .* wrong in both/,
    ],
    [
      "a slip in the solution that is none",
      { solution: sound.solution.replace('slip: "@k*A*x"', 'slip: "@k*(A + A\')*x"') },
      /a slip must be wrong/,
    ],
    [
      "a line that does not follow",
      { solution: sound.solution.replace("dx'*A*x + x", "dx'*A*x - x") },
      /^derivation: .*line 2/,
    ],
    ["a grid without a fixed size", { input: "grid" }, /sizes are numbers/],
    ["an open dollar", { statement: "Let $x be." }, /dollars come in pairs/],
  ])("finds %s", (_, change, message) => {
    const messages = audit(change).findings.map((finding) => finding.message);
    expect(messages[0]).toMatch(message);
  });

  it("says on which line of a solution a claim is false", () => {
    const { bank, placeOf } = bankWith([
      { ...sound, solution: sound.solution.replace('numerator: "@k*x', 'numerator: "2*@k*x') },
    ]);
    const [problem] = bank.problems;
    if (!problem) throw new Error("no problem");
    const start = placeOf("quadratic", ["solution"]).line;
    expect(auditProblem(problem, placeOf).findings[0]?.line).toBe(start + 5);
  });

  it("wants the layouts that cannot be told apart to be named", () => {
    const square = { variables: { x: { shape: [] } }, function: "x^2", wrt: "x" };
    const change = {
      parameters: undefined,
      statement: "Differentiate.",
      problem: square,
      answers: { numerator: "2*x", denominator: "2*x" },
      spoiled: [
        { answer: "x", slip: "Half." },
        { answer: "x^2", slip: "Not at all." },
      ],
      solution: "Lower the power.",
    };
    expect(audit(change).findings[0]?.message).toMatch(/cannot be told apart/);
    expect(audit({ ...change, layouts: "alike" }).findings).toEqual([]);
  });
});
