import { cover } from "../../base";
import { refuse } from "../cursor";
import { type Atom, isChar, isCommand } from "./atoms";
import { marks, upright } from "./commands";
import { environment } from "./environments";
import { argument, group } from "./groups";
import type { Translation } from "./translation";

/** `\frac{a}{b}` is `(a/b)`. */
export function fraction(tex: Translation, command: Atom): void {
  tex.tokens.mark("(", command);
  argument(tex, command);
  tex.tokens.mark("/", command);
  argument(tex, command);
  tex.tokens.mark(")", tex.tokens.last ?? command);
}

/** `\norm{a}` and `\abs{a}`, which papers define. */
export const fenced =
  (open: string, close: string) =>
  (tex: Translation, command: Atom): void => {
    const brace = tex.atoms.accept("{");
    if (!brace) refuse("syntax", "needs-argument", { name: `\\${command.value}` }, command);
    group(tex, brace, open, close);
  };

/** `\mathbf{A^\top x}`: a face around more than a name changes nothing but the look. */
export function face(tex: Translation, command: Atom): void {
  const brace = tex.atoms.accept("{");
  if (!brace) refuse("syntax", "needs-argument", { name: `\\${command.value}` }, command);
  if (isChar(tex.atom, "}") && upright.has(command.value)) tex.atoms.take();
  else group(tex, brace, "(", ")");
}

/** `\sqrt{a}` is `sqrt(a)`, `\sqrt[k]{a}` is `(a^(1/(k)))`. */
export function root(tex: Translation, command: Atom): void {
  const { atoms, tokens } = tex;
  const opening = atoms.accept("[");
  if (!opening) {
    tokens.name("sqrt", command);
    argument(tex, command);
    return;
  }
  const degree = tokens.apart(() => tex.nested(() => tex.stretch((a) => isChar(a, "]"))));
  if (!atoms.accept("]")) refuse("syntax", "unclosed-bracket", { bracket: "[" }, opening);
  tokens.mark("(", command);
  argument(tex, command);
  for (const text of ["^", "("]) tokens.mark(text, command);
  tokens.number("1", command);
  for (const text of ["/", "("]) tokens.mark(text, command);
  tokens.append(degree);
  for (const text of [")", ")", ")"]) tokens.mark(text, command);
}

/** A box of a formula editor: what was put into it. */
export function placeholder(tex: Translation, command: Atom): void {
  const { atoms } = tex;
  if (isChar(tex.atom, "[")) atoms.skipPast("]");
  const opening = atoms.accept("{");
  if (!opening || isChar(tex.atom, "}")) refuse("syntax", "empty-placeholder", {}, command);
  group(tex, opening, "(", ")");
}

/** `\left\{\begin{array}{ll} … \end{array}\right.`: cases as they were typed before there was `cases`. */
function braceOfCases(tex: Translation): boolean {
  const { atom, atoms } = tex;
  if (!(isCommand(atom, "{") || isCommand(atom, "lbrace")) || !isCommand(atoms.peek(1), "begin")) return false;
  const after = afterEnvironment(tex, 1);
  if (!isCommand(atoms.peek(after), "right") || !isChar(atoms.peek(after + 1), ".")) return false;
  atoms.take();
  environment(tex, atoms.take(), "cases");
  atoms.take();
  atoms.take();
  return true;
}

/** How far ahead the environment that begins so far ahead is over, its name included. */
function afterEnvironment({ atoms }: Translation, begin: number): number {
  let level = 0;
  for (let k = begin; atoms.peek(k).kind !== "end"; k++) {
    if (isCommand(atoms.peek(k), "begin")) level++;
    if (isCommand(atoms.peek(k), "end")) level--;
    if (level === 0 && isChar(atoms.peek(k), "}")) return k + 1;
  }
  return begin;
}

/** Behind `\left` and `\right` a bar knows which side it is. */
export function side(tex: Translation, command: Atom): void {
  if (braceOfCases(tex)) return;
  const { atom, atoms } = tex;
  const bar = atom.kind === "command" ? marks.get(atom.value) : atom.value;
  if (bar !== "|" && bar !== "‖") return;
  atoms.take();
  const double = isChar(atom, "|") ? atoms.accept("|") : undefined;
  const letter = command.value.endsWith("left") ? "l" : "r";
  tex.tokens.mark(`\\${letter}${bar === "‖" || double ? "V" : "v"}ert`, cover(atom, double ?? atom));
}
