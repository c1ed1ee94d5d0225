import { cover } from "../../base";
import { functionNames } from "../operators";
import { type Atom, isChar, isCommand, isDigit, isLetter } from "./atoms";
import { spellings, upright } from "./commands";
import { group } from "./groups";
import { type Base, base, type Name, nameInBraces, scriptText } from "./names";
import { symbol } from "./symbols";
import type { Translation } from "./translation";

/** A run of bare letters; what stands behind a space or before a mark, or a name in a dress, is a word of its own. */
export function letters(tex: Translation): void {
  let run: Atom[] = [];
  const flush = (): void => {
    if (run.length > 0) tex.tokens.word(run);
    run = [];
  };
  while (isLetter(tex.atom)) {
    if (tex.atom.start !== run.at(-1)?.end) flush();
    const variable = differential(tex);
    if (variable) {
      flush();
      word(tex, variable);
    } else if (isScript(tex.atoms.peek(1))) {
      const known = knownRun(tex, run);
      if (!known) flush();
      word(tex, known ?? (base(tex) as Base));
      return;
    } else {
      const letter = tex.atoms.take();
      run.push(letter, ...numberOf(tex, letter));
    }
  }
  flush();
}

/** Digits right behind a letter where they belong to a name: `W2` where that is declared, `x1` for an entry of x. */
function numberOf(tex: Translation, letter: Atom): Atom[] {
  const digits: Atom[] = [];
  for (
    let next = tex.atom;
    isDigit(next) && next.start === (digits.at(-1) ?? letter).end;
    next = tex.atoms.peek(digits.length)
  )
    digits.push(next);
  const name = [letter, ...digits].map((a) => a.value).join("");
  if (digits.length === 0 || !(tex.isVariable(name) || tex.isVariable(letter.value))) return [];
  return digits.map(() => tex.atoms.take());
}

/** The run with the letter that stands here, where they make one name that can be marked. */
function knownRun(tex: Translation, run: readonly Atom[]): Base | undefined {
  const first = run[0];
  if (!first) return undefined;
  const name = [...run, tex.atom].map((a) => a.value).join("");
  if (!tex.isVariable(name) && !functionNames.has(name)) return undefined;
  return { name, upright: true, ...cover(first, tex.atoms.take()) };
}

/** `d` before a name, where the two are a declared name: `dX`, `d\theta`, `\mathrm{d}\mathbf{X}`, `\mathrm dX`. */
export function differential(tex: Translation): Base | undefined {
  return tex.attempt(() => {
    const d = differentialSign(tex);
    if (!d) return undefined;
    const brace = tex.atoms.accept("{");
    const of = brace ? nameInBraces(tex, brace) : base(tex);
    const name = `d${of?.name}`;
    return of && tex.isVariable(name) ? { name, upright: true, ...cover(d, of) } : undefined;
  });
}

function differentialSign({ atom, atoms }: Translation): Atom | undefined {
  if (isChar(atom, "d") || isCommand(atom, "differentialD") || isCommand(atom, "dd")) return atoms.take();
  if (atom.kind !== "command" || !upright.has(atom.value)) return undefined;
  const sign = ["d", "{d}"].find((text) => [...text].every((value, k) => isChar(atoms.peek(k + 1), value)));
  if (!sign) return undefined;
  for (let k = 0; k <= sign.length; k++) atoms.take();
  return atom;
}

/** Whether a name before this may go on in a subscript or a superscript in brackets. */
export function isScript(atom: Atom): boolean {
  return isChar(atom, "_") || isChar(atom, "^");
}

/** A name with what its subscript and bracketed superscript make of it. */
export function word(tex: Translation, base: Base): void {
  const declared = declaredWithScripts(tex, base, 2);
  if (declared) tex.tokens.name(declared.name, declared);
  else if (layerWithPower(tex, base)) return;
  else if (!symbol(tex, base)) tex.tokens.name(spelling(tex, base), base);
}

function spelling(tex: Translation, { name, upright }: Base): string {
  const own = upright && !tex.isVariable(name) ? spellings.get(name) : undefined;
  return own ?? name;
}

/** `W^{(2)}`, `x_1`, `\hat\beta_0`, `\delta_y`: the longest declared name that a base and so many scripts make. */
function declaredWithScripts(tex: Translation, base: Name, most: number): Name | undefined {
  if (most === 0 || !isScript(tex.atom)) return undefined;
  return tex.attempt(() => {
    const text = nameScript(tex);
    if (!text) return undefined;
    const span = cover(base, text);
    const known = joined(tex, base, text.name);
    const longer = { name: known ?? `${base.name}_${text.name}`, ...span };
    return declaredWithScripts(tex, longer, most - 1) ?? (known ? longer : undefined);
  });
}

/** `W^{(1)\top}`: a declared name by its layer, and a power in the same braces. False, and nothing taken, where it is not. */
function layerWithPower(tex: Translation, base: Name): boolean {
  const { atoms, tokens } = tex;
  const layer = tex.attempt(() => {
    const [mark, brace, bracket] = [atoms.accept("^"), atoms.accept("{"), atoms.accept("(")];
    let text = "";
    while (isDigit(tex.atom) || isLetter(tex.atom)) text += atoms.take().value;
    const closing = atoms.accept(")");
    const name = joined(tex, base, text);
    if (!mark || !brace || !bracket || !closing || !name || isChar(tex.atom, "}")) return undefined;
    return { name, span: cover(base, closing), mark, brace };
  });
  if (!layer) return false;
  tokens.name(layer.name, layer.span);
  tokens.mark("^", layer.mark);
  group(tex, layer.brace, "{", "}");
  return true;
}

/** The declared name that a base and a script make. */
function joined(tex: Translation, base: Name, script: string): string | undefined {
  return [`${base.name}_${script}`, `${base.name}${script}`].find((name) => tex.isVariable(name));
}

/** A script that can be part of a name: a superscript only in brackets, which the name leaves out. */
function nameScript(tex: Translation): Name | undefined {
  const layer = isChar(tex.atom, "^");
  const text = scriptText(tex);
  if (!layer || !text) return text;
  return /^\(.+\)$/.test(text.name) ? { ...text, name: text.name.slice(1, -1) } : undefined;
}
