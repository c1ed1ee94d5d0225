import { expect, it } from "vitest";
import { parse } from "./parse";
import { toSpeech } from "./print-speech";
import { vocabulary } from "./testing/trees";

it.each([
  ["tr(A X')", "the trace of A times X transpose"],
  ["tr(A) X", "the trace of A, times X"],
  ["x'A x", "x transpose times A times x"],
  ["inv(A)", "the inverse of A"],
  ["A^-1", "A inverse"],
  ["c/(c c)", "c over the quantity c times c, end quantity"],
  ["c/c c", "c over c times c"],
  ["A(x+x)", "A times the quantity x plus x, end quantity"],
  ["(A x)'", "the quantity A times x, end quantity transpose"],
  ["norm(x)^2", "the quantity the norm of x, end quantity squared"],
  ["sin(c^2)", "the sine of c squared"],
  ["sum(k, x[k]) + c", "the sum over k of x sub k, plus c"],
  ["[1, 2; 3, c] A", "the 2 by 2 matrix, row 1: 1, 2; row 2: 3, c; end matrix times A"],
])("says %s as %s", (source, words) => {
  const tree = parse(source, "text", vocabulary);
  expect(tree.ok && toSpeech(tree.value)).toBe(words);
});
