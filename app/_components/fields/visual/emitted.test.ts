import { describe, expect, it } from "vitest";
import { readAnswer } from "@/lib/feedback";
import type { Declarations } from "@/lib/shape";
import { shortcutsFor } from "./shortcuts";

const square = { shape: ["n", "n"] };
const vector = { shape: ["n"] };
const names: Declarations = {
  variables: { A: square, B: square, X: square, dX: square, x: vector, dx: vector, theta: { shape: [] } },
};

const spoken = (latex: string): string => {
  const read = readAnswer(latex, "latex", names);
  return read.ok ? read.value.speech : read.error.message;
};

describe("what the visual editor writes is read", () => {
  // As MathLive 0.111 gives it after typing, its keys, and its boxes.
  it.each([
    ["A^{\\top}x", "A transpose times x"],
    ["A^{T}x", "A transpose times x"],
    ["A^T", "A transpose"],
    ["A^{\\prime}", "A transpose"],
    ["X^{-\\top}", "the quantity the inverse of X, end quantity transpose"],
    ["A^{-1}", "A inverse"],
    ["\\left(A+A^{T}\\right)x", "the quantity A plus A transpose, end quantity times x"],
    ["\\frac12Ax", "1 over 2 times A times x"],
    ["\\frac{1}{2}Ax", "1 over 2 times A times x"],
    ["\\sqrt5", "the square root of 5"],
    ["\\operatorname{tr}\\left(A\\right)", "the trace of A"],
    ["\\operatorname{\\mathrm{tr}}\\left(A\\right)", "the trace of A"],
    ["\\det\\left(A\\right)", "the determinant of A"],
    ["\\operatorname{\\mathrm{vec}}\\left(A\\right)", "vec of A"],
    ["\\operatorname{\\mathrm{diag}}\\left(x\\right)", "diag of x"],
    ["A\\otimes B", "A Kronecker B"],
    ["A\\odot B", "A times entry by entry B"],
    ["A\\cdot x", "A times x"],
    ["\\differentialD x", "dx"],
    ["\\mathrm{d}X", "dX"],
    ["dX", "dX"],
    ["\\left\\Vert x\\right\\Vert", "the norm of x"],
    ["\\left\\lVert x\\right\\rVert", "the norm of x"],
    ["\\left|\\theta\\right|", "the modulus of theta"],
    ["\\log\\det A", "the log determinant of A"],
    ["x_1", "x sub 1"],
    ["\\sum_{k}x_{k}", "the sum over k of x sub k"],
    ["\\begin{bmatrix}1 & 2\\\\ 3 & 4\\end{bmatrix}", "the 2 by 2 matrix, row 1: 1, 2; row 2: 3, 4; end matrix"],
    ["\\left\\lbrack1,2\\right\\rbrack", "the 1 by 2 matrix, row 1: 1, 2; end matrix"],
  ])("%s", (latex, speech) => {
    expect(spoken(latex)).toBe(speech);
  });

  it.each(["\\frac{1}{\\placeholder{}}", "A^{\\placeholder{}}", "\\operatorname{tr}\\left(\\placeholder{}\\right)"])(
    "%s has an empty box, which is said",
    (latex) => {
      expect(spoken(latex)).toBe("An empty box is left in the formula.");
    },
  );
});

describe("what is typed in a row", () => {
  const shortcuts = shortcutsFor(names);

  it.each([
    ["tr", "\\operatorname{tr}"],
    ["det", "\\det "],
    ["theta", "\\theta"],
    ["otimes", "\\otimes "],
    [".*", "\\odot "],
    ["'", "^{\\top}"],
    ["dX", "\\mathrm{d}X"],
  ])("%s becomes one sign", (typed, sign) => {
    expect(shortcuts[typed]).toBe(sign);
  });

  it("becomes a sign of the language, whatever it is", () => {
    const boxes = (sign: string) => sign.replace("#?", "2");
    const calls = Object.entries(shortcuts).filter(([, sign]) => sign.startsWith("\\operatorname"));
    for (const [typed, sign] of calls) {
      expect(readAnswer(`${boxes(sign)}\\left(A\\right)`, "latex", names), typed).not.toMatchObject({
        error: { code: "unknown-name" },
      });
    }
  });
});
