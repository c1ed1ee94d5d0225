import { expect, it } from "vitest";
import { statementNames } from "./statement-names";

it("names a statement the same each time, and no other so", () => {
  const nameOf = statementNames(10);
  const [first, second] = ["SELECT 1", "SELECT 2"].map((sql) => nameOf({ sql }));
  expect(first).not.toBe("");
  expect(second).not.toBe(first);
  expect(nameOf({ sql: "SELECT 1" })).toBe(first);
});

it("names no more than so many, and those still", () => {
  const nameOf = statementNames(2);
  const names = ["a", "b", "c", "a"].map((sql) => nameOf({ sql }));
  expect(names[2]).toBe("");
  expect(names[3]).toBe(names[0]);
});
