import { describe, expect, it } from "vitest";
import { readAnswer } from "@/lib/feedback";
import type { Declarations } from "@/lib/shape";
import { examplesFor, keysFor } from "./palette";

const names: Declarations = {
  variables: { A: { shape: ["n", "n"] }, x_1: { shape: ["n"] }, alpha: { shape: [] } },
};
const nothing: Declarations = { variables: {} };
const syntaxes = ["text", "latex"] as const;

describe.each(syntaxes)("in %s", (syntax) => {
  it.each([
    ["of the problem's own names", names],
    ["where nothing is declared", nothing],
  ])("four examples %s can be read", (_, declared) => {
    const examples = examplesFor(declared, syntax);
    expect(examples).toHaveLength(4);
    for (const example of examples) expect(readAnswer(example, syntax, declared), example).toMatchObject({ ok: true });
  });

  it("every key gives something that can be read", () => {
    for (const { sign, puts } of keysFor(names)) {
      const [before, behind] = puts[syntax];
      const whole = behind === "" && /[⊙⊗]/.test(sign) ? `A${before}A` : behind === "" ? before : `${before}A${behind}`;
      expect(readAnswer(whole, syntax, names), whole).toMatchObject({ ok: true });
    }
  });
});

it("has keys for the Greek letters that the problem declares", () => {
  const signs = (declared: Declarations) => keysFor(declared).map(({ sign }) => sign);
  expect(signs(names).slice(-2)).toEqual(["α", "π"]);
  expect(signs(nothing)).not.toContain("α");
});
