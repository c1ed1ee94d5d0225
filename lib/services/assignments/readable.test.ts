import { describe, expect, it } from "vitest";
import type { FieldView } from "../field-views";
import { canBeRead } from "./readable";

const names = { variables: { x: { shape: ["n"] }, A: { shape: ["n", "n"] } } };
const expression: FieldView = { kind: "expression", names, start: "text" };
const steps: FieldView = { kind: "steps", names, start: "text", function: "x" };
const cell = (name: string) => ({ name, what: "value" as const, part: "x", seed: [] });
const table: FieldView = { kind: "table", cells: [cell("v1"), cell("v2")] };

describe("a draft looks whole", () => {
  it.each([
    ["an expression", expression, "A*x", true],
    ["one that breaks off", expression, "A*(", false],
    ["one whose shapes do not fit", expression, "x*x", false],
    ["one with a name that nobody has declared", expression, "q + x", false],
    ["nothing", expression, " ", false],
    ["a number", { kind: "numbers", intervals: false } as const, "2/3", true],
    ["an interval", { kind: "numbers", intervals: true } as const, "[0, 1]", true],
    ["a choice", { kind: "choice", several: false, options: [] } as const, "a", true],
    ["no choice", { kind: "choice", several: false, options: [] } as const, "", false],
    ["lines", steps, ["x'*x", "2*x'"], true],
    ["lines of which one breaks off", steps, ["x'*x", "2*"], false],
    ["no lines", steps, [], false],
    ["all cells", table, { v1: "1", v2: "2" }, true],
    ["not all cells", table, { v1: "1" }, false],
  ])("%s: %j", (_, field, answer, whole) => {
    expect(canBeRead(field, answer, "text")).toBe(whole);
  });
});
