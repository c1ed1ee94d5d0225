import { randomInt } from "node:crypto";

/** Letters and digits that nobody takes for another: no 0 and O, 1 and I and L, 2 and Z, 5 and S, 8 and B, U and V. */
const letters = "ACDEFGHJKMNPQRTWXY34679";
const length = 8;

/** A whole number from 0, below `end`. */
export type Pick = (end: number) => number;

/** A code that nobody can guess. */
export function newJoinCode(pick: Pick = (end) => randomInt(end)): string {
  return Array.from({ length }, () => letters[pick(letters.length)]).join("");
}

/** A code out of what was typed or followed; `null` for what cannot be one. */
export function readJoinCode(typed: string): string | null {
  const code = typed
    .slice(0, 100)
    .toUpperCase()
    .replace(/[\s\-–.]/g, "");
  return code.length === length && [...code].every((letter) => letters.includes(letter)) ? code : null;
}
