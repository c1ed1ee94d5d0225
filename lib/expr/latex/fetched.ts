import { invariant } from "../../base";
import type { tokenizeLatex as Tokenize } from "./tokenize";

let tokenize: typeof Tokenize | undefined;

/** Fetches LaTeX's reader. Most answers are typed as text, and a page need not carry it for them. */
export async function fetchLatex(): Promise<void> {
  tokenize = (await import("./tokenize")).tokenizeLatex;
}

/** Reads as the reader itself does, once it has been fetched. */
export const tokenizeLatex: typeof Tokenize = (source, vocabulary) => {
  invariant(tokenize, "LaTeX is read, and its reader has not been fetched");
  return tokenize(source, vocabulary);
};
