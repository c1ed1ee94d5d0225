/** What the typical wrong answers are called in a problem, by what they are made of. */
const words: Readonly<Record<string, string>> = {
  sign: "Loses a sign.",
  "constant-factor": "Is twice the derivative.",
  "missing-transpose": "Misses a transpose, or has one too many.",
  "product-order": "Swaps two factors.",
  "elementwise-product": "Multiplies entry by entry.",
  "missed-occurrence": "Holds one place of the variable constant.",
  "missing-inner-derivative": "Loses a factor of the chain rule.",
  "assumed-symmetric": "Takes a matrix for symmetric.",
  "not-differentiated": "Is the function itself.",
  "wrong-shape": "Has the wrong shape.",
  "rounded-constant": "Rounds a number.",
  undefined: "Has no value where the derivative has one.",
};

/** A slip as the author of a problem would name it. */
export function slipInWords(slip: string): string {
  return words[slip] ?? `${slip.slice(0, 1).toUpperCase()}${slip.slice(1)}.`;
}
