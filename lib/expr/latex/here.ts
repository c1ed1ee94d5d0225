/** LaTeX's reader where it is at hand: everywhere but in a browser, which has `fetched.ts` in this place (`imports` of package.json). */
export { tokenizeLatex } from "./tokenize";

/** There is nothing to fetch. */
export async function fetchLatex(): Promise<void> {}
