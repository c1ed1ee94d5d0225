import { type Expr, greekNames, parse, type Vocabulary } from "../expr";

/** Names that a reader of the sheet is likely to type: single letters and Greek ones. What they stand for is open. */
const letters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHJKLMNOPQRSTUVWXYZ"];
const greek = [...greekNames].filter((name) => !["pi", "sigma"].includes(name));

function vocabulary(functions: readonly string[], without: readonly string[]): Vocabulary {
  const names = [...letters, ...greek].filter((name) => ![...functions, ...without].includes(name));
  return {
    variables: new Map(names.map((name) => [name, ["n", "n"]])),
    dimensions: new Set(),
    indices: new Set(),
    functions: new Set(functions),
  };
}

/** First with the letters that are mostly functions as functions and T for a transpose, then with every letter as a variable. */
const vocabularies = [vocabulary(["f", "g", "h", "L"], ["T"]), vocabulary([], [])];

/** Words and habits of writing that the language does not know. */
const habits: readonly (readonly [written: RegExp, read: string])[] = [
  [/^\s*[∂d]\s*(.+?)\s*\/\s*[∂d]\s*\p{L}\s*$/u, "$1"],
  [/\btrace\b/gi, "tr"],
  [/\bTr\b/g, "tr"],
  [/\bln\b/g, "log"],
  [/\blog\s*det\b/g, "logdet"],
  [/\b(logdet|det|tr|log|exp|sin|cos|tanh|sigmoid|softmax|logsumexp|norm|vec|diag)\s+([\p{L}'^]+)/gu, "$1($2)"],
];

/** Reads what somebody types to find a formula; nothing where it is no formula. */
export function readQuery(typed: string): Expr | undefined {
  const source = habits.reduce((text, [written, read]) => text.replace(written, read), typed.trim());
  const syntax = source.includes("\\") ? "latex" : "text";
  for (const names of vocabularies) {
    const tree = parse(source, syntax, names);
    if (tree.ok) return tree.value;
  }
  return undefined;
}
