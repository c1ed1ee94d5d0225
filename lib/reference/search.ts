import { functionNames } from "../expr";
import { type Keys, keysOf, partKeysOf } from "./patterns";
import { readQuery } from "./query";

/** What a row is found by. */
export interface Findable {
  readonly id: string;
  /** Its name, its heading, its sources. */
  readonly words: string;
  /** The function, and other ways to write or to call it. */
  readonly typed: readonly string[];
}

/** A row made ready to be searched. */
export interface Indexed {
  readonly id: string;
  readonly words: readonly string[];
  readonly wholes: readonly Keys[];
  readonly parts: readonly Keys[];
}

/** A name such as `cross-entropy` is no difference, and `x - a` is no name. */
const looksLikeFormula = (typed: string): boolean => /[^\p{L}\s-]| - /u.test(typed);

/** Plain words of at least two letters, and numbers of sections. */
function wordsOf(text: string): readonly string[] {
  const plain = text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain.split(/[^\p{L}\p{N}.]+/u).filter((word) => word.length > 1);
}

/** Reads every formula of the rows once. */
export function indexRows(rows: readonly Findable[]): readonly Indexed[] {
  return rows.map(({ id, words, typed }) => {
    const trees = typed.filter(looksLikeFormula).flatMap((text) => readQuery(text) ?? []);
    return {
      id,
      words: wordsOf([words, ...typed].join(" ")),
      wholes: trees.map(keysOf),
      parts: trees.flatMap(partKeysOf),
    };
  });
}

/** What is asked for: a formula, words, or what may be either. */
interface Query {
  readonly keys: Keys | undefined;
  readonly words: readonly string[];
  /** Letters and blanks alone, and long enough for words: then it is hardly a product of so many letters. */
  readonly isWords: boolean;
}

function readWords(query: string): Query {
  const tree = readQuery(query);
  const words = wordsOf(query);
  return {
    keys: tree && partKeysOf(tree).length > 0 ? keysOf(tree) : undefined,
    words,
    isWords: !looksLikeFormula(query) && words.some((word) => word.length > 2 || functionNames.has(word)),
  };
}

const hasWords = (row: Indexed, words: readonly string[]): boolean =>
  words.length > 0 && words.every((word) => row.words.some((own) => own.startsWith(word)));

/** How well a formula answers: the formula itself, the same with other kinds of names, and parts of it. */
function rank(row: Indexed, keys: Keys): number | undefined {
  const kinds = [row.wholes, row.parts].flatMap((own) => [
    own.some(({ close }) => close === keys.close),
    own.some(({ loose }) => loose === keys.loose),
  ]);
  const place = kinds.indexOf(true);
  return place < 0 ? undefined : place;
}

function byFormula(rows: readonly Indexed[], keys: Keys | undefined): readonly string[] {
  if (!keys) return [];
  const ranked = rows.flatMap((row) => {
    const place = rank(row, keys);
    return place === undefined ? [] : [{ id: row.id, place }];
  });
  return ranked.sort((a, b) => a.place - b.place).map(({ id }) => id);
}

const byWords = (rows: readonly Indexed[], words: readonly string[]): readonly string[] =>
  rows.filter((row) => hasWords(row, words)).map(({ id }) => id);

/**
 * The ids of the rows that answer a query, best first: what one would type, whatever its letters are called (`tr(PZQ)` finds
 * the trace of a product of three), a part of it, or words. What is no formula of the sheet is looked for as words, and words
 * that no row has as a formula.
 */
export function search(rows: readonly Indexed[], query: string): readonly string[] {
  const { keys, words, isWords } = readWords(query.slice(0, longestQuery));
  const ways = [() => byFormula(rows, keys), () => byWords(rows, words)];
  for (const way of isWords ? ways.reverse() : ways) {
    const found = way();
    if (found.length > 0) return found;
  }
  return [];
}

/** More than anybody types to find a formula. */
const longestQuery = 300;
