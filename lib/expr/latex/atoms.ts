import type { Span } from "../../base";
import { type Character, readCharacters } from "../characters";

/** A command with its name, or one character. */
export interface Atom extends Span {
  readonly kind: "command" | "character" | "end";
  /** `frac` for `\frac`, `x` for x. */
  readonly value: string;
}

export const isDigit = (a: Atom): boolean => a.kind === "character" && /^\d$/.test(a.value);
export const isLetter = (a: Atom): boolean => a.kind === "character" && /^\p{L}$/u.test(a.value);
export const isChar = (a: Atom, value: string): boolean => a.kind === "character" && a.value === value;
export const isCommand = (a: Atom, value: string): boolean => a.kind === "command" && a.value === value;

const inCommand = (c: string | undefined): boolean => c !== undefined && /^[A-Za-z]$/.test(c);

/** A place in a list of atoms, the last of which is the end. */
export class Atoms {
  place = 0;

  constructor(private readonly atoms: readonly Atom[]) {}

  peek(ahead: number): Atom {
    return this.atoms[Math.min(this.place + ahead, this.atoms.length - 1)] as Atom;
  }

  take(): Atom {
    const atom = this.peek(0);
    if (atom.kind !== "end") this.place++;
    return atom;
  }

  /** Takes the character if it stands here. */
  accept(value: string): Atom | undefined {
    return isChar(this.peek(0), value) ? this.take() : undefined;
  }

  /** Takes everything up to the character, and the character. */
  skipPast(value: string): void {
    while (this.peek(0).kind !== "end" && !isChar(this.take(), value));
  }
}

/** Cuts LaTeX into commands and characters; white space between them is dropped, as TeX does in formulas. */
export function readAtoms(source: string): Atom[] {
  const chars = readCharacters(source);
  const atoms: Atom[] = [];
  for (let at = 0; at < chars.length; ) {
    const first = chars[at] as Character;
    let end = at + 1;
    if (first.value === "\\") {
      while (inCommand(chars[end]?.value)) end++;
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
