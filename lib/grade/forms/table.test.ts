import { describe, expect, it } from "vitest";
import { inWords, verdictOn } from "../testing/said";

const trace = {
  form: "table",
  variables: { x: { shape: [2] } },
  function: "sin(x_1) + x_1*x_2",
  at: { x: [2, 3] },
  cells: {
    v1: { value: "sin(x_1)" },
    v2: { value: "x_1*x_2" },
    t2: { tangent: "x_1*x_2", seed: { x: [1, 0] } },
    b1: { adjoint: "sin(x_1)" },
    bx: { adjoint: "x_1" },
  },
};
const right = { v1: "0.909", v2: "6", t2: "3", b1: "1", bx: "cos(2) + 3" };
const one = (cell: unknown, more: Record<string, unknown> = {}) => ({ ...trace, cells: { c: cell }, ...more });

function said(problem: unknown, answer: unknown): string {
  const verdict = verdictOn(problem, answer as Record<string, string>);
  if (verdict.status !== "graded") return inWords(verdict);
  const wrong = Object.entries(verdict.cells ?? {}).flatMap(([name, good]) => (good ? [] : [name]));
  return [inWords(verdict), ...wrong].join(" ");
}

const layer = {
  form: "table",
  variables: { W: { shape: ["m", "n"] }, x: { shape: ["n"] } },
  function: "sum(relu(W*x))",
  at: { W: [[1, 2], [-3, 1], [1, 1]], x: [1, 1] }, // biome-ignore format: a matrix reads best in its rows
};

describe("a table of a trace", () => {
  it.each([
    [trace, right, "both"],
    [trace, { ...right, v1: "0.95" }, "neither v1"],
    [trace, { ...right, v1: "0.95", b1: "0" }, "neither v1 b1"],
    [trace, { ...right, bx: "x_2" }, "invalid unknown-name"],
    [trace, { ...right, bx: "3 +" }, "invalid syntax"],
    [trace, { ...right, bx: "" }, "invalid syntax"],
    [trace, { v1: "0.909" }, "invalid syntax"],
    [trace, { ...right, z: "1" }, "invalid unknown-name"],
    [trace, { ...right, v1: "[1, 2; 3]" }, "invalid shape"],
    [trace, { ...right, v1: "[0.909, 1]" }, "neither v1"],
    [trace, "0.909", "invalid syntax"],
    [one({ tangent: "sin(x_1) + x_1*x_2", seed: { x: [1, 0] } }), { c: "2.584" }, "both"],
    [one({ tangent: "sin(x_1)", seed: { x: [0, 1] } }), { c: "0" }, "both"],
    [one({ tangent: "sin(x_1)", seed: {} }), { c: "0" }, "both"],
    [one({ value: "x" }), { c: "[2; 3]" }, "both"],
    [one({ value: "x" }), { c: "[2, 3]" }, "neither c"],
    [one({ adjoint: "x" }), { c: "[cos(2) + 3; 2]" }, "both"],
    [one({ adjoint: "x" }), { c: "[cos(2) + 3, 2]" }, "both"],
    [one({ adjoint: "sin(x_1) + x_1*x_2" }), { c: "1" }, "both"],
    [one({ adjoint: "(x_1)*x[2]" }), { c: "1" }, "both"],
    [one({ adjoint: "x_1^2" }, { function: "x_1^2*x_2 + exp(x_1^2)" }), { c: "3 + exp(4)" }, "both"],
    [
      { ...layer, cells: { h: { value: "W*x" }, b: { adjoint: "W*x" }, g: { adjoint: "W" } } },
      { h: "[3; -2; 2]", b: "[1; 0; 1]", g: "[1, 1; 0, 0; 1, 1]" },
      "both",
    ],
  ])("%# in %j: %j is %s", (problem, answer, verdict) => {
    expect(said(problem, answer)).toBe(verdict);
  });

  it("names the cell that cannot be read", () => {
    expect(verdictOn(trace, { ...right, t2: "3 +" })).toMatchObject({ error: { field: "t2", code: "syntax" } });
  });

  it.each([
    ["no cells", { ...trace, cells: undefined }],
    ["no function", { ...trace, function: undefined }],
    ["no point", { ...trace, at: undefined }],
    ["an adjoint of something that is no part", one({ adjoint: "cos(x_1)" })],
    ["a seed of another size", one({ tangent: "x_1", seed: { x: [1, 0, 0] } })],
    ["a seed for an unknown name", one({ tangent: "x_1", seed: { y: 1 } })],
    ["a part that cannot be read", one({ value: "sin(" })],
    ["a part without a value", one({ value: "log(-x_1)" })],
    ["a cell of no kind", one({ derivative: "x_1" })],
  ])("cannot have %s", (_, problem) => {
    expect(said(problem, { c: "1" })).toBe("bad-problem");
  });
});
