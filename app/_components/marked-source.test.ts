import { expect, it } from "vitest";
import { windowAround } from "./marked-source";

it("shows a short text whole, cut at the marked place", () => {
  expect(windowAround("A x + ?", 6, 7)).toEqual({ before: "A x + ", marked: "?", after: "" });
});

it("marks nothing where something is missing", () => {
  expect(windowAround("A x +", 5, 5)).toEqual({ before: "A x +", marked: "", after: "" });
});

it("shows only the neighbourhood in a long text", () => {
  const { before, marked, after } = windowAround(`${"a".repeat(5_000)}?${"b".repeat(5_000)}`, 5_000, 5_001);
  expect(before).toBe(`…${"a".repeat(40)}`);
  expect(marked).toBe("?");
  expect(after).toBe(`${"b".repeat(40)}…`);
});

it("shows only the beginning of a long marked place", () => {
  const { marked, after } = windowAround("(".repeat(10_000), 0, 10_000);
  expect(marked).toBe(`${"(".repeat(80)}…`);
  expect(after).toBe("");
});
