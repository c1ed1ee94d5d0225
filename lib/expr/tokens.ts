import { type Complaint, complain, fail, ok, type Result, type Span } from "../base";
import { type Character, readCharacters } from "./characters";

/** A number, a run of letters and digits, a mark, or the end. */
export interface Token extends Span {
  readonly kind: "number" | "word" | "mark" | "end";
  readonly text: string;
  /** The characters of a word with their places, so that a run can be split. */
  readonly letters: readonly Character[];
  /** A space was set in front of it on purpose, as `\,` does in LaTeX. */
  readonly spaced?: true;
}

/** Two-character marks come before the one-character marks that they begin with. */
const twoMarks: ReadonlySet<string> = new Set(["||", ".*", "./", ".^", ">=", "<="]);
const oneMarks: ReadonlySet<string> = new Set("≥≤+-*/^'()[]{},;:|‖<>·×⊙⊗⊤_√");

const isDigit = (c: string | undefined): boolean => c !== undefined && c >= "0" && c <= "9";
const isPlainLetter = (c: string): boolean => (c >= "a" && c <= "z") || (c >= "A" && c <= "Z");
const isLetter = (c: string | undefined): boolean => c !== undefined && (isPlainLetter(c) || /^\p{L}$/u.test(c));

/** Reads a number at `at`: the end of it, or `at` where there is none. A dot before `*`, `/` or `^` belongs to the operator. */
function numberEnd(chars: readonly Character[], at: number): number {
  const value = (k: number): string | undefined => chars[k]?.value;
  let k = at;
  while (isDigit(value(k))) k++;
  const operatorDot = value(k) === "." && ["*", "/", "^"].includes(value(k + 1) ?? "") && k > at;
  if (value(k) === "." && !operatorDot && (k > at || isDigit(value(k + 1)))) {
    k++;
    while (isDigit(value(k))) k++;
  }
  if (k === at) return at;
  if (value(k) === "e" || value(k) === "E") {
    const sign = value(k + 1) === "+" || value(k + 1) === "-" ? 1 : 0;
    if (isDigit(value(k + 1 + sign))) {
      k += 1 + sign;
      while (isDigit(value(k))) k++;
    }
  }
  return k;
}

/** Reads a word: letters, digits, and underscores that join them. */
function wordEnd(chars: readonly Character[], at: number): number {
  const value = (k: number): string | undefined => chars[k]?.value;
  let k = at;
  while (
    isLetter(value(k)) ||
    isDigit(value(k)) ||
    (value(k) === "_" && (isLetter(value(k + 1)) || isDigit(value(k + 1))))
  )
    k++;
  return k;
}

function markAt(chars: readonly Character[], at: number): string | undefined {
  const first = chars[at]?.value ?? "";
  const two = first + (chars[at + 1]?.value ?? "");
  if (twoMarks.has(two)) return two;
  return oneMarks.has(first) ? first : undefined;
}

const spelled: ReadonlyMap<string, string> = new Map([
  ["≥", ">="],
  ["≤", "<="],
]);

/** Cuts typed text into tokens; the last is the end. */
export function tokenize(text: string): Result<readonly Token[], Complaint> {
  const chars = readCharacters(text);
  const tokens: Token[] = [];
  let at = 0;
  const push = (kind: Token["kind"], end: number): void => {
    const letters = chars.slice(at, end);
    let value = "";
    for (const letter of letters) value += letter.value;
    const [first, last] = [letters[0] as Character, letters[letters.length - 1] as Character];
    tokens.push({ kind, text: spelled.get(value) ?? value, letters, start: first.start, end: last.end });
    at = end;
  };
  while (at < chars.length) {
    const char = chars[at] as Character;
    if (char.value === " " || /^\s$/.test(char.value)) {
      at++;
      continue;
    }
    const number = numberEnd(chars, at);
    if (number > at) {
      push("number", number);
      continue;
    }
    if (isLetter(char.value)) {
      push("word", wordEnd(chars, at));
      continue;
    }
    const mark = markAt(chars, at);
    if (!mark) return fail(complain("syntax", "unexpected-character", { found: char.value }, char));
    push("mark", at + mark.length);
  }
  tokens.push({ kind: "end", text: "", letters: [], start: text.length, end: text.length });
  return ok(tokens);
}
