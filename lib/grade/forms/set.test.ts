import { describe, expect, it } from "vitest";
import { said } from "../testing/said";

const of = (fn: string, at: unknown, more: Record<string, unknown> = {}) => ({
  form: "set",
  variables: { x: { shape: typeof at === "number" ? [] : ["n"] } },
  function: fn,
  wrt: "x",
  at: { x: at },
  ...more,
});

describe("a subdifferential", () => {
  it.each([
    [of("abs(x)", 0), "[-1, 1]", "both"],
    [of("abs(x)", 0), "[-1; 1]", "both"],
    [of("abs(x)", 0), "[[-1, 1]]", "both"],
    [of("abs(x)", 0), "[1, -1]", "neither"],
    [of("abs(x)", 0), "0", "neither"],
    [of("abs(x)", 0), "[-1, 0]", "neither"],
    [of("abs(x)", 0), "[-1, 1.02]", "neither"],
    [of("abs(x)", 0), "[-1, 1.004]", "both"],
    [of("abs(x)", 0), "[-1, 1.006]", "neither"],
    [of("abs(x)", 0, { tolerance: 0.05 }), "[-1, 1.02]", "both"],
    [of("abs(x)", 0), "[-1, 1, 0]", "neither"],
    [of("abs(x)", 0), "[-1, x]", "invalid unknown-name"],
    [of("abs(x)", 0), "[-1, 1", "invalid syntax"],
    [of("abs(x)", 0), "2*[-1/2, 1/2]", "both"],
    [of("abs(x)", 3), "1", "both"],
    [of("abs(x)", 3), "[1, 1]", "both"],
    [of("abs(x)", -0.5), "-1", "both"],
    [of("relu(x)", 0), "[0, 1]", "both"],
    [of("relu(x)", -1), "0", "both"],
    [of("relu(1 - 2*x)", 0.5), "[-2, 0]", "both"],
    [of("abs(x - 0.1)", 0.1), "[-1, 1]", "both"],
    [of("x^2 + abs(x)", 0), "[-1, 1]", "both"],
    [of("exp(x) + 3*abs(x)", 0), "[-2, 4]", "both"],
    [of("max(2*x, -x)", 0), "[-1, 2]", "both"],
    [of("max(x, max(-x, 3*x))", 0), "[-1, 3]", "both"],
    [of("norm1(x)", [0, 3]), "[[-1, 1], 1]", "both"],
    [of("norm1(x)", [0, 3]), "[[-1, 1]; 1]", "both"],
    [of("norm1(x)", [0, 3]), "[[-1, 1]; [1, 1]]", "both"],
    [of("norm1(x)", [0, 3]), "[-1, 1; 1, 1]", "both"],
    [of("norm1(x)", [0, 3]), "[1; [-1, 1]]", "neither"],
    [of("norm1(x)", [0, 3]), "[-1, 1]", "neither"],
    [of("norm1(x)", [0, 3]), "[[-1, 1], 1, 1]", "neither"],
    [of("norm1(x)", [0, 3]), "[[-1, 0, 1], 1]", "neither"],
    [of("norm1(x)", [0, 3]), "[[1, -1], 1]", "neither"],
    [of("norm1(x)", [0, 3]), "[[-1, 1]; 1; 1]", "neither"],
    [of("norm1(x)", [2, 0, 3]), "[1; [-1, 1]]", "neither"],
    [of("norm1(x)", [2, 0, 3]), "[1; [-1, 1]; x]", "invalid unknown-name"],
    [of("norm1(x)", [2, -3]), "[1, -1]", "both"],
    [of("norm1(x)", [2, -3]), "[1; -1]", "both"],
    [of("norm1(x)", [0, 0, 0]), "[[-1,1],[-1,1],[-1,1]]", "both"],
    [of("norm1(x) + x'*x/2", [0, 2]), "[[-1,1], 3]", "both"],
    [of("norm(x)", [3, 4]), "[0.6, 0.8]", "both"],
    [of("norm(x)", 0), "[-1, 1]", "both"],
    [of("sum(relu(x))", [0, 1, -1]), "[[0,1]; 1; 0]", "both"],
    [of("x'*x", [0, 0]), "0", "both"],
    [of("x'*x", [0, 0]), "zeros(2)", "both"],
    [of("norm1(x - [1; 2])", [1, 5], { variables: { x: { shape: [2] } } }), "[[-1,1]; 1]", "both"],
  ])("%# of %j: %s is %s", (problem, answer, verdict) => {
    expect(said(problem, answer)).toBe(verdict);
  });

  it.each([
    ["two entries tie in a maximum", of("max(x[1], x[2])", [1, 1])],
    ["a norm is taken at zero", of("norm(x)", [0, 0])],
    ["a slanted corner is met", of("abs(x[1] + x[2])", [1, -1])],
    ["the function is concave", of("-abs(x)", 0)],
    ["the function is not convex elsewhere", of("x^3", 1)],
    ["the function has no value", of("log(x)", -1)],
    ["the function is a vector", of("2*x", [1, 2])],
    ["at is missing", of("abs(x)", 0, { at: undefined })],
    ["wrt is a matrix", { form: "set", variables: { X: { shape: [2, 2] } }, function: "sum(X)", wrt: "X", at: {} }],
  ])("cannot be asked for where %s", (_, problem) => {
    expect(said(problem, "[0, 1]")).toBe("bad-problem");
  });

  it("may depend on other variables, which stay where they are", () => {
    const problem = {
      form: "set",
      variables: { w: { shape: ["n"] }, lambda: { shape: [] } },
      function: "lambda*norm1(w)",
      wrt: "w",
      at: { w: [0, -1], lambda: 2 },
    };
    expect(said(problem, "[[-2, 2]; -2]")).toBe("both");
    expect(said(problem, "lambda*[[-1, 1]; -1]")).toBe("invalid unknown-name");
  });

  it("takes LaTeX", () => {
    expect(said(of("norm1(x)", [2, -3]), "\\begin{bmatrix} 1 \\\\ -1 \\end{bmatrix}", "latex")).toBe("both");
  });
});
