import type { Drawn } from "../../problems";

/** A text as it is in one variant. */
export interface Filled {
  readonly text: string;
  readonly drawn: Drawn;
}

/** Names and numbers as wholes, every other mark alone. */
const words = /[\p{L}_][\p{L}\p{N}_]*|\d+(?:\.\d+)?|\s+|./gu;

/**
 * A text with `@name` wherever its variants differ and a parameter explains how; nothing where none does. Without other
 * variants the text stands for itself.
 */
export function templateOf(one: Filled, others: readonly Filled[]): string | undefined {
  const own = one.text.match(words) ?? [];
  const beside = others.map(({ text }) => text.match(words) ?? []);
  if (beside.some(({ length }) => length !== own.length)) return undefined;
  const parts = own.map((word, at): string | undefined => {
    if (beside.every((other) => other[at] === word)) return word;
    const name = Object.keys(one.drawn).find(
      (each) =>
        String(one.drawn[each]) === word && others.every(({ drawn }, k) => String(drawn[each]) === beside[k]?.[at]),
    );
    return name === undefined ? undefined : `@{${name}}`;
  });
  return parts.every((part) => part !== undefined) ? parts.join("") : undefined;
}
