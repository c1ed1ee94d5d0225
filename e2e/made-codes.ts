import { randomInt } from "node:crypto";

const letters = "ACDEFGHJKMNPQRTWXY34679";

/** A code as courses have them. */
export const newJoinCode = (): string => Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join("");
