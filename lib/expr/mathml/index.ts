import { TexReader } from "./read-tex";

/**
 * The TeX that `toTex` prints as MathML, which browsers set themselves: nothing but this small reader has to be fetched. The classes
 * are those of app/_components/fields/fields.css; the letters are KaTeX's.
 */
export function texToMathml(tex: string): string {
  return `<math>${new TexReader(tex).row().mathml}</math>`;
}
