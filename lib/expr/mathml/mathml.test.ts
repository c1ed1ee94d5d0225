import fc from "fast-check";
import katex from "katex";
import { describe, expect, it } from "vitest";
import { toTex } from "../print-tex";
import { trees } from "../testing/trees";
import { texToMathml } from "./index";

/** The characters that are seen, in order; brackets, bars and roots may be drawn. */
function seen(mathml: string): string {
  return mathml
    .replace(/<annotation.*?<\/annotation>/gs, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&#160;|[\s\u2061[\]|∣∥‖√]+/g, "");
}

describe("what a tree looks like", () => {
  it.each([
    ["A^{\\top}", '<msup><mi>A</mi><mi class="upright">⊤</mi></msup>'],
    ["\\frac{1}{n}", "<mfrac><mn>1</mn><mi>n</mi></mfrac>"],
    ["x_{12}^{2}", "<msubsup><mi>x</mi><mn>12</mn><mn>2</mn></msubsup>"],
    ["\\operatorname{tr}", '<mi class="upright">tr</mi>'],
    ["\\sqrt{5}", "<msqrt><mn>5</mn></msqrt>"],
    ["\\Theta", '<mi class="upright">Θ</mi>'],
    [
      "\\begin{bmatrix}1 & 2 \\\\ 3 & 4\\end{bmatrix}",
      '<mtable class="bmatrix"><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr>' +
        "<mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable>",
    ],
  ])("%s", (tex, mathml) => {
    expect(texToMathml(tex)).toBe(`<math>${mathml}</math>`);
  });

  it("has larger brackets and higher bars around what is higher", () => {
    expect(texToMathml("\\left(x\\right)")).not.toContain("size");
    expect(texToMathml("\\left(\\frac{1}{n}\\right)")).toContain('class="size1"');
    const heightOf = (tex: string) =>
      Number(/class="bar" width="0.06em" height="([\d.]+)em"/.exec(texToMathml(tex))?.[1]);
    expect(heightOf("\\left\\lVert \\frac{1}{n}\\right\\rVert")).toBeGreaterThan(
      heightOf("\\left\\lVert x\\right\\rVert"),
    );
  });

  it("says the same as KaTeX's MathML, sign for sign", () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const tex = toTex(tree);
        expect(seen(texToMathml(tex)), tex).toBe(seen(katex.renderToString(tex, { output: "mathml" })));
      }),
      { numRuns: 400, seed: 11 },
    );
  });

  it("lets no markup through", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(texToMathml(`\\mathrm{${text}}${text}`)).not.toMatch(/<(?!\/?(m[a-z]+)[ >])/);
      }),
    );
  });
});
