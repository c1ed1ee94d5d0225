import { expect, it } from "vitest";
import { safeReturn } from "./safe-return";

it.each(["/dashboard", "/teach/problems/0199-ab/edit", "/"])("goes back to %s", (path) => {
  expect(safeReturn(path)).toBe(path);
});

it.each([
  "https://example.org",
  "//example.org",
  "/\\example.org",
  "javascript:alert(1)",
  "/\t/example.org",
  "/x?y=//example.org",
  "",
  undefined,
  ["/dashboard"],
])("does not go to %j", (value) => {
  expect(safeReturn(value)).toBeUndefined();
});
