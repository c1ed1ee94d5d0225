import { describe, expect, it } from "vitest";
import { lookAt } from "./look";
import type { PlaygroundInput, PlaygroundResult } from "./views";

const blank: PlaygroundInput = { function: "", variables: "", wrt: "", at: "", answer: "", syntax: "text" };
const look = (input: Partial<PlaygroundInput>) => lookAt({ ...blank, ...input }, (problem) => `test ${problem}`);

function resultOf(input: Partial<PlaygroundInput>): PlaygroundResult {
  const { result, complaints } = look(input);
  if (!result) throw new Error(JSON.stringify(complaints));
  return result;
}

const quadratic = { function: "x'*A*x", variables: "x: n\nA: n x n symmetric", wrt: "x" };

describe("a function that somebody types", () => {
  it("has its shape and its derivative's in both layouts", () => {
    const { shape, numerator, denominator, form } = resultOf(quadratic);
    expect([shape, numerator.shape, denominator.shape, form]).toEqual([
      "scalar",
      "1 × n row",
      "n × 1 column",
      "derivative",
    ]);
  });

  it("has its derivative in numbers at the point that was typed, beside central differences", () => {
    const { numerator, denominator, numbers } = resultOf({ ...quadratic, at: "x = [1; 2]\nA = [1, 2; 2, 3]" });
    expect(numerator.value).toEqual([[10, 16]]);
    expect(denominator.value).toEqual([[10], [16]]);
    expect(numbers?.value).toEqual([[21]]);
    expect(numbers?.gap).toBeLessThan(1e-8);
    expect(denominator.estimate?.length).toBe(2);
  });

  it("is looked at in a drawn point where none was typed, and that point can be typed again", () => {
    const drawn = resultOf(quadratic);
    const typed = resultOf({ ...quadratic, at: drawn.numbers?.typed ?? "" });
    expect(typed.numerator.value).toEqual(drawn.numerator.value);
    expect(drawn.numbers?.typed).toMatch(/^x = \[.*\]\nA = \[.*\]$/);
  });

  it("is differentiated by the first variable where none is named, and by a Greek one however it is spelt", () => {
    expect(resultOf({ ...quadratic, wrt: "" }).wrt).toBe("x");
    expect(resultOf({ function: "sin(theta)", variables: "θ", wrt: "theta" })).toMatchObject({
      wrt: "θ",
      figure: { kind: "tangent-line" },
      numbers: { at: { θ: [[expect.any(Number)]] } },
    });
  });

  it("is drawn where it is a number of one or two numbers", () => {
    const two = { function: "a^2 + b^2", variables: "a\nb", wrt: "a", at: "a = 1\nb = 1" };
    expect(resultOf(two).figure?.kind).toBe("level-curves");
    expect(resultOf(quadratic).figure).toBeNull();
  });

  it("says why it is not drawn where it has a corner", () => {
    const corner = resultOf({ function: "abs(t)", variables: "t", at: "0" });
    expect(corner.figure).toBeNull();
    expect(corner.undrawn).toBe("The function has no slope at 0.");
    expect(resultOf(quadratic).undrawn).toBeNull();
  });

  it("is laid out by columns where its derivative is no matrix otherwise", () => {
    const { form, numerator, verdict } = resultOf({
      function: "A*X",
      variables: "X: n x p\nA: m x n",
      answer: "kron(eye(p), A)",
    });
    expect(form).toBe("vec");
    expect(numerator.shape).toContain("m·p × n·p");
    expect(verdict?.verdict.numerator).toBe(true);
  });
});

describe("a derivative of one's own", () => {
  const general = { ...quadratic, variables: "x: n\nA: n x n" };

  it("is graded in both layouts", () => {
    expect(resultOf({ ...general, answer: "(A + A')*x" }).verdict).toMatchObject({
      verdict: { status: "graded", numerator: false, denominator: true },
      feedback: { outcome: "right", title: "Right, in denominator layout." },
    });
    expect(resultOf({ ...general, answer: "x^\\top (A + A^\\top)", syntax: "latex" }).verdict?.verdict).toMatchObject({
      numerator: true,
      denominator: false,
    });
  });

  it("is told its slip, with a point at which it is wrong", () => {
    const { verdict } = resultOf({ ...general, answer: "2*A*x" });
    expect(verdict?.feedback.outcome).toBe("wrong");
    expect(verdict?.verdict.diagnosis[0]?.code).toBe("assumed-symmetric");
    expect(verdict?.verdict.witness).not.toBeNull();
  });

  it("is told what finite differences give there, and the summand that is wrong where no slip is known", () => {
    const { verdict } = resultOf({ ...general, answer: "A*x + 2*A'*x" });
    const { witness, summand } = verdict?.verdict ?? {};
    expect(witness?.check?.gap).toBeLessThan(1e-5);
    expect(witness?.check?.estimate).toHaveLength(witness?.truth.length ?? 0);
    expect("A*x + 2*A'*x".slice(summand?.start, summand?.end)).toBe("2*A'*x");
  });

  it("has its place marked where it cannot be read", () => {
    expect(resultOf({ ...general, answer: "2*B*x" }).verdict?.verdict).toMatchObject({
      status: "invalid",
      error: { code: "unknown-name", start: 2, end: 3 },
    });
  });

  it("is graded even where the point is refused", () => {
    const { result, complaints } = look({ ...general, answer: "(A + A')*x", at: "x = [1; 2]" });
    expect(complaints.at?.message).toBe("A is missing.");
    expect(result?.numbers).toBeNull();
    expect(result?.verdict?.feedback.outcome).toBe("right");
  });
});

describe("what cannot be read", () => {
  it.each([
    [{}, "function", "Type a function"],
    [{ function: "x +", variables: "x: n" }, "function", "missing"],
    [{ function: "x'*A", variables: "x: n\nA: m x n" }, "function", "does not fit"],
    [{ function: "x'*x", variables: "x n" }, "variables", "Line 1"],
    [{ function: "x'*x", variables: "x: n", wrt: "y" }, "wrt", "`y` is not among the variables"],
    [{ function: "3", variables: "" }, "wrt", "Declare a variable"],
    [{ function: "log(t)", variables: "t", at: "t = -1" }, "at", "The function has no value at this point."],
    [{ function: "log(-1 - t^2)", variables: "t" }, "at", "No point was found"],
    [{ function: "x'*x", variables: "x: n", at: "x = [1; 2" }, "at", "Line 1"],
    [{ function: "x".repeat(1_001), variables: "x: n" }, "function", "1001 characters"],
  ])("%j is said of %s: %s", (input, field, words) => {
    expect(look(input).complaints[field]?.message).toContain(words);
  });

  it.each([
    ["det(X)", "X: 90 x 90", "det(X)*inv(X)'"],
    ["X*X*X*X", "X: 30 x 30", "kron(X, X)"],
    ["kron(kron(X, X), X)", "X: 5 x 5", "X"],
    ["x'*x", "x: 10000", "2*x"],
  ])("%s of %s is too large for numbers, and says so at once", (source, variables, answer) => {
    const { complaints, result } = look({ function: source, variables, answer });
    expect(complaints.at?.message).toBe("The derivative is too large to compute.");
    expect(result?.numbers).toBeNull();
    expect(["graded", "undecided"]).toContain(result?.verdict?.verdict.status);
  });

  it("draws functions deep inside each other without delay", () => {
    const deep = `${"sin(".repeat(40)}a*b${")".repeat(40)}`;
    expect(resultOf({ function: deep, variables: "a\nb" }).figure?.kind).toBe("level-curves");
  });

  it.each([
    "x".repeat(500),
    "(".repeat(900),
    "((((",
    "\\frac{",
    "__proto__",
    "x^x^x^x^x",
    "sum(k, x[k])",
    "constructor",
  ])("%j never breaks it", (text) => {
    for (const field of ["function", "variables", "wrt", "at", "answer"]) {
      expect(() => look({ function: "x'*x", variables: "x: n", [field]: text })).not.toThrow();
    }
  });
});
