import { functionNames, greekNames, operators, toTex } from "@/lib/expr";
import type { Declarations } from "@/lib/shape";

/** What is typed in a row becomes one sign: only signs of our language, so that all that is shown can be read. */
export function shortcutsFor({ variables, functions = {} }: Declarations): Record<string, string> {
  const declared = [...Object.keys(variables), ...Object.keys(functions)].filter((name) => name.length > 1);
  return {
    ...Object.fromEntries([...greekNames].map((name) => [name, letter(name)])),
    ...Object.fromEntries([...functionNames.keys()].map((name) => [name, functionSign(name)])),
    ...signs,
    ...Object.fromEntries(declared.map((name) => [name, toTex({ kind: "variable", name, start: 0, end: 0 })])),
  };
}

const signs: Readonly<Record<string, string>> = {
  "'": "^{\\top}",
  "*": "\\cdot ",
  ".*": "\\odot ",
  "<=": "\\le ",
  ">=": "\\ge ",
  otimes: "\\otimes ",
  odot: "\\odot ",
  pi: "\\pi",
  sqrt: "\\sqrt{#?}",
  sum: "\\sum_{#?}",
};

const letter = (name: string): string => toTex({ kind: "variable", name, start: 0, end: 0 });

/** The sign of its own where TeX has one; its name otherwise. */
function functionSign(name: string): string {
  const { tex } = operators[functionNames.get(name) ?? "add"];
  return tex === `\\${name}` ? `${tex} ` : `\\operatorname{${name}}`;
}
