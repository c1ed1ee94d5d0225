import type { Span } from "../../base";
import { type Character, readCharacters } from "../characters";

/** A command with its name, or one character. */
export interface Atom extends Span {
  readonly kind: "command" | "character" | "end";
  /** `frac` for `\frac`, `x` for x. */
  readonly value: string;
}

const isLetter = (c: string | undefined): boolean => c !== undefined && /^[A-Za-z]$/.test(c);

/** Cuts LaTeX into commands and characters; white space between them is dropped, as TeX does in formulas. */
export function readAtoms(source: string): Atom[] {
  const chars = readCharacters(source);
  const atoms: Atom[] = [];
  for (let at = 0; at < chars.length; ) {
    const first = chars[at] as Character;
    let end = at + 1;
    if (first.value === "\\") {
      while (isLetter(chars[end]?.value)) end++;
      if (end === at + 1 && end < chars.length) end++;
    }
    const last = chars[end - 1] as Character;
    const value = chars
      .slice(at, end)
      .map((c) => c.value)
      .join("");
    if (first.value === "\\") atoms.push({ kind: "command", value: value.slice(1), start: first.start, end: last.end });
    else if (!/^\s$/.test(value)) atoms.push({ kind: "character", value, start: first.start, end: last.end });
    at = end;
  }
  atoms.push({ kind: "end", value: "", start: source.length, end: source.length });
  return atoms;
}
