import { describe, expect, it } from "vitest";
import type { Declarations } from "../../shape";
import { printPoint, readPoint } from "./point";
import { undeclaredNames } from "./undeclared";
import { printVariable, readVariables } from "./variables";

/** A complaint as its place in the text, and its sentence. */
function complaintOf(
  text: string,
  read: { ok: true } | { ok: false; error: { start: number; end: number; line: number; message: string } },
) {
  if (read.ok) throw new Error("this could be read");
  const { start, end, line, message } = read.error;
  return { line, at: text.slice(start, end), message };
}

const declared = (text: string): Declarations["variables"] => {
  const read = readVariables(text);
  if (!read.ok) throw new Error(read.error.message);
  return read.value.variables;
};

describe("variables, one a line", () => {
  it.each([
    ["x: n", { x: { shape: ["n"] } }],
    ["A: n x n symmetric", { A: { shape: ["n", "n"], assume: ["symmetric"] } }],
    ["A:n,n,symmetric", { A: { shape: ["n", "n"], assume: ["symmetric"] } }],
    ["A: n × n, positive definite", { A: { shape: ["n", "n"], assume: ["positive-definite"] } }],
    ["A: nxn", { A: { shape: ["n", "n"] } }],
    ["X: 3x2", { X: { shape: [3, 2] } }],
    ["X: 3 x p1", { X: { shape: [3, "p1"] } }],
    ["t", { t: { shape: [] } }],
    ["t:", { t: { shape: [] } }],
    ["t: number", { t: { shape: [] } }],
    ["t: positive, integer", { t: { shape: [], assume: ["positive", "integer"] } }],
    ["w: 3 nonnegative", { w: { shape: [3], assume: ["nonnegative"] } }],
    ["x: x", { x: { shape: ["x"] } }],
    ["  x : n \n\n θ \r\n", { x: { shape: ["n"] }, θ: { shape: [] } }],
    ["a, b", { a: { shape: [] }, b: { shape: [] } }],
    ["x: R^n", { x: { shape: ["n"] } }],
    ["x in R^3", { x: { shape: [3] } }],
    ["A ∈ ℝ^{m x n}", { A: { shape: ["m", "n"] } }],
    ["A: R^(n×n) symmetric", { A: { shape: ["n", "n"], assume: ["symmetric"] } }],
    ["t in R", { t: { shape: [] } }],
    ["x: R", { x: { shape: ["R"] } }],
    ["", {}],
  ])("%j declares %j", (text, variables) => {
    expect(declared(text)).toEqual(variables);
  });

  it.each([
    ["3x: n", 1, "3x", "starts with a name"],
    ["x: n\nA n x n", 2, "n", "a colon belongs behind the name"],
    ["x: n\ny: n\nx: m", 3, "x", "`x` is declared already"],
    ["θ\ntheta", 2, "theta", "`θ` is declared already"],
    ["A: n x n symetric", 1, "symetric", "`symetric` is no property"],
    ["A: rows x n", 1, "rows", "is no size and no property"],
    ["A: n x", 1, "x", "something is missing behind `x`"],
    ["A: n x rows", 1, "rows", "`rows` is no size"],
    ["A: n x n x n", 1, "n", "two sizes at most"],
    ["A: 0 x n", 1, "0", "is no size"],
    ["x: n symmetric", 1, "symmetric", "only a square matrix is symmetric"],
    ["A: m x n invertible", 1, "invertible", "only a square matrix is invertible"],
    ["x in R^n symmetric", 1, "symmetric", "only a square matrix is symmetric"],
    ["x in R^n, y", 1, "y", "`y` is no property"],
    ["a, b, a", 1, "a", "`a` is declared already"],
    ["x: n = 3", 1, "=", "`=` is no property"],
  ])("%j is refused in line %i at %j: %s", (text, line, at, words) => {
    const complaint = complaintOf(text, readVariables(text));
    expect(complaint).toMatchObject({ line, at });
    expect(complaint.message).toContain(words);
  });

  it("prints what it reads", () => {
    const text = "x: n\nA: n x n symmetric invertible\nt\nX: 3 x 2\np: positive";
    const printed = Object.entries(declared(text)).map(([name, declaration]) => printVariable(name, declaration));
    expect(printed.join("\n")).toBe(text);
  });

  it("refuses what is far too long", () => {
    expect(complaintOf("", readVariables("x: n\n".repeat(2000))).message).toContain("at most 4000 characters");
    expect(complaintOf("", readVariables(Array.from({ length: 41 }, (_, k) => `x${k}`).join("\n"))).line).toBe(41);
  });
});

describe("a point, one value a line", () => {
  const names = { variables: declared("t\nx: n\nr: 1 x n\nA: m x n\nθ") };

  it.each([
    ["t = 2", { t: 2 }],
    ["t=-1.5e-3", { t: -0.0015 }],
    ["t = −2", { t: -2 }],
    ["x = [1; 2]", { x: [1, 2] }],
    ["x = [1, 2]", { x: [1, 2] }],
    ["x = [1]", { x: [1] }],
    [
      "A = [1, 2; 3, 4]",
      {
        A: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    ["A = [1, 2]", { A: [[1, 2]] }],
    ["r = [1, 2]", { r: [[1, 2]] }],
    ["theta = .5", { θ: 0.5 }],
    ["t: 2", { t: 2 }],
    ["t = -1/4", { t: -0.25 }],
    ["t = pi/2", { t: Math.PI / 2 }],
    ["t = 2π", { t: 2 * Math.PI }],
    ["x = (1, 2)", { x: [1, 2] }],
    ["x = 1, 2", { x: [1, 2] }],
    ["x = [1 -2]", { x: [1, -2] }],
    [
      "A = [1 2; 3 4]",
      {
        A: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    ["", {}],
  ])("%j is %j", (text, point) => {
    expect(readPoint(text, names)).toEqual({ ok: true, value: point });
  });

  it.each([
    ["t 2", 1, "t 2", "write a name"],
    ["t = 1\ny = 2", 2, "y", "`y` is not declared"],
    ["t = 1\nt = 2", 2, "t", "has a value already"],
    ["x = [1; two]", 1, "two", "`two` is no number"],
    ["x = [1; 2", 1, "[", "never closed"],
    ["x = [1;]", 1, "]", "is no number"],
    ["A = [1, 2; 3]", 1, "[1, 2; 3]", "not of one length"],
    ["t =", 1, "=", "a value is missing"],
    ["t = 1e999", 1, "1e999", "is no number"],
    ["x = [1, , 2]", 1, " ", "is no number"],
    ["t = 1/0", 1, "1/0", "is no number"],
    ["t = /2", 1, "/2", "is no number"],
    ["2", 1, "2", "write a name"],
  ])("%j is refused in line %i at %j: %s", (text, line, at, words) => {
    const complaint = complaintOf(text, readPoint(text, names));
    expect(complaint).toMatchObject({ line, at });
    expect(complaint.message).toContain(words);
  });

  it.each([
    ["t", "2", { t: 2 }],
    ["x: 2", "(1, 2)", { x: [1, 2] }],
    ["x: 2", "1 2", { x: [1, 2] }],
  ])("is its value alone where %j is all that is declared: %j", (variables, text, point) => {
    expect(readPoint(text, { variables: declared(variables) })).toEqual({ ok: true, value: point });
  });

  it("prints what it reads", () => {
    const printed = printPoint({
      t: [[2]],
      x: [[1], [2.5]],
      A: [
        [1, 2],
        [3, 4],
      ],
    });
    expect(printed).toBe("t = 2\nx = [1; 2.5]\nA = [1, 2; 3, 4]");
    expect(readPoint(printed, names)).toEqual({
      ok: true,
      value: {
        t: 2,
        x: [1, 2.5],
        A: [
          [1, 2],
          [3, 4],
        ],
      },
    });
  });
});

describe("names that nobody has declared", () => {
  it.each([
    ["x'*A*x", "", "x: n, A: n x n"],
    ["x'*A*x", "x: n", "A: n x n"],
    ["x'Ax", "x: n", "A: n x n"],
    ["lambda*w + θ*v", "", "lambda, w: n, θ, v: n"],
    ["log(det(X))", "", "X: n x n"],
    ["x_hat + w2", "", "x_hat: n, w2: n"],
    ["rate*t", "t", "rate: n"],
    ["x'*x", "x: n", ""],
    ["trase(X)", "X: n x n", ""],
    ["x +", "", ""],
  ])("of %j beside %j are %j", (source, text, expected) => {
    const found = undeclaredNames(source, { variables: declared(text) });
    expect(found.map(({ lines }) => lines[0]?.line).join(", ")).toBe(expected);
  });

  it("can be declared with one press, the likeliest shape first", () => {
    expect(undeclaredNames("A", { variables: {} })[0]?.lines).toEqual([
      { line: "A: n x n", means: "a square matrix" },
      { line: "A: n", means: "a vector" },
      { line: "A", means: "a number" },
    ]);
  });
});
