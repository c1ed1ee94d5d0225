import fc from "fast-check";
import { expect, it } from "vitest";
import { verdictOn } from "../testing/said";

const x = { x: { shape: ["n"] }, A: { shape: ["n", "n"] } };
const problems = [
  { form: "value", variables: x, function: "x'*A*x", wrt: "x", at: { x: [1, 2], A: [[1, 2], [3, 4]] } }, // biome-ignore format: a matrix reads best in its rows
  { form: "stationary", variables: x, function: "norm(A*x - x)^2 + x'*x", wrt: "x" },
  { form: "set", variables: { x: { shape: ["n"] } }, function: "norm1(x)", wrt: "x", at: { x: [0, 1] } },
  { form: "shape", variables: x, function: "A*x", wrt: "x" },
  { form: "choice", options: { a: "", b: "" }, correct: ["a"] },
  { form: "steps", variables: x, function: "x'*A*x", wrt: "x" },
  {
    form: "table",
    variables: { x: { shape: ["n"] } },
    function: "x'*x",
    at: { x: [1] },
    cells: { a: { adjoint: "x" } },
  },
];

const piece = fc.constantFrom(
  ..."x A n a b dx [ ] ( ) , ; ' ^ * / - + 0 1 2.5 x×n I pi inv norm \\frac { } \n".split(" "),
);
const text = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(""));
const answer = fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.dictionary(fc.constantFrom("a", "b"), text));

it.each(problems)("whatever is typed leads to a verdict, never to an exception: $form", (problem) => {
  fc.assert(
    fc.property(answer, fc.constantFrom("text" as const, "latex" as const), (typed, syntax) => {
      expect(["graded", "invalid", "undecided"]).toContain(verdictOn(problem, typed, syntax).status);
    }),
    { numRuns: 150, seed: 7 },
  );
});
