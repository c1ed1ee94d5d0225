import { canonicalName, type DimensionName, type Vocabulary } from "../expr";

/** From which set values of a variable are drawn; an answer is right where it equals the truth on that set. */
export const assumptions = [
  "symmetric",
  "skew",
  "diagonal",
  "orthogonal",
  "positive-definite",
  "invertible",
  "positive",
  "nonnegative",
  "nonzero",
  "unit",
  "simplex",
  "one-hot",
  "integer",
] as const;

export type Assumption = (typeof assumptions)[number];

/** A variable: `[]` a scalar, `["n"]` a column, `["m", "n"]` a matrix. */
export interface Declaration {
  readonly shape: readonly DimensionName[];
  readonly assume?: readonly Assumption[];
}

/** A function that the problem declares without saying what it is. */
export type FunctionDeclaration =
  | { readonly elementwise: true }
  | { readonly from: readonly DimensionName[]; readonly to: readonly DimensionName[] };

/** Everything that a problem declares. */
export interface Declarations {
  readonly variables: Readonly<Record<string, Declaration>>;
  readonly functions?: Readonly<Record<string, FunctionDeclaration>>;
}

/** The declarations with canonical names, and what the reader needs of them. */
export interface Scope {
  readonly variables: ReadonlyMap<string, Declaration>;
  readonly functions: ReadonlyMap<string, FunctionDeclaration>;
  readonly dimensions: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
}

function dimensionsOf(declarations: Declarations): Set<string> {
  const shapes = [
    ...Object.values(declarations.variables).map((v) => v.shape),
    ...Object.values(declarations.functions ?? {}).flatMap((f) => ("elementwise" in f ? [] : [f.from, f.to])),
  ];
  return new Set(shapes.flat().filter((d): d is string => typeof d === "string"));
}

/** Prepares declarations for reading; `indices` are the free indices of an index formula. */
export function scopeOf(declarations: Declarations, indices: readonly string[] = []): Scope {
  const variables = new Map(Object.entries(declarations.variables).map(([name, d]) => [canonicalName(name), d]));
  const functions = new Map(Object.entries(declarations.functions ?? {}).map(([name, f]) => [canonicalName(name), f]));
  const dimensions = dimensionsOf(declarations);
  return {
    variables,
    functions,
    dimensions,
    vocabulary: {
      variables: new Map([...variables].map(([name, d]) => [name, d.shape])),
      dimensions,
      indices: new Set(indices),
      functions: new Set(functions.keys()),
    },
  };
}
