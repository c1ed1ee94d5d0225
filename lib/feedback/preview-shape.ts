import { fail, ok, type Result } from "../base";
import type { Syntax } from "../expr";
import { type Declarations, printSize, readSizes, type Size, scopeOf } from "../shape";
import type { AnswerPreview, AnswerProblem } from "./preview";
import { sentence } from "./sentences";

/** Reads an answer that is a shape as it is typed, in the words and signs of {@link readAnswer}. */
export function readShapeAnswer(
  source: string,
  syntax: Syntax,
  declarations: Declarations,
): Result<AnswerPreview, AnswerProblem> {
  const read = readSizes(source, syntax, scopeOf(declarations));
  if (!read.ok) {
    const { code, start, end } = read.error;
    return fail({ code, start, end, message: sentence(read.error) });
  }
  const sizes = read.value.map(printSize);
  return ok({
    tex: sizes.map(texOf).join(" \\times "),
    shape: kindOf(read.value),
    speech: sizes.join(" by ").replaceAll(/[·*]/g, " times "),
    compound: false,
  });
}

/** A printed size in TeX: a sum in brackets, a product without a sign, a name of several letters upright. */
function texOf(size: string): string {
  const tex = size.replace(/\p{L}{2,}/gu, "\\mathrm{$&}").replace(/[·*]/g, " \\, ");
  return /[+-]/.test(size) ? `\\left(${tex}\\right)` : tex;
}

/** What has such a shape; a list of more than two sizes is no matrix. */
function kindOf({ length }: readonly Size[]): string {
  return length === 1 ? "vector" : length === 2 ? "matrix" : "array";
}
