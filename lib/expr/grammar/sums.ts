import { cover, type Span } from "../../base";
import { refuse } from "../cursor";
import { canonicalName } from "../names";
import type { Token } from "../tokens";
import type { Expr } from "../tree";
import { parenthesis } from "./brackets";
import type { Reader } from "./reader";

/** Whether `sum(` begins a sum over an index: a word with a comma or a range behind it, `sum(k, …)`. */
export function indexFollows({ cursor, vocabulary }: Reader): boolean {
  const word = cursor.peek(1);
  const separated = cursor.isAhead(2, ",") || cursor.isAhead(2, ":");
  return word.kind === "word" && separated && !vocabulary.functions.has(word.text);
}

/** `sum(k, body)` and `sum(k:n, body)`. */
export function indexSum(reader: Reader, at: Span): Expr {
  const { cursor } = reader;
  const opening = cursor.take();
  const word = cursor.take();
  const range = cursor.accept(":") ? reader.bracketed(() => reader.comparison()) : null;
  if (!cursor.accept(",")) cursor.unexpected();
  const { index, body } = underSum(reader, word, () => reader.bracketed(() => reader.comparison()));
  const closing = cursor.close(")", opening);
  return reader.node({ kind: "sum", index, range, body, ...cover(at, closing) });
}

/** `\sum_{k}` and `\sum_{k=1}^{n}`, over the product that follows. */
export function prefixSum(reader: Reader): Expr {
  const sign = reader.cursor.take();
  const word = reader.cursor.take();
  const range = reader.cursor.is("{") ? parenthesis(reader) : null;
  const { index, body } = underSum(reader, word, () => reader.nested(() => reader.product()));
  return reader.node({ kind: "sum", index, range, body, ...cover(sign, body) });
}

/** Reads the body of a sum, where the word is an index. */
function underSum(reader: Reader, word: Token, read: () => Expr): { readonly index: string; readonly body: Expr } {
  const index = canonicalName(word.text);
  if (reader.vocabulary.variables.has(index)) refuse("syntax", "index-is-variable", { name: word.text }, word);
  return { index, body: reader.withIndex(index, read) };
}
