import type { Drawn } from "../../problems";

/** A number or a name in the notation of the language. */
const word = /(?<![\p{L}\p{N}_.@])(?:\d+(?:\.\d+)?|\p{L}[\p{L}\p{N}_]*)(?![\p{L}\p{N}_.])/gu;

/**
 * An answer with `@name` in the place of what was drawn, so that answers to different variants can be told to be the same. Of two
 * parameters with one value the first stands for both.
 */
export function templateOf(text: string, drawn: Drawn | null): string {
  if (!drawn) return text;
  const names = new Map(
    Object.entries(drawn)
      .map(([name, value]) => [String(value), name] as const)
      .reverse(),
  );
  return text.replace(word, (found) => {
    const name = names.get(found);
    return name === undefined ? found : `@${name}`;
  });
}
