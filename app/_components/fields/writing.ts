import type { Syntax } from "@/lib/expr";

/** How somebody writes formulas: in one of the two syntaxes, or in an editor that shows them as they are set. */
export type Writing = Syntax | "visual";

/** The cookie that holds how somebody likes to write in this browser. */
export const writingCookie = "nabla-writing";

export function isSyntax(value: unknown): value is Syntax {
  return value === "text" || value === "latex";
}

export function isWriting(value: unknown): value is Writing {
  return isSyntax(value) || value === "visual";
}

/** What the reader reads: the visual editor writes LaTeX. */
export function syntaxOf(writing: Writing): Syntax {
  return writing === "visual" ? "latex" : writing;
}

export const syntaxes: readonly Syntax[] = ["text", "latex"];
export const writings: readonly Writing[] = [...syntaxes, "visual"];
