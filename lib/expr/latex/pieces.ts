import { cover } from "../../base";
import { refuse } from "../cursor";
import type { Token } from "../tokens";
import { type Atom, isChar, isCommand, isDigit, isLetter } from "./atoms";
import { faces, fractions, functions, ignored, marks, spaces } from "./commands";
import { cell, environment, line } from "./environments";
import { group, square } from "./groups";
import { base, nameInBraces } from "./names";
import { subscript, superscript } from "./scripts";
import { face, fenced, fraction, placeholder, root, side } from "./structures";
import { sum } from "./sums";
import { isOnes, ones } from "./symbols";
import type { Translation } from "./translation";
import { differential, isScript, letters, word } from "./words";

/** How what begins with an atom, which was taken, is translated. */
type Piece = (tex: Translation, atom: Atom) => void;

const byCharacter: ReadonlyMap<string, Piece> = new Map<string, Piece>([
  ["{", braces],
  ["^", superscript],
  ["_", subscript],
  ["&", cell],
  ["[", square],
  ["|", bar],
  ["~", (tex) => tex.tokens.space()],
  ["≤", (tex, atom) => tex.tokens.mark("<=", atom)],
  ["≥", (tex, atom) => tex.tokens.mark(">=", atom)],
]);

/** Characters that stand for themselves. */
const plain: ReadonlySet<string> = new Set("()]+-*/·×⊙⊗⊤'<>,;:√‖");

const byCommand: ReadonlyMap<string, Piece> = new Map<string, Piece>([
  ...[...marks].map(([name, mark]): [string, Piece] => [name, (tex, atom) => tex.tokens.mark(mark, atom)]),
  ...[...functions].map(([name, own]): [string, Piece] => [name, (tex, atom) => tex.tokens.name(own, atom)]),
  ...[...fractions].map((name): [string, Piece] => [name, fraction]),
  ...[...ignored].map((name): [string, Piece] => [name, () => {}]),
  ...[...spaces, " "].map((name): [string, Piece] => [name, (tex) => tex.tokens.space()]),
  ["lbrack", square],
  ["log", logarithm],
  ...[...faces].map((name): [string, Piece] => [name, face]),
  ["norm", fenced("\\lVert", "\\rVert")],
  ["abs", fenced("\\lvert", "\\rvert")],
  ["mleft", side],
  ["mright", side],
  ["left", side],
  ["right", side],
  ["sqrt", root],
  ["begin", environment],
  ["\\", line],
  ["cr", line],
  ["sum", sum],
  ["placeholder", placeholder],
]);

/** Translates the piece of the formula that stands here. */
export function piece(tex: Translation): void {
  const { atom, atoms } = tex;
  if (atom.kind === "command") command(tex);
  else if (isLetter(atom)) letters(tex);
  else if (isDigit(atom) || (isChar(atom, ".") && isDigit(atoms.peek(1)))) digits(tex);
  else character(tex, atoms.take());
}

function character(tex: Translation, atom: Atom): void {
  const translate = byCharacter.get(atom.value);
  if (translate) translate(tex, atom);
  else if (plain.has(atom.value)) tex.tokens.mark(atom.value, atom);
  else refuse("syntax", "unexpected-character", { found: atom.value }, atom);
}

/** `{ … }` around a name that has scripts or a norm that is marked `_2` behind it does not part the two. */
function braces(tex: Translation, opening: Atom): void {
  const name = tex.attempt(() => {
    const inside = nameInBraces(tex, opening);
    return inside && isScript(tex.atom) ? inside : undefined;
  });
  if (name) {
    word(tex, name);
    return;
  }
  const grouped = tex.tokens.apart(() => group(tex, opening, "(", ")"));
  tex.tokens.append(isChar(tex.atom, "_") && isNorm(grouped) ? grouped.slice(1, -1) : grouped);
}

/** `(‖ … ‖)` */
function isNorm(tokens: readonly Token[]): boolean {
  const inside = tokens.slice(1, -1).map((t) => t.text);
  const isPair = ([open, close]: readonly string[]): boolean =>
    inside[0] === open && inside.indexOf(close ?? "", 1) === inside.length - 1;
  return [
    ["‖", "‖"],
    ["||", "||"],
    ["\\lVert", "\\rVert"],
  ].some(isPair);
}

function bar(tex: Translation, first: Atom): void {
  const second = tex.atoms.accept("|");
  if (second) tex.tokens.mark("||", cover(first, second), [first, second]);
  else tex.tokens.mark("|", first);
}

function digits({ atoms, tokens }: Translation): void {
  const first = atoms.take();
  const taken = [first];
  const dotted = (): boolean => taken.some((a) => a.value === ".");
  const goesOn = (): boolean =>
    isDigit(atoms.peek(0)) || (isChar(atoms.peek(0), ".") && !dotted() && isDigit(atoms.peek(1)));
  while (goesOn()) taken.push(atoms.take());
  const text = taken.map((a) => a.value).join("");
  tokens.number(text, cover(first, taken[taken.length - 1] as Atom), taken);
}

/** A command: ones and zeros, a name, or what the table says. */
function command(tex: Translation): void {
  if (isOnes(tex)) {
    ones(tex);
    return;
  }
  const name = differential(tex) ?? base(tex);
  if (name) {
    word(tex, name);
    return;
  }
  const atom = tex.atoms.take();
  const translate = byCommand.get(atom.value);
  if (!translate) refuse("syntax", "unknown-command", { name: `\\${atom.value}` }, atom);
  translate(tex, atom);
}

/** `\log`, and `\log\det` as one name. */
function logarithm({ atom, atoms, tokens }: Translation, log: Atom): void {
  if (isCommand(atom, "det")) tokens.name("logdet", cover(log, atoms.take()));
  else tokens.name("log", log);
}
