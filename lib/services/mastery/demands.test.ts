import { describe, expect, it } from "vitest";
import { demandsOf } from "./demands";

const X = { shape: ["n", "n"] };
const x = { shape: ["n"] };

let versions = 0;

function demands(answers: object, variables: object, more: { policy?: "either" | "mixed"; form?: string } = {}) {
  const { policy = "either", form } = more;
  const record = { variables, function: "0", wrt: "x", ...(form && { form }) };
  const id = `version ${versions++}`;
  return demandsOf({ id, record: JSON.parse(JSON.stringify(record)), parameters: null, policy, answers, alike: false });
}

describe("what a right answer takes", () => {
  it.each<[string, string[]]>([
    ["A'*b", ["missing-transpose", "product-order", "wrong-shape"]],
    ["2*x", ["constant-factor", "wrong-shape"]],
    ["(A + A')*x", ["missing-transpose", "product-order", "missed-occurrence", "assumed-symmetric", "wrong-shape"]],
    ["x .* b", ["elementwise-product", "wrong-shape"]],
    ["-x", ["sign", "wrong-shape"]],
    ["2*sin(b'*x)", ["missing-transpose", "product-order", "constant-factor", "missing-inner-derivative"]],
  ])("%s", (answer, expected) => {
    expect(demands({ answer }, { x, b: x, A: X })).toEqual(expected);
  });

  it("is what it takes in both layouts", () => {
    expect(demands({ numerator: "2*x'*A", denominator: "2*A*x" }, { x, A: X })).not.toContain("missing-transpose");
  });

  it("is the layout too where it is asked for", () => {
    expect(demands({ answer: "x" }, { x }, { policy: "mixed" })).toContain("transposed");
  });

  it("does not tell a symmetric matrix from its transpose", () => {
    const answer = { answer: "A*x + A'*x" };
    expect(demands(answer, { x, A: { ...X, assume: ["symmetric"] } })).not.toContain("assumed-symmetric");
  });

  it("is read off the last line of a derivation", () => {
    expect(demands({ answer: ["x'*x", "2*x'*dx", "2*x"] }, { x }, { form: "steps" })).toContain("constant-factor");
  });

  it("is nothing where an option is picked", () => {
    expect(demands({ answer: "a" }, { x }, { form: "choice" })).toEqual([]);
  });
});
