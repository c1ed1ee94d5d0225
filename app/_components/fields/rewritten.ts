import { parse, type Syntax, toTex, toText } from "@/lib/expr";
import { type Declarations, scopeOf } from "@/lib/shape";

/** An answer in the other syntax; what cannot be read yet stays as it was typed. */
export function rewritten(
  text: string,
  from: Syntax,
  to: Syntax,
  names: Declarations,
  indices: readonly string[] = [],
): string {
  if (from === to) return text;
  const tree = parse(text, from, scopeOf(names, indices).vocabulary);
  if (!tree.ok) return text;
  return to === "latex" ? toTex(tree.value) : toText(tree.value);
}
