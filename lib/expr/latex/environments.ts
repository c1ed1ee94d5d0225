import { refuse } from "../cursor";
import { type Atom, isChar, isCommand, isLetter } from "./atoms";
import { ignored, matrices, spaces } from "./commands";
import { base } from "./names";
import type { Table, Translation } from "./translation";

/** `\begin{bmatrix} … \end{bmatrix}` is `([ … ])`; `cases` keeps its lines for the grammar. */
export function environment(tex: Translation, begin: Atom, as?: Table): void {
  const { tokens } = tex;
  const name = environmentName(tex);
  const table = as ?? tableOf(name, begin);
  if (name === "array" && isChar(tex.atom, "{")) tex.atoms.skipPast("}");
  for (const text of table === "cases" ? ["\\cases"] : ["(", "["]) tokens.mark(text, begin);
  tex.inTable(table, () => tex.stretch());
  const end = endOf(tex, name, begin);
  dropSeparator(tex, table);
  for (const text of table === "cases" ? ["]"] : ["]", ")"]) tokens.mark(text, end);
}

function tableOf(name: string, begin: Atom): Table {
  if (name === "cases" || name === "dcases") return "cases";
  if (!matrices.has(name)) refuse("syntax", "unknown-command", { name: `\\begin{${name}}` }, begin);
  return "matrix";
}

function environmentName(tex: Translation): string {
  const { atoms } = tex;
  if (!atoms.accept("{")) refuse("syntax", "unexpected-token", { found: tex.atom.value }, tex.atom);
  let name = "";
  while (isLetter(tex.atom) || isChar(tex.atom, "*")) name += atoms.take().value;
  if (!atoms.accept("}")) refuse("syntax", "unexpected-token", { found: tex.atom.value }, tex.atom);
  return name;
}

function endOf(tex: Translation, name: string, begin: Atom): Atom {
  const unclosed = (): never => refuse("syntax", "unclosed-bracket", { bracket: `\\begin{${name}}` }, begin);
  if (!isCommand(tex.atom, "end")) return unclosed();
  const end = tex.atoms.take();
  return environmentName(tex) === name ? end : unclosed();
}

/** A last line may end as if another followed. */
function dropSeparator({ tokens }: Translation, table: Table): void {
  const { last } = tokens;
  const separates = last?.text === ";" || (table === "cases" && last?.text === ",");
  if (last?.kind === "mark" && separates) tokens.dropLast();
}

/** `&` */
export function cell(tex: Translation, mark: Atom): void {
  const { table, tokens } = tex;
  if (!table) refuse("syntax", "unexpected-token", { found: "&" }, mark);
  if (!(table === "cases" && tokens.last?.text === ",")) tokens.mark(",", mark);
  if (table === "cases") conditionWord(tex);
}

/** `if`, `for` and `otherwise` before or for a condition. */
function conditionWord(tex: Translation): void {
  tex.attempt(() => {
    while ((ignored.has(tex.atom.value) || spaces.has(tex.atom.value)) && tex.atom.kind === "command") tex.atoms.take();
    const word = base(tex);
    const said = word?.name.toLowerCase().replace(/[^a-z]/g, "");
    if (word && (said === "otherwise" || said === "else")) tex.tokens.mark("\\otherwise", word);
    else if (!(said === "if" || said === "for" || said === "when")) return undefined;
    return said;
  });
}

/** `\\`, perhaps with the space to leave behind it. */
export function line(tex: Translation, command: Atom): void {
  const { table, tokens } = tex;
  if (!table) refuse("syntax", "unexpected-token", { found: "\\\\" }, command);
  if (isChar(tex.atom, "[")) tex.atoms.skipPast("]");
  if (table === "cases" && tokens.last?.text === ",") tokens.dropLast();
  tokens.mark(";", command);
}
