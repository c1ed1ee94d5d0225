import { describe, expect, it } from "vitest";
import type { ProblemRecord } from "../problems";
import { fieldOf } from "./fields";
import { readQuestion } from "./grader/question";

type Input = "text" | "latex" | "grid";
type Policy = Parameters<typeof readQuestion>[1];

const field = (record: ProblemRecord, input: Input = "text", policy: Policy = "either") =>
  fieldOf(record, input, () => readQuestion(record, policy));

const x = { shape: ["n"] };

describe("the field for an answer", () => {
  it.each<[string, Partial<ProblemRecord>, object]>([
    ["a derivative", {}, { kind: "expression", start: "text" }],
    ["a Hessian", { form: "hessian" }, { kind: "expression" }],
    ["a shape", { form: "shape" }, { kind: "plain", names: { variables: { x } } }],
    ["a value", { form: "value", at: { x: [1, 2] } }, { kind: "numbers", intervals: false }],
    ["a set", { form: "set", at: { x: [1, 2] } }, { kind: "numbers", intervals: true }],
    ["a derivation", { form: "steps" }, { kind: "steps", function: "x^{\\top} \\, x" }],
  ])("takes %s as it should", (_, more, expected) => {
    expect(field({ variables: { x }, function: "x'*x", wrt: "x", ...more })).toMatchObject(expected);
  });

  it("begins in LaTeX where its author says so", () => {
    expect(field({ variables: { x }, function: "x'*x", wrt: "x" }, "latex")).toMatchObject({ start: "latex" });
  });

  it("knows the differential in a differential and in a derivation", () => {
    for (const form of ["differential", "steps"] as const) {
      expect(field({ variables: { x }, function: "x'*x", wrt: "x", form })).toMatchObject({
        names: { variables: { x, dx: x } },
      });
    }
  });

  it("does not know the variable that is looked for", () => {
    const record = { variables: { x, a: x }, function: "(x - a)'*(x - a)", wrt: "x", form: "stationary" } as const;
    expect(field(record)).toMatchObject({ names: { variables: { a: x } } });
    expect(JSON.stringify(field(record))).not.toContain('"x"');
  });

  it("tells nothing of the right options but how many there are to choose", () => {
    const options = { a: "one", b: "two", c: "three" };
    const one = field({ variables: {}, form: "choice", options, correct: ["b"] });
    const several = field({ variables: {}, form: "choice", options, correct: ["a", "b"] });
    const shown = Object.entries(options).map(([key, markdown]) => ({ key, markdown }));
    expect(one).toEqual({ kind: "choice", several: false, options: shown });
    expect(several).toEqual({ kind: "choice", several: true, options: shown });
  });

  it("names every cell of a table and what it holds", () => {
    const cells = { v: { value: "x'*x" }, t: { tangent: "x'*x", seed: { x: [1, 0] } }, b: { adjoint: "x" } };
    const record: ProblemRecord = { variables: { x }, function: "x'*x", form: "table", at: { x: [1, 2] }, cells };
    expect(field(record)).toEqual({
      kind: "table",
      cells: [
        { name: "v", what: "value", part: "x^{\\top} \\, x", seed: [] },
        { name: "t", what: "tangent", part: "x^{\\top} \\, x", seed: [expect.stringContaining("x = ")] },
        { name: "b", what: "adjoint", part: "x", seed: [] },
      ],
    });
  });
});

describe("a grid", () => {
  const record: ProblemRecord = { variables: { x: { shape: [3] } }, function: "x'*x", wrt: "x" };
  const [row, column] = [
    { rows: 1, columns: 3 },
    { rows: 3, columns: 1 },
  ];

  it.each<[Policy, object[]]>([
    ["either", [row, column]],
    ["numerator", [row]],
    ["denominator", [column]],
    ["mixed", [column]],
  ])("has the sizes that the policy %s takes", (policy, sizes) => {
    expect(field(record, "grid", policy)).toMatchObject({ kind: "grid", sizes });
  });

  it("takes its size from the point where the shape is a name", () => {
    const named: ProblemRecord = { variables: { x }, function: "x'*x", wrt: "x", form: "value", at: { x: [1, 2] } };
    expect(field(named, "grid", "denominator")).toMatchObject({
      kind: "grid",
      names: { variables: {} },
      sizes: [{ rows: 2, columns: 1 }],
    });
  });

  it("gives way to text where the size is open or large", () => {
    expect(field({ variables: { x }, function: "x'*x", wrt: "x" }, "grid").kind).toBe("expression");
    expect(field({ ...record, variables: { x: { shape: [9] } } }, "grid").kind).toBe("expression");
  });
});
