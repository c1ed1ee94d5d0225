import { cover } from "../../base";
import { refuse } from "../cursor";
import { isKnown } from "../names";
import { functionNames } from "../operators";
import { type Atom, isChar, isCommand, isDigit, isLetter } from "./atoms";
import type { Translation } from "./translation";

/** `{ … }`, whose brace was taken, between the two marks; an empty one is a box that was left empty. */
export function group(tex: Translation, opening: Atom, open: string, close: string): void {
  tex.tokens.mark(open, opening);
  if (isChar(tex.atom, "}")) refuse("syntax", "empty-placeholder", {}, cover(opening, tex.atom));
  tex.nested(() => tex.stretch());
  tex.tokens.mark(close, closeGroup(tex, opening));
}

export function closeGroup({ atoms }: Translation, opening: Atom): Atom {
  return atoms.accept("}") ?? refuse("syntax", "unclosed-bracket", { bracket: opening.value }, opening);
}

/** A command's argument in brackets: a group, or the next atom alone. */
export function argument(tex: Translation, of: Atom): void {
  groupOrSingle(tex, of, "(", ")");
}

/** What stands behind `_` or `^`, in the braces of the text form. */
export function script(tex: Translation, mark: Atom): void {
  groupOrSingle(tex, mark, "{", "}");
}

function groupOrSingle(tex: Translation, of: Atom, open: string, close: string): void {
  const brace = tex.atoms.accept("{");
  if (brace) {
    group(tex, brace, open, close);
    return;
  }
  tex.tokens.mark(open, of);
  single(tex);
  tex.tokens.mark(close, of);
}

/** One atom, as TeX takes it where no braces stand. */
export function single(tex: Translation): void {
  const { atom, atoms, tokens } = tex;
  if (atom.kind === "end") refuse("syntax", "unexpected-end", {}, atom);
  if (isDigit(atom)) tokens.number(atoms.take().value, atom);
  else if (isLetter(atom)) tokens.word([atoms.take()]);
  else tex.nested(() => tex.piece());
}

/** `[…]` groups, unless it holds entries or one place: `[a, b]`, `x[2]`, but not `[X]_{ij}` or `\det[X]`. */
export function square(tex: Translation, opening: Atom): void {
  const entries = holdsEntries(tex, followsFunction(tex));
  const closes = (a: Atom): boolean => isChar(a, "]") || isCommand(a, "rbrack");
  tex.tokens.mark(entries ? "[" : "(", opening);
  tex.nested(() => tex.stretch(closes));
  if (!closes(tex.atom)) refuse("syntax", "unclosed-bracket", { bracket: "[" }, opening);
  tex.tokens.mark(entries ? "]" : ")", tex.atoms.take());
}

/** `\det[X]` is `det(X)`. */
function followsFunction({ tokens: { last }, vocabulary }: Translation): boolean {
  return last?.kind === "word" && functionNames.has(last.text) && !isKnown(vocabulary, last.text);
}

function holdsEntries({ atoms }: Translation, called: boolean): boolean {
  let level = 0;
  let place = true;
  for (let k = 0; ; k++) {
    const atom = atoms.peek(k);
    if (atom.kind === "end") return true;
    if (isChar(atom, "(") || isChar(atom, "{") || isChar(atom, "[")) level++;
    if (isChar(atom, ")") || isChar(atom, "}")) level--;
    if (level === 0 && (isChar(atom, ",") || isChar(atom, ";"))) return true;
    if (isChar(atom, "]") && level-- === 0) return place && !called && !isChar(atoms.peek(k + 1), "_");
    place = k === 0 || (place && isDigit(atom));
  }
}
