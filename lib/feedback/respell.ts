import type { Span } from "../base";
import { canonicalName, greekNames, type Syntax } from "../expr";
import type { Mend } from "./mend";

/**
 * Names that were typed without the underscore of their declaration, `x1y2` for `x_1` times `y_2`: the whole run of letters from
 * here on, written as the names are. Nothing where it is not made of declared names, or holds none of those.
 */
export function respelt(source: string, { start }: Span, names: Iterable<string>, syntax: Syntax): Mend | undefined {
  const [run = ""] = /^[\p{L}\p{N}]+/u.exec(source.slice(start)) ?? [];
  const found = split(canonicalName(run), byLength(names));
  if (!found?.some((name) => name.includes("_"))) return undefined;
  const text = found.map((name) => (syntax === "latex" ? inLatex(name) : name)).join(" ");
  return { start, end: start + run.length, text };
}

const bare = (name: string): string => name.replaceAll("_", "");

const byLength = (names: Iterable<string>): readonly string[] =>
  [...names].sort((a, b) => bare(b).length - bare(a).length);

/** The names that a run is made of, longest first. */
function split(run: string, names: readonly string[]): readonly string[] | undefined {
  if (run === "") return [];
  const first = names.find((name) => run.startsWith(bare(name)));
  const rest = first === undefined ? undefined : split(run.slice(bare(first).length), names);
  return first === undefined || !rest ? undefined : [first, ...rest];
}

/** `x_{12}`, `\theta_{1}`. */
function inLatex(name: string): string {
  const [base = "", ...subscripts] = name.split("_");
  const letter = greekNames.has(base) ? `\\${base}` : base;
  return subscripts.length === 0 ? letter : `${letter}_{${subscripts.join(",")}}`;
}
