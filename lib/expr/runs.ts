import type { Span } from "../base";
import type { Character } from "./characters";
import { canonicalName, subscriptCount, type Vocabulary } from "./names";
import { functionNames } from "./operators";

/** One factor of a run of letters. */
export type Piece = Span &
  (
    | { readonly kind: "variable" | "size" | "index" | "function" | "declared"; readonly name: string }
    | { readonly kind: "identity"; readonly size: string | null }
    | { readonly kind: "pi" }
    /** An entry written into the name, `x_1`, `X_12`, `x_i`: the subscripts as typed. */
    | { readonly kind: "entry"; readonly name: string; readonly at: readonly string[] }
  );

const longestName = 40;

/** Function names beyond the operator table: they build other nodes than an operator's. */
export const specialFunctions: ReadonlySet<string> = new Set(["kron", "transpose", "eye", "D"]);

const isFunctionName = (name: string): boolean => functionNames.has(name) || specialFunctions.has(name);

/** `12` as one subscript of a vector or two of a matrix; `ij` as indices. Nothing where it cannot be that. */
function splitSubscripts(text: string, count: 1 | 2, vocabulary: Vocabulary): string[] | undefined {
  const single = (part: string): boolean =>
    /^\d+$/.test(part) || vocabulary.indices.has(part) || vocabulary.dimensions.has(part);
  if (count === 1) return single(text) ? [text] : undefined;
  if (/^\d+$/.test(text)) return text.length === 2 ? [...text] : undefined;
  for (let k = 1; k < text.length; k++) {
    const [a, b] = [text.slice(0, k), text.slice(k)];
    if (single(a) && single(b)) return [a, b];
  }
  return undefined;
}

/** Reads `x_1`, `x1`, `X_12`, `x_i` as entries of a declared name. */
function entryOf(text: string, { start, end }: Span, vocabulary: Vocabulary): Piece | undefined {
  const digits = /^(.*?)_?(\d+)$/u.exec(text);
  const tries: [string, string][] = digits ? [[digits[1] as string, digits[2] as string]] : [];
  for (let k = text.indexOf("_"); k > 0; k = text.indexOf("_", k + 1))
    tries.push([text.slice(0, k), text.slice(k + 1)]);
  for (const [base, rest] of tries) {
    const name = canonicalName(base);
    if (!vocabulary.variables.has(name)) continue;
    const at = splitSubscripts(rest, subscriptCount(vocabulary, name), vocabulary);
    if (at) return { kind: "entry", name, at, start, end };
  }
  return undefined;
}

function identityOf(text: string, { start, end }: Span, vocabulary: Vocabulary): Piece | undefined {
  if (text === "I") return { kind: "identity", size: null, start, end };
  const size = text.startsWith("I_") ? text.slice(2) : "";
  return /^\d+$/.test(size) || vocabulary.dimensions.has(size) ? { kind: "identity", size, start, end } : undefined;
}

/** What a stretch of letters stands for, or nothing. A declared name wins over everything else. */
function meaning(letters: readonly Character[], vocabulary: Vocabulary, callable: boolean): Piece | undefined {
  let text = "";
  for (const letter of letters) text += letter.value;
  const [start, end] = [(letters[0] as Character).start, (letters[letters.length - 1] as Character).end];
  const name = canonicalName(text);
  if (vocabulary.variables.has(name)) return { kind: "variable", name, start, end };
  if (callable && vocabulary.functions.has(name)) return { kind: "declared", name, start, end };
  if (vocabulary.indices.has(name)) return { kind: "index", name, start, end };
  if (vocabulary.dimensions.has(name)) return { kind: "size", name, start, end };
  if (callable && isFunctionName(name)) return { kind: "function", name, start, end };
  if (name === "pi") return { kind: "pi", start, end };
  return identityOf(text, { start, end }, vocabulary) ?? entryOf(text, { start, end }, vocabulary);
}

/**
 * Splits a run of letters into declared names, entries and constants, longest first; a function name may only
 * stand last, before its argument. Nothing where no split exists.
 */
export function splitRun(
  letters: readonly Character[],
  vocabulary: Vocabulary,
  beforeArgument: boolean,
): Piece[] | undefined {
  const whole = letters.length <= longestName ? meaning(letters, vocabulary, beforeArgument) : undefined;
  if (whole) return [whole];
  const splits: (readonly [Piece, number] | undefined)[] = new Array(letters.length + 1);
  const works = (at: number): boolean => at === letters.length || splits[at] !== undefined;
  for (let at = letters.length - 1; at >= 0; at--) {
    for (let end = Math.min(letters.length, at + longestName); end > at && !splits[at]; end--) {
      if (!works(end)) continue;
      const found = meaning(letters.slice(at, end), vocabulary, beforeArgument && end === letters.length);
      if (found) splits[at] = [found, end];
    }
  }
  return works(0) ? collect(splits, letters.length) : undefined;
}

function collect(splits: readonly (readonly [Piece, number] | undefined)[], length: number): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < length; ) {
    const [piece, end] = splits[at] as readonly [Piece, number];
    pieces.push(piece);
    at = end;
  }
  return pieces;
}

/** True where no declared name begins with T, so that `^T` is a transpose. */
export function transposeLetterIsFree(vocabulary: Vocabulary): boolean {
  const starts = (name: string): boolean => name.startsWith("T");
  return ![...vocabulary.variables.keys(), ...vocabulary.dimensions, ...vocabulary.functions].some(starts);
}
