import { type Complaint, fail, ok, type Result } from "../base";
import { type Expr, parse, parts, type Syntax, toSpeech, toTex } from "../expr";
import { type Checked, checkShapes, type Declarations, printShape, type Scope, scopeOf } from "../shape";
import { type Ambiguity, ambiguityIn } from "./ambiguity";
import { type Mend, mended, mendOf } from "./mend";
import { respelt } from "./respell";
import { sentence } from "./sentences";

/** What the live preview shows of an answer that can be read. */
export interface AnswerPreview {
  readonly tex: string;
  /** `scalar`, `n×1`. */
  readonly shape: string;
  readonly speech: string;
  /** A piece that could have been meant in another way. */
  readonly ambiguity?: Ambiguity;
  /** True where the answer has parts with shapes of their own. */
  readonly compound: boolean;
}

/** Why an answer cannot be read, with its place. */
export interface AnswerProblem {
  readonly code: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** A change that makes the text readable, or readable as far as a later mistake. */
  readonly mend?: Mend;
}

/** Reads an answer as it is typed: what was understood and its shape, or the first complaint. It cannot grade. */
export function readAnswer(
  source: string,
  syntax: Syntax,
  declarations: Declarations,
  indices: readonly string[] = [],
): Result<AnswerPreview, AnswerProblem> {
  const scope = scopeOf(declarations, indices);
  const read = check(source, syntax, scope);
  if (!read.ok) return fail(problem(read.error, source, syntax, scope));
  const { tree, checked } = read.value;
  const ambiguity = ambiguityIn(tree, source);
  return ok({
    tex: toTex(tree),
    shape: printShape(checked.expr),
    speech: toSpeech(tree),
    ...(ambiguity && { ambiguity }),
    compound: parts(tree).length > 0,
  });
}

function check(source: string, syntax: Syntax, scope: Scope): Result<{ tree: Expr; checked: Checked }, Complaint> {
  const tree = parse(source, syntax, scope.vocabulary);
  if (!tree.ok) return tree;
  const checked = checkShapes(tree.value, scope, source, { lenient: true });
  return checked.ok ? ok({ tree: tree.value, checked: checked.value }) : checked;
}

function problem(complaint: Complaint, source: string, syntax: Syntax, scope: Scope): AnswerProblem {
  const { code, start, end } = complaint;
  const helps = (mend: Mend) => isFurther(check(mended(source, mend), syntax, scope), mend);
  const mend = mendsOf(complaint, source, syntax, scope).find(helps);
  return { code, start, end, message: sentence(complaint), ...(mend && { mend }) };
}

/** What may be offered for a complaint, the likeliest first. */
function mendsOf(complaint: Complaint, source: string, syntax: Syntax, scope: Scope): readonly Mend[] {
  const isName = complaint.what === "unknown-name";
  const spelling = isName ? respelt(source, complaint, scope.variables.keys(), syntax) : undefined;
  return [mendOf(complaint, source), spelling].filter((mend) => mend !== undefined);
}

/** The next mistake, if there is one, stands behind what was mended. */
function isFurther(read: Result<unknown, Complaint>, { start, text }: Mend): boolean {
  return read.ok || read.error.start >= start + text.length;
}
