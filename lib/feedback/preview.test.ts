import { describe, expect, it } from "vitest";
import type { Declarations } from "../shape";
import { type AnswerPart, mended, readAnswer, readPartsOf } from "./index";

const matrix = { shape: ["n", "n"] };
const [vector, scalar] = [{ shape: ["n"] }, { shape: [] }];
const names: Declarations = {
  variables: { A: matrix, B: matrix, x: vector, y: vector, a: scalar, b: scalar, c: scalar },
};

function ambiguity(source: string, syntax: "text" | "latex" = "text"): string {
  const read = readAnswer(source, syntax, names);
  if (!read.ok) throw new Error(read.error.message);
  const found = read.value.ambiguity;
  return found ? `${found.typed} as ${found.read}` : "plain";
}

describe("what could have been meant in another way is written out", () => {
  it.each([
    ["AB^T x", "AB^T x as A*(B')*x"],
    ["x'Ax", "x'Ax as x'*A*x"],
    ["(AB)^T", "AB as A*B"],
    ["a/b c", "a/b c as (a / b)*c"],
    ["1/2x", "1/2x as (1 / 2)*x"],
    ["a^b^c", "a^b^c as a^(b^c)"],
    ["x*log a b", "log a b as log(a * b)"],
    ["x'*A*x", "plain"],
    ["2 (A + A')x", "plain"],
    ["A B'", "plain"],
    ["(a/b) c", "plain"],
    ["a^(b^c)", "plain"],
    ["(x)(y')", "plain"],
    ["tr(A B)", "plain"],
  ])("%s", (source, want) => {
    expect(ambiguity(source)).toBe(want);
  });

  it.each([
    ["AB^\\top", "AB^\\top as A*(B')"],
    ["\\frac{a}{b} c", "plain"],
  ])("%s in LaTeX", (source, want) => {
    expect(ambiguity(source, "latex")).toBe(want);
  });
});

function afterMend(source: string, syntax: "text" | "latex" = "text"): string | undefined {
  const read = readAnswer(source, syntax, names);
  if (read.ok) throw new Error("it can be read as it stands");
  return read.error.mend && mended(source, read.error.mend);
}

describe("a mend", () => {
  it.each([
    ["(A + A' ", "(A + A') "],
    ["A*x)", "A*x"],
    ["A x'", "A*x"],
    ["2*(x + y')", "2*(x + y)"],
    ["A × B", "A * B"],
    ["f(x) = A x", "A x"],
    ["y=x'A", "x'A"],
    ["alpa + lgo(a)", undefined],
    ["A +", undefined],
    ["x^2", undefined],
  ])("of %j gives %j", (source, want) => {
    expect(afterMend(source)).toBe(want);
  });

  it("is offered where a later mistake is left, and not where it leads nowhere", () => {
    expect(afterMend("(A x') + (B y')")).toBe("(A*x) + (B y')");
    expect(afterMend("((A + A'")).toBeUndefined();
  });

  it("gives a text that can be read in LaTeX too", () => {
    expect(afterMend("(A + B", "latex")).toBe("(A + B)");
  });
});

describe("a name that was typed without its underscore", () => {
  const declared = {
    variables: { x_1: scalar, x_2: scalar, x_10: scalar, theta_1: scalar, W_2: matrix, x_hat: scalar, a: scalar },
  };
  const respelt = (source: string, syntax: "text" | "latex"): string | undefined => {
    const read = readAnswer(source, syntax, declared);
    return read.ok ? undefined : read.error.mend && mended(source, read.error.mend);
  };

  it.each([
    ["x1", "x_1"],
    ["2x1 + x2", "2x_1 + x2"],
    ["sin(x10)", "sin(x_10)"],
    ["x1x2", "x_1 x_2"],
    ["ax1^2", "a x_1^2"],
    ["θ1", "theta_1"],
    ["W2*W_2", "W_2*W_2"],
    ["xhat", "x_hat"],
    ["x1z", undefined],
    ["q7", undefined],
  ])("is mended with a press: %s to %s", (source, want) => {
    expect(respelt(source, "text")).toBe(want);
  });

  it.each([
    ["2 x1", "2 x_{1}"],
    ["\\sin x10", "\\sin x_{10}"],
    ["x1 W2", "x_{1} W2"],
  ])("is mended in LaTeX: %s to %s", (source, want) => {
    expect(respelt(source, "latex")).toBe(want);
  });
});

describe("the parts of an answer", () => {
  const lines = (source: string, parts: readonly AnswerPart[]) =>
    parts.map(({ start, end, shape, depth }) => `${"  ".repeat(depth)}${source.slice(start, end)}: ${shape}`);

  it("each have their place and shape, the whole first", () => {
    const source = "2*x'(A + B)";
    expect(lines(source, readPartsOf(source, "text", names))).toEqual([
      "2*x'(A + B): 1×n",
      "  2*x': 1×n",
      "    x': 1×n",
      "      x: n×1",
      "  (A + B): n×n",
      "    A: n×n",
      "    B: n×n",
    ]);
  });

  it("show a number beside a vector as what was typed", () => {
    expect(lines("x + a", readPartsOf("x + a", "text", names))).toEqual(["x + a: n×1", "  x: n×1", "  a: scalar"]);
  });

  it("are none where the answer cannot be read, and never more than forty", () => {
    expect(readPartsOf("x +", "text", names)).toEqual([]);
    expect(readPartsOf(Array(200).fill("x").join(" + "), "text", names)).toHaveLength(40);
  });
});
