import { operators, parse, toSpeech } from "../expr";
import { type Declarations, scopeOf } from "../shape";
import type { Explanation } from "./explain";

/** What the code in a sentence may use. */
interface Names {
  readonly declarations: Declarations;
  readonly indices?: readonly string[] | undefined;
}

/** What is said of an answer. */
type Said = Explanation & {
  /** What was read, in words; absent where the answer is no single expression. */
  readonly reading?: string | undefined;
};

/**
 * A verdict as one plain sentence, for listening: "Read as A times x: not the derivative, in either layout; your answer is half
 * the derivative." Of what is wrong the beginning is said.
 */
export function spokenVerdict({ reading, outcome, title, lines: [why = ""] }: Said, names: Names): string {
  const reason = outcome === "wrong" || outcome === "not-counted" ? clausesOf(why).slice(0, 1) : [];
  const clauses = [...clausesOf(title), ...reason].map((clause) => inWords(clause, names));
  const [first = "", ...others] = clauses;
  const whole = [reading ? `Read as ${reading}: ${lowerFirst(first)}` : first, ...others.map(lowerFirst)].join("; ");
  return `${whole}.`;
}

/** The sentences of a text, without their ends. Code between backticks is not looked into. */
function clausesOf(text: string): readonly string[] {
  const sentences = text.match(/(?:`[^`]*`|[^`])+?(?:[.?](?=\s|$)|$)/g) ?? [];
  return sentences.map((sentence) => sentence.trim().replace(/[.?]$/, "")).filter((sentence) => sentence !== "");
}

/** A sentence goes on inside another; a formula keeps its letters. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** A sentence with its code in words: formulas as they are spoken, signs by their names, "n×1" as "n by 1". */
export function inWords(sentence: string, names: Names): string {
  const parts = sentence.split("`").map((part, k) => (k % 2 === 0 ? part : codeInWords(part, names)));
  return parts.join("").replace(/(\w) ?× ?(?=\w)/g, "$1 by ");
}

const signs: ReadonlyMap<string, string> = new Map([
  ...Object.values(operators).flatMap((row): [string, string][] => ("symbol" in row ? [[row.symbol, row.say]] : [])),
  ["-", "minus"],
  ["(", "opening bracket"],
  [")", "closing bracket"],
  ["[", "opening square bracket"],
  ["]", "closing square bracket"],
  ["{", "opening brace"],
  ["}", "closing brace"],
  ["|", "bar"],
]);

function codeInWords(code: string, { declarations, indices }: Names): string {
  const sign = signs.get(code);
  if (sign) return sign;
  const tree = parse(code, "text", scopeOf(declarations, indices).vocabulary);
  return tree.ok ? toSpeech(tree.value) : code.replaceAll("_", " ");
}
