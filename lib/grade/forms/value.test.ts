import { describe, expect, it } from "vitest";
import { said, verdictOn } from "../testing/said";

const quadratic = {
  form: "value",
  variables: { x: { shape: ["n"] }, A: { shape: ["n", "n"] } },
  function: "x'*A*x",
  wrt: "x",
  at: { x: [1, 2], A: [[1, 2], [3, 4]] }, // biome-ignore format: a matrix reads best in its rows
};
const scalar = { form: "value", variables: { x: { shape: [] } }, function: "x^2", wrt: "x", at: { x: 3 } };
const layer = {
  form: "value",
  variables: { x: { shape: ["n"] }, A: { shape: ["m", "n"] } },
  function: "A*x",
  wrt: "x",
  at: { x: [1, 2], A: [[1, 2], [3, 4], [5, 6]] }, // biome-ignore format: a matrix reads best in its rows
};

const rowed = {
  form: "value",
  variables: { r: { shape: [1, "n"] }, c: { shape: ["n"] } },
  wrt: "r",
  at: { r: [1, 2, -3], c: [5, -4, 0.5] },
};
const whole = { x: { shape: [] }, k: { shape: [], assume: ["integer"] } };

describe("an answer in numbers", () => {
  it.each([
    [quadratic, "[12; 21]", "denominator"],
    [quadratic, "[12, 21]", "numerator"],
    [quadratic, "[12, 21]'", "denominator"],
    [quadratic, "[12.1; 21]", "denominator"],
    [quadratic, "[12.11; 21]", "neither"],
    [quadratic, "[21; 12]", "neither"],
    [quadratic, "3*[4; 7]", "denominator"],
    [quadratic, "12", "neither"],
    [quadratic, "0", "neither"],
    [quadratic, "[12; 21; 0]", "neither"],
    [quadratic, "[12; 1/0]", "neither"],
    [quadratic, "2*A*x", "invalid unknown-name"],
    [quadratic, "x", "invalid unknown-name"],
    [quadratic, "[12; 21", "invalid syntax"],
    [quadratic, "[12, 21; 3]", "invalid shape"],
    [quadratic, "", "invalid syntax"],
    [scalar, "6", "both"],
    [scalar, "12/2", "both"],
    [scalar, "sqrt(36)", "both"],
    [scalar, "6.03", "both"],
    [scalar, "6.04", "neither"],
    [scalar, "[6]", "both"],
    [{ ...scalar, tolerance: 0.1 }, "6.5", "both"],
    [{ ...scalar, tolerance: 0.1 }, "6.7", "neither"],
    [{ ...scalar, tolerance: 1e-9 }, "6.0001", "neither"],
    [{ ...scalar, function: "cos(x)", at: { x: 0 } }, "0", "both"],
    [{ ...scalar, function: "cos(x)", at: { x: 0 } }, "0.001", "neither"],
    [{ ...scalar, function: "cos(x)", at: { x: 0 } }, "sin(pi)", "both"],
    [{ ...scalar, function: "sin(x)", at: { x: 0.5 } }, "0.878", "both"],
    [{ ...scalar, function: "pi", at: { x: 1 } }, "0", "both"],
    [{ ...scalar, at: { x: 1e21 } }, "2e21", "both"],
    [{ ...scalar, function: "log(x)", at: { x: 1e-7 } }, "1e7", "both"],
    [layer, "[1, 2; 3, 4; 5, 6]", "numerator"],
    [layer, "[1, 3, 5; 2, 4, 6]", "denominator"],
    [{ ...layer, wrt: "A", function: "sum(A*x)" }, "[1,2;1,2;1,2]", "denominator"],
    [{ ...layer, wrt: "A", function: "sum(A*x)" }, "[1,1,1;2,2,2]", "numerator"],
    [{ ...rowed, function: "r*r'" }, "[2, 4, -6]'", "numerator"],
    [{ ...rowed, function: "r*r'" }, "[2, 4, -6]", "denominator"],
    [{ ...rowed, function: "r*c" }, "[5; -4; 0.5]", "numerator"],
    [{ ...rowed, function: "r*c" }, "[5, -4, 0.5]", "denominator"],
    [{ ...rowed, wrt: "c", function: "r*c" }, "[1, 2, -3]", "numerator"],
    [{ ...scalar, at: { x: -3 } }, "-6", "both"],
    [{ ...scalar, at: { x: -3 } }, "6", "neither"],
    [{ ...scalar, at: { x: 0 } }, "0", "both"],
    [{ ...scalar, function: "k^2*x^k", variables: whole, at: { x: 2, k: 3 } }, "108", "both"],
    [{ ...scalar, function: "x^k", variables: whole, at: { x: 4, k: 2.5 } }, "20", "both"],
    [{ ...scalar, function: "tr(A^k)*x", variables: whole, at: { x: 2, k: 2 } }, "15", "bad-problem"],
    [{ ...scalar, function: "x^0 + x", at: { x: 0 } }, "1", "both"],
    [{ ...scalar, reference: "[x; 2*x]", function: undefined, wrt: undefined }, "[3; 6]", "numerator"],
  ])("%# to %j: %s is %s", (problem, answer, verdict) => {
    expect(said(problem, answer)).toBe(verdict);
  });

  it("takes LaTeX", () => {
    expect(said(quadratic, "\\begin{bmatrix} 12 \\\\ 21 \\end{bmatrix}", "latex")).toBe("denominator");
    expect(said(scalar, "\\frac{12}{2}", "latex")).toBe("both");
  });

  it("is told what it is: turned, of the wrong sign or shape, without a value", () => {
    const codes = (problem: unknown, answer: string) => {
      const verdict = verdictOn(problem, answer);
      return verdict.status === "graded" ? (verdict.diagnosis ?? []).map((d) => d.code) : [];
    };
    expect(codes({ ...quadratic, layout: "denominator" }, "[12, 21]")).toEqual(["transposed"]);
    expect(codes(quadratic, "[-12; -21]")).toEqual(["sign"]);
    expect(codes(quadratic, "12")).toEqual(["wrong-shape"]);
    expect(codes(scalar, "1/0")).toEqual(["undefined"]);
  });
});

describe("a bad problem", () => {
  it.each([
    ["without at", { ...scalar, at: undefined }],
    ["with a variable that at does not give", { ...quadratic, at: { x: [1, 2] } }],
    ["with an unknown name in at", { ...scalar, at: { x: 3, y: 2 } }],
    ["with a value of the wrong shape", { ...scalar, at: { x: [1, 2] } }],
    ["with sizes that contradict each other", { ...quadratic, at: { x: [1, 2, 3], A: quadratic.at.A } }],
    ["with ragged rows", { ...quadratic, at: { x: [1, 2], A: [[1, 2], [3]] } }],
    ["with an empty list", { ...quadratic, at: { x: [], A: quadratic.at.A } }],
    ["where the function has no value", { ...scalar, function: "log(x)", at: { x: -1 } }],
    ["where the derivative has no value", { ...scalar, function: "sqrt(x)", at: { x: 0 } }],
    ["at the edge of where the function has values", { ...scalar, function: "x^1.5", at: { x: 0 } }],
    ["at a corner", { ...scalar, function: "abs(x)", at: { x: 0 } }],
    ["at a corner that is a decimal", { ...scalar, function: "relu(x - 0.1)", at: { x: 0.1 } }],
    ["at a jump", { ...scalar, function: "sign(x)", at: { x: 0 } }],
    ["with a declared function", { ...scalar, functions: { f: { elementwise: true } }, function: "f(x)" }],
    ["with an entry that is not there", { ...quadratic, function: "x[3]" }],
    ["against its own inequality", { ...layer, where: ["n > m"] }],
    ["with a tolerance below zero", { ...scalar, tolerance: -1 }],
  ])("is one %s", (_, problem) => {
    expect(said(problem, "1")).toBe("bad-problem");
  });

  it("takes a whole number as the exponent of a matrix, and no other", () => {
    const power = { form: "value", function: "tr(X^k)", wrt: "X" };
    const variables = { X: { shape: [2, 2] }, k: { shape: [], assume: ["integer"] } };
    const X = [[1, 2], [3, 4]]; // biome-ignore format: a matrix reads best in its rows
    expect(said({ ...power, variables, at: { X, k: 2 } }, "[2, 4; 6, 8]")).toBe("numerator");
    expect(said({ ...power, variables, at: { X, k: 2.5 } }, "[2, 4; 6, 8]")).toBe("bad-problem");
  });
});
