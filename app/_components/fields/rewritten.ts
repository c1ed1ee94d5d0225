import { fetchLatex, parse, type Syntax, toTex, toText } from "@/lib/expr";
import { type Declarations, scopeOf } from "@/lib/shape";

/** An answer in the other syntax; what cannot be read yet stays as it was typed. */
export async function rewritten(
  text: string,
  from: Syntax,
  to: Syntax,
  names: Declarations,
  indices: readonly string[] = [],
): Promise<string> {
  if (from === to) return text;
  if (from === "latex") await fetchLatex();
  const tree = parse(text, from, scopeOf(names, indices).vocabulary);
  if (!tree.ok) return text;
  const again = to === "latex" ? toTex(tree.value) : toText(tree.value);
  if (!isEnclosed(text) || isEnclosed(again)) return again;
  return to === "latex" ? `\\left(${again}\\right)` : `(${again})`;
}

/** True where one pair of brackets holds it all: they say nothing yet, but what is typed next may need them. */
function isEnclosed(text: string): boolean {
  const bare = text.replaceAll(/\\(left|right)|\s/g, "");
  let depth = 0;
  for (const [at, letter] of [...bare].entries()) {
    if (letter === "(") depth++;
    if (letter === ")") depth--;
    if (depth === 0) return at > 0 && at === bare.length - 1;
  }
  return false;
}
