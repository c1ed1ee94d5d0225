import { tokenizeLatex } from "#latex";
import { type Complaint, complain, fail, ok, type Result } from "../base";
import { Cursor, Refusal } from "./cursor";
import { levels, whole } from "./grammar/levels";
import { Reader } from "./grammar/reader";
import { limits } from "./limits";
import type { Vocabulary } from "./names";
import { type Token, tokenize } from "./tokens";
import type { Expr } from "./tree";

/** How an answer is written. */
export type Syntax = "text" | "latex";

function read(tokens: readonly Token[], vocabulary: Vocabulary): Result<Expr, Complaint> {
  const reader = new Reader(new Cursor(tokens), vocabulary, levels);
  try {
    const expr = whole(reader);
    return reader.unknown ? fail(reader.unknown) : ok(expr);
  } catch (error) {
    if (error instanceof Refusal) return fail(error.complaint);
    throw error;
  }
}

/** Reads typed text into a tree over the declared names. Mistakes in the syntax come before unknown names. */
export function parse(source: string, syntax: Syntax, vocabulary: Vocabulary): Result<Expr, Complaint> {
  if (source.length > limits.length) {
    const span = { start: limits.length, end: source.length };
    return fail(complain("limit", "too-long", { length: source.length, limit: limits.length }, span));
  }
  const tokens = syntax === "latex" ? tokenizeLatex(source, vocabulary) : tokenize(source);
  return tokens.ok ? read(tokens.value, vocabulary) : tokens;
}
