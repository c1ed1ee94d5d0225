import { describe, expect, it } from "vitest";
import { assumptionsInWords, counted, dateInWords, printedShapeInWords, shapeInWords } from "./words";

describe("shapes in words", () => {
  it.each([
    [[], "scalar"],
    [["n"], "vector with n entries"],
    [[3], "vector with 3 entries"],
    [["m", "n"], "m × n matrix"],
  ] as const)("says %j as %s", (shape, words) => {
    expect(shapeInWords(shape)).toBe(words);
  });

  it.each([
    ["scalar", "scalar"],
    ["n×1", "n × 1 column"],
    ["1×n", "1 × n row"],
    ["m×n", "m × n matrix"],
  ])("says what the reader prints as %s as %s", (printed, words) => {
    expect(printedShapeInWords(printed)).toBe(words);
  });
});

it("says what is known of a variable, by entries where it has some", () => {
  expect(assumptionsInWords({ shape: ["n", "n"], assume: ["symmetric", "invertible"] })).toBe("symmetric, invertible");
  expect(assumptionsInWords({ shape: ["n"], assume: ["positive"] })).toBe("positive entries");
  expect(assumptionsInWords({ shape: [], assume: ["positive"] })).toBe("positive");
  expect(assumptionsInWords({ shape: [] })).toBe("");
});

it("counts in the singular and in the plural", () => {
  expect([0, 1, 2].map((n) => counted(n, "problem"))).toEqual(["0 problems", "1 problem", "2 problems"]);
});

it("writes a moment the same wherever it runs", () => {
  expect(dateInWords(new Date("2026-03-01T09:05:00Z"))).toBe("1 Mar 2026, 09:05");
});
