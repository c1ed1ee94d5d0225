import { describe, expect, it } from "vitest";
import type { Declarations } from "../shape";
import { readShapeAnswer } from "./preview-shape";

const declared: Declarations = { variables: { a: { shape: ["m"] }, B: { shape: ["n", "p"] } } };

describe("a shape that is typed", () => {
  it.each([
    ["m x n", "m \\times n", "matrix", "m by n"],
    ["mxn", "m \\times n", "matrix", "m by n"],
    ["m × (n - 1)", "m \\times \\left(n - 1\\right)", "matrix", "m by n - 1"],
    ["n", "n", "vector", "n"],
    ["2 x 3 x m", "2 \\times 3 \\times m", "array", "2 by 3 by m"],
    ["n*p x 1", "n \\, p \\times 1", "matrix", "n times p by 1"],
  ])("%s is read", (text, tex, shape, speech) => {
    expect(readShapeAnswer(text, "text", declared)).toEqual({
      ok: true,
      value: { tex, shape, speech, compound: false },
    });
  });

  it.each([
    ["m x k", 4, 5],
    ["m x", 3, 3],
    ["m x 2.5", 3, 7],
  ])("%s is complained about where it cannot be read", (text, start, end) => {
    expect(readShapeAnswer(text, "text", declared)).toMatchObject({ ok: false, error: { start, end } });
  });
});
