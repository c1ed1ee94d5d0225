import { cover, type Span } from "../../base";
import { isKnown } from "../names";
import { transposeLetterIsFree } from "../runs";
import type { Token } from "../tokens";
import type { Reader } from "./reader";

/** Takes `T`, `⊤`, `{T}`, `(T)`, `-T`, `{-T}` behind a `^`; nothing where that is a power. */
export function transposeMark(reader: Reader): { readonly inverse: boolean; readonly span: Span } | undefined {
  const { cursor } = reader;
  const bracket = cursor.is("{", "(") ? 1 : 0;
  const sign = cursor.isAhead(bracket, "-") ? 1 : 0;
  const letter = cursor.peek(bracket + sign);
  const named = isTransposeLetter(reader, letter);
  if (!(named && (bracket === 0 || letter.text === "T")) && !(letter.kind === "mark" && letter.text === "⊤"))
    return undefined;
  if (bracket && !cursor.isAhead(bracket + sign + 1, cursor.is("{") ? "}" : ")")) return undefined;
  const start = cursor.token;
  for (let k = 0; k < bracket + sign; k++) cursor.take();
  if (named && letter.text.length > 1) cursor.split(1);
  let end = cursor.take();
  if (bracket) end = cursor.take();
  return { inverse: sign === 1, span: cover(start, end) };
}

/** Whether the `^` here is that of a transpose. */
export function transposeAhead(reader: Reader): boolean {
  const next = reader.cursor.peek(1);
  const bracket = next.text === "{" || next.text === "(" ? 1 : 0;
  const letter = reader.cursor.peek(1 + bracket);
  return letter.text === "⊤" || isTransposeLetter(reader, letter);
}

/** A `T` alone where none is declared, or before other names where none of them begins with T. */
function isTransposeLetter({ vocabulary }: Reader, token: Token): boolean {
  if (token.kind !== "word" || !token.text.startsWith("T")) return false;
  return token.text === "T" ? !isKnown(vocabulary, "T") : transposeLetterIsFree(vocabulary);
}
