import { type Expr, toText } from "../expr";
import type { Label, LabelPart } from "./figure";

/** What stands in the text form, and what is set for it. */
const signs: readonly (readonly [typed: RegExp, set: (found: string) => LabelPart[]])[] = [
  [/^\s*\.\*\s*/, () => [upright(" ⊙ ")]],
  [/^\s*\.\/\s*/, () => [upright(" ⊘ ")]],
  [/^\s*\*\s*/, () => [upright("\u2009")]],
  [/^'/, () => [{ text: "⊤", slanted: false, script: "sup" }]],
  [/^\^(-?[\p{L}\p{N}]+|\(-?[\p{L}\p{N}]+\))/u, (found) => [superscript(found.slice(1))]],
  [/^\s*-\s*/, (found) => [upright(found.trim() === found ? "−" : " − ")]],
  [/^\p{L}[\p{L}\p{N}_]*/u, (found) => nameParts(found)],
  [/^\[\d+(, \d+)*\]/, (found) => [{ text: found.slice(1, -1), slanted: false, script: "sub" }]],
];

function upright(text: string): LabelPart {
  return { text, slanted: false };
}

function superscript(typed: string): LabelPart {
  const text = typed.replace(/^\((.*)\)$/, "$1").replace("-", "−");
  return { text, slanted: /^\p{L}/u.test(text), script: "sup" };
}

/** Words of more than one letter are functions and stand upright; a trailing number or what follows `_` is a subscript. */
export function nameParts(name: string): LabelPart[] {
  const [, base = name, mark = ""] = /^(\p{L}+?)_?(\d[\d_]*|(?<=_).+)?$/u.exec(name) ?? [];
  const parts: LabelPart[] = [{ text: base, slanted: base.length === 1 }];
  if (mark) parts.push({ text: mark.replaceAll("_", ","), slanted: !/^\d/.test(mark), script: "sub" });
  return parts;
}

/** A formula as it is set in a figure: no fractions, no roots, one line of letters with raised and lowered ones. */
export function labelOf(tree: Expr): Label {
  return setText(toText(tree));
}

/** Sets the text form of the language. */
export function setText(text: string): Label {
  const parts: LabelPart[] = [];
  let rest = text;
  while (rest) {
    const row = signs.map(([typed, set]) => ({ found: typed.exec(rest)?.[0], set })).find(({ found }) => found);
    const found = row?.found ?? rest.slice(0, 1);
    for (const part of row ? row.set(found) : [upright(found)]) push(parts, part);
    rest = rest.slice(found.length);
  }
  return parts;
}

/** Joins what stands side by side in the same way. */
function push(parts: LabelPart[], part: LabelPart): void {
  const last = parts.at(-1);
  if (last && last.slanted === part.slanted && last.script === part.script && !part.script) {
    parts.splice(-1, 1, { ...last, text: last.text + part.text });
  } else parts.push(part);
}

/** A label as plain text, for those who do not see it. */
export function plainLabel(label: Label): string {
  return label
    .map(({ text, script }) => (script === "sub" ? `_${text}` : script === "sup" ? `^${text}` : text))
    .join("");
}
