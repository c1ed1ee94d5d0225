import { describe, expect, it } from "vitest";
import type { DiagnosisCode } from "../grade";
import { slips } from "./slips";

const codes = Object.keys(slips) as DiagnosisCode[];

describe("the sentence for a slip", () => {
  it.each(codes)("%s reads well with its facts and without", (code) => {
    const facts = { code, factor: 0.5, part: "A*x", got: "n×1", want: "1×n", layout: "numerator" } as const;
    expect(slips[code](facts)).toMatch(/^[A-Z`].*[.?]$/);
    if (code !== "wrong-shape") expect(slips[code]({ code })).not.toMatch(/undefined|``/);
  });

  it("names the part that a slip is about", () => {
    expect(slips["missing-transpose"]({ code: "missing-transpose", part: "A" })).toContain("`A`");
    expect(slips["missed-occurrence"]({ code: "missed-occurrence", part: "A*x" })).toContain("`A*x`");
    expect(slips["missing-inner-derivative"]({ code: "missing-inner-derivative", part: "2*x" })).toContain("`2*x`");
    expect(slips["assumed-symmetric"]({ code: "assumed-symmetric", part: "A" })).toContain("`A`");
  });

  it.each([
    [0.5, "half the derivative"],
    [2, "twice the derivative"],
    [1 / 3, "1/3 times the derivative"],
    [-1.5, "-3/2 times the derivative"],
    [Math.LN2, "0.693147 times the derivative"],
  ])("says a factor of %d in words", (factor, words) => {
    expect(slips["constant-factor"]({ code: "constant-factor", factor })).toContain(words);
  });

  it("says that a factor has no fixed value where it stands for a size", () => {
    expect(slips["constant-factor"]({ code: "constant-factor" })).toContain("dimension");
  });
});
