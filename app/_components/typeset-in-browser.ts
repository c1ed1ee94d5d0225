import { renderMath } from "@/lib/tex";

/** Sets a formula in the browser. Imported only when needed: it brings KaTeX along. */
export function typeset(tex: string): string {
  return renderMath(tex);
}
