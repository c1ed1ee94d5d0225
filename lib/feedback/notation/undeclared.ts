import { greekNames, parse } from "../../expr";
import { type Declaration, type Declarations, scopeOf } from "../../shape";
import { printVariable } from "./variables";

const most = 8;
/** A run of letters as short as this is a product of names, like `Ax`. */
const longestRun = 3;

/** A name that is used and not declared, with the lines that could declare it, the likeliest first. */
export interface Undeclared {
  readonly name: string;
  readonly lines: readonly { readonly line: string; readonly means: string }[];
}

/** The names that an expression uses and nobody has declared, in the order in which they are met. */
export function undeclaredNames(source: string, { variables }: Declarations): readonly Undeclared[] {
  const known: Record<string, Declaration> = { ...variables };
  const found: Undeclared[] = [];
  while (found.length < most) {
    const tree = parse(source, "text", scopeOf({ variables: known }).vocabulary);
    if (tree.ok || tree.error.what !== "unknown-name") break;
    const { name, suggestion } = tree.error.facts;
    const isCall = name.length > longestRun && source[tree.error.end] === "(";
    const names = suggestion === "" && !isCall ? namesIn(name).filter((each) => !Object.hasOwn(known, each)) : [];
    if (names.length === 0) break;
    for (const each of names) {
      const likely = likelyShape(each);
      known[each] = likely;
      found.push({ name: each, lines: linesFor(each, likely) });
    }
  }
  return found;
}

function namesIn(run: string): readonly string[] {
  if (/^\p{L}[\p{N}_]*$/u.test(run) || greekNames.has(run) || run.includes("_")) return [run];
  const isRun = run.length <= longestRun && /^\p{L}+$/u.test(run);
  if (isRun) return [...new Set(run)];
  return /^\p{L}[\p{L}\p{N}_]*$/u.test(run) ? [run] : [];
}

/** Capitals are matrices, Greek letters and `t` numbers, all others vectors. */
function likelyShape(name: string): Declaration {
  if (/^\p{Lu}/u.test(name)) return { shape: ["n", "n"] };
  return { shape: name === "t" || greekNames.has(name) || /^\p{Script=Greek}/u.test(name) ? [] : ["n"] };
}

/** What a shape is called, by the number of its sides. */
const means = ["a number", "a vector", "a square matrix"] as const;

function linesFor(name: string, likely: Declaration): Undeclared["lines"] {
  const others = [{ shape: ["n"] }, { shape: ["n", "n"] }, { shape: [] }];
  const different = others.filter(({ shape }) => shape.length !== likely.shape.length);
  return [likely, ...different].map((declaration) => ({
    line: printVariable(name, declaration),
    means: means[declaration.shape.length] as string,
  }));
}
