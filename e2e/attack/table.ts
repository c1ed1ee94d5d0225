import { type Actor, actors } from "./actors";

/** What a row of a table expects, by who tries. */
export type Expected<Word extends string> = Readonly<Record<Actor, Word>>;

/** Reads "404 ok ok ok 404 ok ok": one word for each actor, in their order. */
export function expected<Word extends string>(line: string, words: readonly Word[]): Expected<Word> {
  const given = line.trim().split(/\s+/);
  const isWord = (word: string): word is Word => words.some((each) => each === word);
  if (given.length !== actors.length || !given.every(isWord))
    throw new Error(`"${line}" has ${actors.length} words of ${words.join(", ")}`);
  return Object.fromEntries(actors.map((actor, at) => [actor, given[at]])) as Record<Actor, Word>;
}

/** The rows of a table written as text: a name, a word for each actor, and what else stands behind. Lines with # say why. */
export function rowsOf<Word extends string>(text: string, words: readonly Word[]) {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [name = "", ...cells] = line.split(/\s+/);
      const own = cells.slice(0, actors.length).join(" ");
      return { name, expects: expected(own, words), beside: cells.slice(actors.length) };
    });
}
