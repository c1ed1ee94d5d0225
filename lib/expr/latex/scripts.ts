import { cover, type Span } from "../../base";
import { refuse } from "../cursor";
import { type Atom, isChar, isCommand, isDigit, isLetter } from "./atoms";
import { closeGroup, group, script, single } from "./groups";
import { base } from "./names";
import type { Translation } from "./translation";

export function subscript(tex: Translation, mark: Atom): void {
  tex.tokens.mark("_", mark);
  script(tex, mark);
}

/** A power; behind a norm, the mark below that was written after it comes first: `\|x\|^2_2`. */
export function superscript(tex: Translation, mark: Atom): void {
  const { atoms, tokens } = tex;
  const behindNorm = ["‖", "||", "\\rVert", "\\rvert"].includes(tokens.last?.text ?? "");
  const raised = tokens.apart(() => power(tex, mark));
  const below = behindNorm ? atoms.accept("_") : undefined;
  if (below) subscript(tex, below);
  tokens.append(raised);
}

function power(tex: Translation, mark: Atom): void {
  const { atoms, tokens } = tex;
  const prime = primes(tex);
  if (prime) {
    tokens.mark("'", cover(mark, prime));
    return;
  }
  const upright = uprightT(tex);
  if (upright) {
    tokens.mark("^", mark);
    tokens.mark("⊤", upright);
    return;
  }
  const brace = atoms.accept("{");
  if (brace && isCommand(tex.atom, "circ")) {
    entryPower(tex, mark, brace);
    return;
  }
  if (tex.atom.kind === "end" && !brace) refuse("syntax", "missing-operand", { operator: "^" }, mark);
  tokens.mark("^", mark);
  if (brace) group(tex, brace, "{", "}");
  else exponent(tex);
}

/** `^\prime`, `^'`, `^{\prime}`, `^{'}`, taken; or nothing, and nothing taken. */
function primes({ atom, atoms }: Translation): Atom | undefined {
  const isPrime = (a: Atom): boolean => isCommand(a, "prime") || isChar(a, "'");
  if (isPrime(atom)) return atoms.take();
  const grouped = isChar(atom, "{") && isPrime(atoms.peek(1)) && isChar(atoms.peek(2), "}");
  if (!grouped) return undefined;
  atoms.take();
  atoms.take();
  return atoms.take();
}

/** Faces in which a raised T is the sign of a transpose, whatever is declared. */
const signFaces = ["mathsf", "mathrm", "text", "textsf", "textrm"];

/** `^\mathsf{T}`, `^{\mathsf T}`, taken; or nothing, and nothing taken. */
function uprightT({ atoms }: Translation): Span | undefined {
  const grouped = isChar(atoms.peek(0), "{");
  const from = grouped ? 1 : 0;
  const face = atoms.peek(from);
  if (!signFaces.some((name) => isCommand(face, name))) return undefined;
  const braced = isChar(atoms.peek(from + 1), "{");
  const letter = from + (braced ? 2 : 1);
  const closing = [braced, grouped].filter(Boolean).length;
  const last = letter + closing;
  if (!isChar(atoms.peek(letter), "T")) return undefined;
  for (let k = letter + 1; k <= last; k++) if (!isChar(atoms.peek(k), "}")) return undefined;
  const taken = Array.from({ length: last + 1 }, () => atoms.take());
  return cover(taken[0] as Atom, taken[last] as Atom);
}

/** `^{\circ 2}`: entry by entry. */
function entryPower(tex: Translation, mark: Atom, opening: Atom): void {
  tex.atoms.take();
  tex.tokens.mark(".^", mark);
  tex.tokens.mark("(", opening);
  tex.nested(() => tex.stretch());
  tex.tokens.mark(")", closeGroup(tex, opening));
}

/** An exponent without braces: one atom, or a name in a dress. */
function exponent(tex: Translation): void {
  const dressed = isLetter(tex.atom) || isDigit(tex.atom) ? undefined : base(tex);
  if (dressed) tex.tokens.name(dressed.name, dressed);
  else single(tex);
}
