import { describe, expect, it } from "vitest";
import { said, verdictOn } from "../testing/said";

const form = "stationary";
const leastSquares = {
  form,
  variables: { X: { shape: ["n", "p"] }, w: { shape: ["p"] }, y: { shape: ["n"] } },
  where: ["n > p"],
  function: "norm(X*w - y)^2",
  wrt: "w",
};
const ridge = {
  form,
  variables: { ...leastSquares.variables, lambda: { shape: [], assume: ["positive"] } },
  function: "norm(X*w - y)^2 + lambda*norm(w)^2",
  wrt: "w",
};
const square = { form, variables: { x: { shape: [] }, a: { shape: [] } }, function: "(x - a)^2", wrt: "x" };
const inside = (assume: string[], fn = "(x - a)^2") => ({
  form,
  variables: { x: { shape: [], assume }, a: { shape: [] } },
  function: fn,
  wrt: "x",
});
const nearest = (assume: string[]) => ({
  form,
  variables: { X: { shape: ["n", "n"], assume }, A: { shape: ["n", "n"] } },
  function: "normF(X - A)^2",
  wrt: "X",
});
const likelihood = {
  form,
  variables: { s: { shape: [], assume: ["positive"] }, x: { shape: ["n"] } },
  function: "n*log(s) + x'*x/s",
  wrt: "s",
};

describe("a stationary point", () => {
  it.each([
    [leastSquares, "inv(X'X) X'y", "both"],
    [leastSquares, "(X'X)^-1 X'*y", "both"],
    [leastSquares, "inv(X X') X y", "invalid shape"],
    [leastSquares, "inv(X'X) X'y + 0.0000001*ones(p)", "neither"],
    [leastSquares, "-inv(X'X) X'y", "neither"],
    [leastSquares, "X'y", "neither"],
    [leastSquares, "(inv(X'X) X'y)'", "neither"],
    [leastSquares, "0", "neither"],
    [leastSquares, "w", "invalid unknown-name"],
    [ridge, "inv(X'X + lambda I) X'y", "both"],
    [ridge, "X' inv(X X' + lambda I) y", "both"],
    [ridge, "inv(X'X + 2 lambda I) X'y", "neither"],
    [ridge, "inv(X'X) X'y", "neither"],
    [square, "a", "both"],
    [square, "2a - a", "both"],
    [square, "a + 1", "neither"],
    [square, "x", "invalid unknown-name"],
    [square, "a +", "invalid syntax"],
    [likelihood, "x'x/n", "both"],
    [likelihood, "x'x/(n - 1)", "neither"],
    [{ ...square, function: "exp(x) - exp(a)*x" }, "a", "both"],
    [{ ...square, function: "exp(x) - exp(a)*x" }, "1.00000001*a", "neither"],
    [{ ...square, function: "log(x) - a*x" }, "1/a", "neither"],
    [
      {
        ...square,
        variables: { x: { shape: [] }, a: { shape: [], assume: ["positive"] } },
        function: "log(x) - a*x",
      },
      "1/a",
      "both",
    ],
    [{ ...square, function: "abs(x - a)" }, "a", "neither"],
    [{ ...square, function: "relu(x - a)^2" }, "a", "both"],
    [{ ...square, function: "relu(x - a)" }, "a - 1", "both"],
    [{ ...square, function: "abs(x - a)^3 + sqrt(1 + a^2)" }, "a", "both"],
    [{ ...square, function: "x^4 - 2x^2" }, "-1", "both"],
    [{ ...square, function: "x^2 - 2*sqrt(2)*x" }, "sqrt(2)", "both"],
    [{ ...square, function: "x^2 - 2*sqrt(2)*x" }, "1.41421356237", "neither"],
    [inside(["positive"]), "a", "neither"],
    [inside(["nonzero"]), "a", "both"],
    [inside(["nonnegative"], "(x^2 - a^2)^2"), "abs(a)", "both"],
    [inside(["nonnegative"], "(x^2 - a^2)^2"), "-abs(a)", "neither"],
    [inside(["integer"], "(x - 0.5)^2"), "1/2", "neither"],
    [inside([], "(x - 0.5)^2"), "1/2", "both"],
    [nearest([]), "A", "both"],
    [nearest(["symmetric"]), "A", "neither"],
    [nearest(["positive-definite"]), "A", "neither"],
    [nearest(["orthogonal"]), "A", "neither"],
    [nearest(["diagonal"]), "A", "neither"],
    [nearest(["invertible"]), "A", "both"],
  ])("%# of %j: %s is %s", (problem, answer, verdict) => {
    expect(said(problem, answer)).toBe(verdict);
  });

  it("is never accepted where it has no value", () => {
    expect(said({ ...leastSquares, where: ["n < p"] }, "inv(X'X) X'y")).not.toBe("both");
    expect(said(square, "1/(a - a)")).toBe("neither");
  });

  it("of another shape is said to be so", () => {
    expect(verdictOn(leastSquares, "y'y")).toMatchObject({ diagnosis: [{ code: "wrong-shape", want: "p×1" }] });
  });

  it.each([
    ["the function is missing", { ...square, function: undefined }],
    ["wrt is missing", { ...square, wrt: undefined }],
    ["wrt is unknown", { ...square, wrt: "z" }],
    ["the function is no scalar", { ...leastSquares, function: "X*w - y" }],
  ])("cannot be asked for where %s", (_, problem) => {
    expect(said(problem, "1")).toBe("bad-problem");
  });
});
