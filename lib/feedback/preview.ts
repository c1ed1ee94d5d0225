import { type Complaint, fail, ok, type Result } from "../base";
import { parse, type Syntax, toSpeech, toTex } from "../expr";
import { checkShapes, type Declarations, printShape, scopeOf } from "../shape";
import { sentence } from "./sentences";

/** What the live preview shows of an answer that can be read. */
export interface AnswerPreview {
  readonly tex: string;
  /** `scalar`, `n×1`. */
  readonly shape: string;
  readonly speech: string;
}

/** Why an answer cannot be read, with its place. */
export interface AnswerProblem {
  readonly code: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Reads an answer as it is typed: what was understood and its shape, or the first complaint. It cannot grade. */
export function readAnswer(
  source: string,
  syntax: Syntax,
  declarations: Declarations,
  indices: readonly string[] = [],
): Result<AnswerPreview, AnswerProblem> {
  const scope = scopeOf(declarations, indices);
  const tree = parse(source, syntax, scope.vocabulary);
  if (!tree.ok) return refused(tree.error);
  const checked = checkShapes(tree.value, scope, source, { lenient: true });
  if (!checked.ok) return refused(checked.error);
  return ok({ tex: toTex(tree.value), shape: printShape(checked.value.expr), speech: toSpeech(tree.value) });
}

function refused(complaint: Complaint): Result<never, AnswerProblem> {
  const { code, start, end } = complaint;
  return fail({ code, start, end, message: sentence(complaint) });
}
