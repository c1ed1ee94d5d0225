import { describe, expect, it } from "vitest";
import type { DiagnosisCode } from "../grade";
import { causeCodes, inWords, spokenVerdict } from "./index";
import { slips } from "./slips";

const names = {
  declarations: {
    variables: { x: { shape: ["n"] }, A: { shape: ["n", "n"] }, y_1: { shape: [] } },
  },
};

describe("a wrong answer is spoken of in one sentence", () => {
  it.each(causeCodes())("with the slip %s, and without a sign that cannot be spoken", (code) => {
    const facts = {
      code: code as DiagnosisCode,
      factor: 0.5,
      part: "A*x",
      got: "n×1",
      want: "1×n or n×1",
      layout: "numerator",
    } as const;
    const line = slips[facts.code](facts);
    const sentence = spokenVerdict(
      { outcome: "wrong", title: "Not the derivative, in either layout.", lines: [line] },
      names,
    );
    expect(sentence).toMatch(/^Not the derivative, in either layout; [^.]+\.$/);
    expect(sentence).not.toMatch(/[`×*']/);
  });
});

describe("a sentence in words", () => {
  it.each([
    ["Keep `A` and `A'` apart.", "Keep A and A transpose apart."],
    ["`A +` stops.", "A + stops."],
    ["This `(` is never closed.", "This opening bracket is never closed."],
    ["Unknown name `y1`. Did you mean `y_1`?", "Unknown name y1. Did you mean y 1?"],
    ["It is m×n.", "It is m by n."],
  ])("%s", (sentence, words) => {
    expect(inWords(sentence, names)).toBe(words);
  });
});
