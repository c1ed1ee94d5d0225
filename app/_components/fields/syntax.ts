import type { Syntax } from "@/lib/expr";

/** The cookie that holds in which syntax somebody likes to type. */
export const syntaxCookie = "nabla-syntax";

export function isSyntax(value: unknown): value is Syntax {
  return value === "text" || value === "latex";
}
