import { describe, expect, it } from "vitest";
import { explain, readAnswer, spokenVerdict } from "../feedback";
import { type Form, grade, type Policy, readProblem } from "../grade";
import type { Declarations } from "../shape";

const declarations: Declarations = {
  variables: { x: { shape: ["n"] }, A: { shape: ["n", "n"] }, t: { shape: [] } },
};
const names = { declarations };
const quadratic = { function: "x'*A*x", wrt: "x" };

/** What is heard of an answer to a problem with these names. */
function heard(problem: object, text: string, policy: Policy = "either"): string {
  const record = { variables: declarations.variables, ...problem, layout: policy };
  const key = readProblem(record);
  const form = (record as { form?: Form }).form ?? "derivative";
  const verdict = key.ok
    ? grade({ text, syntax: "text" }, key.value, "heard")
    : { status: "bad-problem" as const, error: key.error };
  const read = readAnswer(text, "text", declarations);
  return spokenVerdict(
    { ...explain(verdict, policy, "scalar", form), reading: read.ok ? read.value.speech : undefined },
    names,
  );
}

describe("a verdict is read out in one sentence", () => {
  it.each([
    ["right in both layouts", heard({ function: "t^2", wrt: "t" }, "2t"), "Read as 2 times t: right in both layouts."],
    [
      "right in one layout",
      heard(quadratic, "x'(A + A')"),
      "Read as x transpose times the quantity A plus A transpose, end quantity: right, in numerator layout.",
    ],
    [
      "right in the layout that was not asked for",
      heard({ function: "A*x", wrt: "x" }, "A'", "denominator"),
      "Read as A transpose: right, in denominator layout.",
    ],
    [
      "right in the other layout",
      heard(quadratic, "x'(A + A')", "denominator"),
      "Read as x transpose times the quantity A plus A transpose, end quantity: right in numerator layout, but this problem asks for denominator layout.",
    ],
    [
      "right where there are no layouts",
      heard({ function: "x'*x", wrt: "x", form: "hessian" }, "2*I"),
      "Read as 2 times the identity: right.",
    ],
    [
      "wrong, with a cause",
      heard(quadratic, "2*A*x"),
      "Read as 2 times A times x: not the derivative, in either layout; this holds only where A is symmetric, and that is not given: keep A and A transpose apart.",
    ],
    [
      "wrong, without one",
      heard(quadratic, "A*A*x"),
      "Read as A times A times x: not the derivative, in either layout.",
    ],
    [
      "wrong in shape",
      heard(quadratic, "A"),
      "Read as A: not the derivative, in either layout; your answer is n by n, and the derivative is 1 by n or n by 1.",
    ],
    [
      "invalid: syntax",
      heard(quadratic, "(A + A' x"),
      "This could not be read, and costs nothing; this opening bracket is never closed.",
    ],
    [
      "invalid: an unknown name",
      heard(quadratic, "2*B*x"),
      "This could not be read, and costs nothing; unknown name B.",
    ],
    [
      "invalid: shapes",
      heard(quadratic, "A*x'"),
      "This could not be read, and costs nothing; A is n by n and x transpose is 1 by n, so times does not fit between them.",
    ],
    [
      "invalid: a limit",
      heard(quadratic, "(".repeat(2_000)),
      expect.stringMatching(/^This could not be read, and costs nothing; brackets, signs and powers are nested/),
    ],
    [
      "undecided",
      heard({ variables: { x: { shape: [5000] } }, function: "x'*x", wrt: "x" }, "2*x"),
      expect.stringMatching(/: this could not be decided, and costs nothing; this is too large to decide\.$/),
    ],
    [
      "a mistake of the problem's own",
      heard({ function: "x +", wrt: "x" }, "2*x"),
      expect.stringMatching(/^Read as 2 times x: this problem has a mistake of its own; nothing is counted; /),
    ],
  ])("%s", (_, sentence, want) => {
    expect(sentence).toEqual(want);
  });
});
