import { cover } from "../../base";
import { isKnown } from "../names";
import { type Atom, isChar, isCommand } from "./atoms";
import { closeGroup, group, single } from "./groups";
import type { Name } from "./names";
import type { Translation } from "./translation";

const onesFaces: ReadonlySet<string> = new Set(["mathbf", "boldsymbol", "bm", "mathbb", "mathbbm", "mathds"]);

/** A name that with its scripts is a function of the language: `\delta_{ij}`, `e_k^{(n)}`. False, and nothing taken, where it is not. */
export function symbol(tex: Translation, name: Name): boolean {
  if (isDelta(tex, name)) {
    delta(tex, name);
    return true;
  }
  return isUnit(tex, name) && tex.attempt(() => unitVector(tex, name)) !== undefined;
}

function isDelta({ atoms, vocabulary }: Translation, { name }: Name): boolean {
  const subscripted = isChar(atoms.peek(0), "_") && isChar(atoms.peek(1), "{");
  return name === "delta" && subscripted && !vocabulary.variables.has("delta");
}

/** `\delta_{ij}` and `\delta_{i,j}` are `delta(i, j)`. */
function delta(tex: Translation, name: Name): void {
  const { atoms, tokens } = tex;
  tokens.name(name.name, name);
  atoms.take();
  const opening = atoms.take();
  tokens.mark("(", opening);
  for (let first = true; !isChar(tex.atom, "}") && tex.atom.kind !== "end"; first = false) {
    const comma = atoms.accept(",");
    if (comma || !first) tokens.mark(",", comma ?? tex.atom);
    single(tex);
  }
  tokens.mark(")", closeGroup(tex, opening));
}

function isUnit({ atom, vocabulary }: Translation, { name }: Name): boolean {
  return name === "e" && isChar(atom, "_") && !isKnown(vocabulary, "e") && !vocabulary.functions.has("e");
}

/** `e_k^{(n)}` is `e_i(k, n)`. */
function unitVector(tex: Translation, name: Name): true | undefined {
  const { atoms, tokens } = tex;
  tokens.name("e_i", name);
  tokens.mark("(", atoms.take());
  const brace = atoms.accept("{");
  if (brace) group(tex, brace, "{", "}");
  else single(tex);
  if (!["^", "{", "("].every((value, k) => isChar(atoms.peek(k), value))) return undefined;
  tokens.mark(",", atoms.take());
  const opening = atoms.take();
  tex.nested(() => tex.stretch());
  tokens.mark(")", closeGroup(tex, opening));
  return true;
}

/** `\mathbf{1}`, `\mathbf{0}`: ones and zeros whose size follows from their place. */
export function isOnes({ atom, atoms }: Translation): boolean {
  if (!onesFaces.has(atom.value)) return false;
  const braced = isChar(atoms.peek(1), "{") ? 1 : 0;
  const digit = atoms.peek(1 + braced);
  return (isChar(digit, "0") || isChar(digit, "1")) && (!braced || isChar(atoms.peek(3), "}"));
}

export function ones(tex: Translation): void {
  const { atoms, tokens } = tex;
  const face = atoms.take();
  const braced = atoms.accept("{");
  const digit = atoms.take();
  const span = cover(face, braced ? atoms.take() : digit);
  const sized = atoms.accept("_");
  if (digit.value === "0" && !sized) {
    tokens.number("0", span);
    return;
  }
  tokens.name(digit.value === "0" ? "zeros" : "ones", span);
  tokens.mark("(", span);
  if (sized) sizes(tex);
  tokens.mark(")", span);
}

/** `_n`, `_{n}`, `_{m \times n}` behind `\mathbf{1}`. */
function sizes(tex: Translation): void {
  const { atoms, tokens } = tex;
  const opening = atoms.accept("{");
  if (!opening) {
    single(tex);
    return;
  }
  const isTimes = (a: Atom): boolean => isCommand(a, "times");
  tex.nested(() => {
    tex.stretch(isTimes);
    while (isTimes(tex.atom)) {
      tokens.mark(",", atoms.take());
      tex.stretch(isTimes);
    }
  });
  closeGroup(tex, opening);
}
