import { refuse } from "../cursor";
import { type Atom, isChar, isCommand } from "./atoms";
import { closeGroup, script } from "./groups";
import { base, type Name } from "./names";
import type { Translation } from "./translation";

/** `\sum_{k}`, `\sum_{ij}`, `\sum\limits_{k=1}^{n}`: a mark, the index, and the range in braces where it is given. */
export function sum(tex: Translation, command: Atom): void {
  const { atoms, tokens } = tex;
  while (isCommand(tex.atom, "limits") || isCommand(tex.atom, "nolimits")) atoms.take();
  if (!atoms.accept("_")) refuse("syntax", "needs-argument", { name: "\\sum" }, command);
  const indices = sumIndices(tex);
  const caret = atoms.accept("^");
  const range = caret ? tokens.apart(() => upTo(tex, caret)) : [];
  for (const index of indices) {
    tokens.mark("\\sum", command);
    tokens.name(index.name, index);
    tokens.append(range);
  }
}

function sumIndices(tex: Translation): readonly Name[] {
  const { atoms } = tex;
  const opening = atoms.accept("{");
  if (!opening) return [sumIndex(tex)];
  const indices: Name[] = [];
  do {
    indices.push(sumIndex(tex));
    atoms.accept(",");
  } while (!isChar(tex.atom, "=") && !isChar(tex.atom, "}"));
  if (atoms.accept("=")) one(tex);
  closeGroup(tex, opening);
  return indices;
}

function sumIndex(tex: Translation): Name {
  return base(tex) ?? refuse("syntax", "bad-subscript", { name: tex.atom.value }, tex.atom);
}

/** The lower end of a sum's range, which must be 1. */
function one({ atom, atoms }: Translation): void {
  if (!atoms.accept("1")) refuse("syntax", "bad-subscript", { name: atom.value }, atom);
}

function upTo(tex: Translation, caret: Atom): void {
  if (tex.atom.kind === "end") refuse("syntax", "missing-operand", { operator: "^" }, caret);
  script(tex, caret);
}
