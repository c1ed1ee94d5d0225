import { cover, type Span } from "../../base";
import { type Atom, isChar, isCommand, isDigit, isLetter } from "./atoms";
import { accents, faces, greekOf, ignored, spaces, upright } from "./commands";
import type { Translation } from "./translation";

/** A name and where it stands. */
export interface Name extends Span {
  readonly name: string;
}

/** The name that an atom or a dressed letter stands for. */
export interface Base extends Name {
  /** Letters in an upright face: a word, not a product of letters. */
  readonly upright: boolean;
}

/** The dressed or bare name that stands here, taken; or nothing, and nothing taken. */
export function base(tex: Translation): Base | undefined {
  const { atom, atoms } = tex;
  const { value, start, end } = atom;
  if (isLetter(atom)) return { name: atoms.take().value, upright: false, start, end };
  if (atom.kind !== "command") return undefined;
  const greek = greekOf(value);
  if (greek) {
    atoms.take();
    return { name: greek, upright: true, start, end };
  }
  return faces.has(value) || accents.has(value) ? tex.attempt(() => dressed(tex)) : undefined;
}

/** `{\bf x}`, `{\mathbf{x}}`, whose brace was taken: a name and nothing else, taken; or nothing, and no more taken. */
export function nameInBraces(tex: Translation, opening: Atom): Base | undefined {
  return tex.attempt(() => {
    while (tex.atom.kind === "command" && (ignored.has(tex.atom.value) || spaces.has(tex.atom.value))) tex.atoms.take();
    const inside = base(tex);
    const closing = inside && tex.atoms.accept("}");
    return inside && closing ? { ...inside, ...cover(opening, closing) } : undefined;
  });
}

/** `\mathbf{x}`, `\hat{x}`, `\operatorname{tr}`, `\mathsf T`: only letters and names inside. */
function dressed(tex: Translation): Base | undefined {
  const { atoms } = tex;
  const face = atoms.take();
  const brace = atoms.accept("{");
  const parts = nameParts(tex, brace ? Number.POSITIVE_INFINITY : 1);
  const last = parts[parts.length - 1];
  const end = brace ? atoms.accept("}") : last;
  if (!last || !end) return undefined;
  const name = parts.map((part) => part.name).join("");
  const accented = accents.has(face.value);
  return {
    name: accented ? `${name}_${face.value.replace("wide", "").replace("overline", "bar")}` : name,
    upright: accented || upright.has(face.value) || parts.length === 1,
    ...cover(face, end),
  };
}

/** At most so many names, and the digits and underscores behind the first. */
function nameParts(tex: Translation, most: number): Name[] {
  const parts: Name[] = [];
  while (parts.length < most) {
    const part = tex.nested(() => base(tex)) ?? (parts.length > 0 ? nameCharacter(tex) : undefined);
    if (!part) break;
    parts.push(part);
  }
  return parts;
}

/** A digit or an underscore inside a dressed name that has begun. */
function nameCharacter({ atom, atoms }: Translation): Name | undefined {
  if (!(isDigit(atom) || isChar(atom, "_") || isCommand(atom, "_"))) return undefined;
  return named(atoms.take());
}

/** The text of `_x`, `_{12}`, `_{\text{max}}`, `^{(2)}`, where it is nothing but letters, digits and brackets. */
export function scriptText(tex: Translation): Name | undefined {
  const { atoms } = tex;
  const mark = atoms.take();
  if (!atoms.accept("{")) {
    const inside = isDigit(tex.atom) ? named(atoms.take()) : base(tex);
    return inside && { name: inside.name, ...cover(mark, inside) };
  }
  let name = "";
  for (let part = scriptPart(tex); part; part = scriptPart(tex)) name += part.name;
  const end = atoms.accept("}");
  return name && end ? { name, ...cover(mark, end) } : undefined;
}

function scriptPart(tex: Translation): Name | undefined {
  const { atom, atoms } = tex;
  return isDigit(atom) || isChar(atom, "(") || isChar(atom, ")") ? named(atoms.take()) : base(tex);
}

const named = ({ value, start, end }: Atom): Name => ({ name: value, start, end });
