import { expect, it } from "vitest";
import { verdictOn } from "../testing/said";

const x = { variables: { x: { shape: [] } }, function: "x^2", wrt: "x" };
const list = ["1"];

it.each([
  [x, list, "one expression"],
  [{ ...x, form: "stationary" }, list, "one expression"],
  [{ ...x, form: "value", at: { x: 1 } }, list, "numbers"],
  [{ ...x, form: "set", at: { x: 1 } }, list, "an interval"],
  [{ ...x, form: "shape" }, list, "a shape"],
  [{ form: "choice", options: { a: "1" }, correct: ["a"] }, list, "the keys of options"],
  [{ ...x, form: "table", at: { x: 1 }, cells: { v: { value: "x" } } }, "1", "a table of cells"],
  [{ ...x, form: "steps" }, { v: "1" }, "a list of lines"],
])("%j answered with %j is told to give %s", (problem, answer, want) => {
  const error = { code: "syntax", what: "not-this-form", facts: { want }, start: 0, end: 0 };
  expect(verdictOn(problem, answer)).toMatchObject({ status: "invalid", error });
});
