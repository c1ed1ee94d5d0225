import { describe, expect, it } from "vitest";
import type { FieldView } from "@/lib/services";
import { showReading } from "./shown-reading";

const names = { variables: { A: { shape: ["n", "n"] }, x: { shape: ["n"] } } };
const expression: FieldView = { kind: "expression", names, start: "text" };
const read = (text: string, field: FieldView, syntax: "text" | "latex" = "text") =>
  showReading(text, syntax, { field, indices: [] });

describe("what was read of an answer", () => {
  it("is its formula, its shape and how it is said", () => {
    expect(read("x'A", expression)).toMatchObject({ shape: "1 × n row", speech: "x transpose times A" });
    expect(read("x^\\top A", expression, "latex")).toMatchObject({ speech: "x transpose times A" });
  });

  it("has no shape where brackets hold an interval", () => {
    expect(read("[0, 1]", { kind: "numbers", intervals: true })).not.toHaveProperty("shape");
    expect(read("[0, 1]", { kind: "numbers", intervals: false })).toMatchObject({ shape: "1 × 2 row" });
  });

  it("is nothing for a choice, or where it cannot be read", () => {
    expect(read("a", { kind: "choice", several: false, options: [] })).toBeUndefined();
    expect(read("A*", expression)).toBeUndefined();
  });
});
