import { functionNames } from "./operators";

/** Greek letters by name; a letter and its name are the same name. */
const greek: Readonly<Record<string, string>> = {
  α: "alpha",
  β: "beta",
  γ: "gamma",
  δ: "delta",
  ε: "epsilon",
  ϵ: "epsilon",
  ζ: "zeta",
  η: "eta",
  θ: "theta",
  ϑ: "theta",
  ι: "iota",
  κ: "kappa",
  λ: "lambda",
  μ: "mu",
  ν: "nu",
  ξ: "xi",
  ο: "omicron",
  π: "pi",
  ϖ: "pi",
  ρ: "rho",
  ϱ: "rho",
  σ: "sigma",
  ς: "sigma",
  τ: "tau",
  υ: "upsilon",
  φ: "phi",
  ϕ: "phi",
  χ: "chi",
  ψ: "psi",
  ω: "omega",
  Γ: "Gamma",
  Δ: "Delta",
  Θ: "Theta",
  Λ: "Lambda",
  Ξ: "Xi",
  Π: "Pi",
  Σ: "Sigma",
  Υ: "Upsilon",
  Φ: "Phi",
  Ψ: "Psi",
  Ω: "Omega",
};

/** The names of the Greek letters, for typesetting. */
export const greekNames: ReadonlySet<string> = new Set(Object.values(greek));

/** The one spelling by which a name is known: Greek letters by their names. */
export function canonicalName(name: string): string {
  let result = "";
  for (const letter of name) result += greek[letter] ?? letter;
  return result;
}

/** A dimension: a name or a whole number. */
export type DimensionName = string | number;

/** The names that an expression may use. All are canonical. */
export interface Vocabulary {
  readonly variables: ReadonlyMap<string, readonly DimensionName[]>;
  readonly dimensions: ReadonlySet<string>;
  /** Free indices of an index formula. */
  readonly indices: ReadonlySet<string>;
  /** Declared functions. */
  readonly functions: ReadonlySet<string>;
}

/** How many subscripts an entry of a variable takes: 1 for a vector or a scalar, 2 for a matrix. */
export function subscriptCount(vocabulary: Vocabulary, name: string): 1 | 2 {
  return vocabulary.variables.get(name)?.length === 2 ? 2 : 1;
}

/** A name that stands for something other than a function call. */
export function isKnown(vocabulary: Vocabulary, name: string): boolean {
  return vocabulary.variables.has(name) || vocabulary.dimensions.has(name) || vocabulary.indices.has(name);
}

/** Edit distance with transpositions (Damerau–Levenshtein, restricted), for suggestions. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const cell = (i: number, j: number): number => (rows[i] as number[])[j] as number;
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, cell(i - 2, j - 2) + 1);
      (rows[i] as number[]).push(best);
    }
  }
  return cell(a.length, b.length);
}

const familiar: Readonly<Record<string, string>> = {
  trace: "tr",
  Tr: "tr",
  determinant: "det",
  Det: "det",
  inverse: "inv",
  transp: "transpose",
  T: "transpose",
  identity: "I",
  eye: "I",
  sgn: "sign",
  heaviside: "step",
  arcsin: "asin",
  arccos: "acos",
  arctan: "atan",
  logit: "sigmoid",
  Log: "log",
  Exp: "exp",
  e: "exp(1)",
};

/** The known name that was probably meant, or nothing. */
export function suggestName(vocabulary: Vocabulary, name: string): string {
  const known = [
    ...vocabulary.variables.keys(),
    ...vocabulary.dimensions,
    ...vocabulary.indices,
    ...vocabulary.functions,
  ];
  const lookalike = known.find((k) => k !== name && k.toLowerCase() === name.toLowerCase());
  if (lookalike) return lookalike;
  if (Object.hasOwn(familiar, name)) return familiar[name] as string;
  if (name.length < 2 || name.length > 24) return "";
  const reach = name.length > 4 ? 2 : 1;
  let best = "";
  let least = reach + 1;
  for (const candidate of [...known, ...functionNames.keys()]) {
    if (Math.abs(candidate.length - name.length) > reach || candidate.length < 2) continue;
    const d = distance(name, candidate);
    if (d < least) [best, least] = [candidate, d];
  }
  return best;
}
