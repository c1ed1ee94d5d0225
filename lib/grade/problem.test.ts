import { expect, it } from "vitest";
import { readProblem } from "./grade";

const square = (assume: string, shape: unknown[] = ["n", "n"]): object => ({
  variables: { A: { shape, assume: [assume] } },
  reference: "A",
});
const x = { x: { shape: ["n"] } };
const where = (...inequalities: string[]): object => ({
  variables: { X: { shape: ["n", "p"] } },
  where: inequalities,
  reference: "X",
});

/** What is wrong with a problem: its code, its field, and the beginning of its detail. */
function complaintOn(problem: object): string {
  const key = readProblem(problem);
  if (key.ok) return "nothing";
  const { code, what, field, facts } = key.error as typeof key.error & { facts: { detail?: string } };
  return [code, field, facts.detail?.split(/[:"]/)[0]?.trim() ?? what].filter(Boolean).join("; ");
}

it.each([
  [{ variables: x, function: "x'*x", wrt: "x" }, "nothing"],
  [{ reference: "1" }, "nothing"],
  [{ variables: x, function: "x'*x" }, "syntax; wrt is missing"],
  [{ variables: x, wrt: "x" }, "syntax; function is missing"],
  [{ variables: x, function: "x'*x", wrt: "y" }, "unknown-name; wrt"],
  [{ variables: x, function: "x'*y", wrt: "x" }, "unknown-name; function; unknown-name"],
  [{ variables: x, function: "x*x", wrt: "x" }, "shape; function; mismatch"],
  [{ variables: x, function: "x'*", wrt: "x" }, "syntax; function; unexpected-end"],
  [{ variables: x, reference: "x*x" }, "shape; reference; mismatch"],
  [
    { variables: { X: { shape: ["m", "n"] } }, function: "X", wrt: "X" },
    "syntax; the derivative of m×n by m×n has no layout",
  ],
  [{ variables: x, function: "x'*x", wrt: "x", form: "other" }, "syntax; form"],
  [{ variables: { x: { shape: [0] } }, reference: "x" }, "syntax; variables.x.shape.0"],
  [{ variables: { x: { shape: [10001] } }, reference: "x" }, "syntax; variables.x.shape.0"],
  [{ variables: { x: { shape: [10000] } }, reference: "x" }, "nothing"],
  [{ variables: { x: { shape: [1.5] } }, reference: "x" }, "syntax; variables.x.shape.0"],
  [{ variables: { x: { shape: ["n", "n", "n"] } }, reference: "x" }, "syntax; variables.x.shape"],
  [{ variables: { x: { shape: ["2n"] } }, reference: "x" }, "syntax; variables.x.shape.0"],
  [{ variables: { x: { shape: ["n"], assume: ["tall"] } }, reference: "x" }, "syntax; variables.x.assume.0"],
  [{ variables: { theta: { shape: [] }, θ: { shape: [] } }, reference: "1" }, "syntax; variables"],
  [{ variables: { "a-b": { shape: [] } }, reference: "1" }, "syntax; variables.a-b"],
  [{ variables: x, reference: "x", tolerance: 1 }, "nothing"],
  [{ variables: x, reference: "x", tolerance: 1.001 }, "syntax; tolerance"],
  [{ variables: x, reference: "x", tolerance: -0.1 }, "syntax; tolerance"],
  [square("symmetric"), "nothing"],
  [square("symmetric", []), "nothing"],
  [square("symmetric", [3, 3]), "nothing"],
  [square("symmetric", ["m", "n"]), "shape; variables"],
  [square("symmetric", ["n"]), "shape; variables"],
  [square("skew", ["m", "n"]), "shape; variables"],
  [square("diagonal", ["m", "n"]), "shape; variables"],
  [square("orthogonal", ["m", "n"]), "shape; variables"],
  [square("positive-definite", ["m", "n"]), "shape; variables"],
  [square("invertible", ["m", "n"]), "shape; variables"],
  [square("positive", ["m", "n"]), "nothing"],
  [square("unit", ["n"]), "nothing"],
  [where("n > p"), "nothing"],
  [where("n>=p", " p < 5 ", "3 <= n"), "nothing"],
  [where("n = p"), "syntax; where"],
  [where("n > p + 1"), "syntax; where"],
  [where("n"), "syntax; where"],
  [where("n > q"), "unknown-name; where"],
  [where("q > n"), "unknown-name; where"],
  [where("n > p", "n > q"), "unknown-name; where"],
])("of %j it says: %s", (problem, want) => {
  expect(complaintOn(problem)).toBe(want);
});

it("is complained of as a whole, not at some place", () => {
  for (const problem of [{ variables: x, function: "x'*x" }, square("skew", ["n"]), where("n > q")])
    expect(readProblem(problem)).toMatchObject({ ok: false, error: { start: 0, end: 0 } });
});
