import { stringify } from "yaml";
import { readYaml } from "./yaml";

/** A stretch of a text in Markdown: plain words, a formula in TeX, or a formula in the text form. */
export interface Piece {
  readonly kind: "prose" | "tex" | "code";
  readonly text: string;
}

/** Fenced blocks, formulas between dollars, and code spans, in this order: what a fence holds is no formula. */
const marked = /(^```[^\n]*\n[\s\S]*?^```[^\n]*$)|(\$\$[\s\S]+?\$\$|\$(?:\\.|[^$\\])+\$)|(`[^`\n]+`)/gm;

/** Cuts a text in Markdown into its pieces. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  cut(text, {
    prose: (part) => note({ kind: "prose", text: part }),
    tex: (part) => note({ kind: "tex", text: texLetters(part) }),
    code: (part) => note({ kind: "code", text: part }),
    fence: (part) => {
      // What cannot be read as a block is as good as prose: no name in it can be told from a word.
      const read = blockOf(part);
      if (!read) return note({ kind: "prose", text: part });
      for (const each of stringsOf(read.block)) {
        if (isProse(each)) pieces.push(...piecesOf(each));
        else note({ kind: "code", text: each });
      }
      return part;
    },
  });
  return pieces;

  function note(piece: Piece): string {
    pieces.push(piece);
    return piece.text;
  }
}

interface Changes {
  /** Changes a letter of a formula in TeX. */
  readonly tex: (letter: string) => string;
  /** Changes a formula of the text form. */
  readonly code: (text: string) => string;
}

/** A text in Markdown with other formulas. */
export function mapMarkdown(text: string, changes: Changes): string {
  return cut(text, {
    prose: (part) => part,
    tex: (part) => mapTex(part, changes.tex),
    code: changes.code,
    fence: (part) => mapFence(part, changes),
  });
}

type Parts = { readonly [K in Piece["kind"] | "fence"]: (part: string) => string };

function cut(text: string, parts: Parts): string {
  let result = "";
  let at = 0;
  for (const found of text.matchAll(marked)) {
    const [whole, fence, tex] = found;
    result += parts.prose(text.slice(at, found.index));
    result += fence !== undefined ? parts.fence(whole) : tex !== undefined ? parts.tex(whole) : parts.code(whole);
    at = found.index + whole.length;
  }
  return result + parts.prose(text.slice(at));
}

/** What is no letter of a formula: commands, and what stands in the braces of those that hold words. */
const notLetters = /\\(?:text|textit|textbf|operatorname\*?|mathrm|begin|end|tag|label)\s*\{[^{}]*\}|\\[A-Za-z]+|\\./g;

function mapTex(tex: string, change: (letter: string) => string): string {
  let result = "";
  let at = 0;
  const letters = (part: string) => part.replace(/[A-Za-z]/g, change);
  for (const found of tex.matchAll(notLetters)) {
    result += letters(tex.slice(at, found.index)) + found[0];
    at = found.index + found[0].length;
  }
  return result + letters(tex.slice(at));
}

/** A formula in TeX with nothing but what its letters are in. */
function texLetters(tex: string): string {
  return tex.replace(notLetters, " ");
}

/** A formula of the text form with other words in it. An underscore parts a name from its place. */
export function mapCode(text: string, change: (run: string) => string): string {
  return text.replace(/[A-Za-z][A-Za-z0-9]*/g, change);
}

/** Every string inside a value, and every key. */
export function mapStrings<T>(value: T, change: (text: string) => string): T {
  return walk(value, change) as T;
}

function walk(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => walk(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [change(key), walk(item, change)]));
}

/** A block of a solution is YAML: formulas, and words with formulas. */
function blockOf(fence: string): { readonly head: string; readonly block: unknown } | undefined {
  const [head = "", ...rest] = fence.split("\n");
  const read = readYaml(rest.slice(0, -1).join("\n"));
  return read.ok ? { head, block: read.value.value } : undefined;
}

function mapFence(fence: string, changes: Changes): string {
  const read = blockOf(fence);
  if (!read) return fence;
  const change = (text: string) => (isProse(text) ? mapMarkdown(text, changes) : changes.code(text));
  return `${read.head}\n${stringify(walkValues(read.block, change))}\`\`\``;
}

/** The keys of a block are its own words, but for the names that it declares. */
function walkValues(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => walkValues(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.length === 1 ? change(key) : key, walkValues(item, change)]),
  );
}

function stringsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}

/** Words, and not a formula: two words of some length with a space between. */
function isProse(text: string): boolean {
  return /\$/.test(text) || /[A-Za-z]{2,} +[a-z]{2,}/.test(text);
}
