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
  readonly words: string;
  readonly wholes: readonly Keys[];
  readonly parts: readonly Keys[];
}

const looksLikeFormula = (typed: string): boolean => /[^\p{L}\s-]/u.test(typed);

const plain = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** Reads every formula of the rows once. */
export function indexRows(rows: readonly Findable[]): readonly Indexed[] {
  return rows.map(({ id, words, typed }) => {
    const trees = typed.filter(looksLikeFormula).flatMap((text) => readQuery(text) ?? []);
    return {
      id,
      words: plain([words, ...typed].join(" ")),
      wholes: trees.map(keysOf),
      parts: trees.flatMap(partKeysOf),
    };
  });
}

/** How well a row answers: 0 the formula itself, then the same with other kinds of names, parts of it, and words. */
function rank(row: Indexed, keys: Keys | undefined, words: readonly string[]): number | undefined {
  if (keys) {
    if (row.wholes.some(({ close }) => close === keys.close)) return 0;
    if (row.wholes.some(({ loose }) => loose === keys.loose)) return 1;
    if (row.parts.some(({ close }) => close === keys.close)) return 2;
    if (row.parts.some(({ loose }) => loose === keys.loose)) return 3;
  }
  return words.length > 0 && words.every((word) => row.words.includes(word)) ? 4 : undefined;
}

/**
 * The ids of the rows that answer a query, best first: what one would type, whatever its letters are called (`tr(PZQ)` finds
 * the trace of a product of three), a part of it, or words.
 */
export function search(rows: readonly Indexed[], query: string): readonly string[] {
  const tree = readQuery(query);
  const keys = tree && partKeysOf(tree).length > 0 ? keysOf(tree) : undefined;
  const words = plain(query)
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word.length > 1);
  const ranked = rows.flatMap((row) => {
    const place = rank(row, keys, words);
    return place === undefined ? [] : [{ id: row.id, place }];
  });
  return ranked.sort((a, b) => a.place - b.place).map(({ id }) => id);
}
