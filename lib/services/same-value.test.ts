import { describe, expect, it } from "vitest";
import type { ProblemRecord } from "../problems";
import { hasValue, normalForm, readValue } from "./same-value";

const quadratic = {
  variables: { x: { shape: ["n"] }, A: { shape: ["n", "n"] } },
  function: "x'*A*x",
  wrt: "x",
} as ProblemRecord;
const differential = { ...quadratic, form: "differential" } as ProblemRecord;
const choice = { variables: {}, form: "choice", options: { a: "1", b: "2" }, correct: ["a"] } as ProblemRecord;

describe("two wrong answers", () => {
  it.each<[string, string, "text" | "latex", boolean]>([
    ["A*x", "A x", "text", true],
    ["2*A*x", "A*x + A*x", "text", true],
    ["2*A*x", "2 A x", "latex", true],
    ["2*A*x", "2*x'*A'", "text", false],
    ["2*A*x", "2*A'*x", "text", false],
    ["A*x", "x*A", "text", false],
    ["(A - A')*x", "A*x - A'*x", "text", true],
  ])("%s and %s in %s: %s", (one, other, syntax, same) => {
    const key = readValue(quadratic, one);
    expect(key && hasValue(key, { text: other, syntax })).toBe(same);
  });

  it("may speak of the differential where that is asked for", () => {
    const key = readValue(differential, "2*x'*A*dx");
    expect(key && hasValue(key, { text: "x'*A*dx + x'*A*dx", syntax: "text" })).toBe(true);
  });

  it.each([
    [quadratic, "x'*"],
    [quadratic, "q"],
    [quadratic, "x + ".repeat(200)],
    [choice, "b"],
  ])("have no value of their own: %#", (record, text) => {
    expect(readValue(record, text)).toBeNull();
  });
});

describe("the normal form", () => {
  it.each<[ProblemRecord, string, "text" | "latex", string]>([
    [quadratic, " 2 * A*x ", "text", "2 * A * x"],
    [quadratic, "2 A x", "latex", "2 * A * x"],
    [quadratic, "2*A*  (", "text", "2*A* ("],
    [choice, " a,  b ", "text", "a, b"],
  ])("%#: of an answer is written in one way", (record, text, syntax, want) => {
    expect(normalForm(record, { text, syntax })).toBe(want);
  });
});
