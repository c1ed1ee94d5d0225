import { greekNames, type Syntax, toTex } from "@/lib/expr";
import type { Declarations } from "@/lib/shape";

/** A key of the palette: what it puts before and behind what is selected, in each syntax. */
export interface Key {
  readonly sign: string;
  readonly means: string;
  readonly puts: { readonly [S in Syntax]: Around };
}

/** What helps to type an answer: keys, and examples for an empty field. */
export interface Symbols {
  readonly keys: readonly Key[];
  readonly examples: { readonly [S in Syntax]: readonly string[] };
}

type Around = readonly [before: string, behind: string];

const call = (name: string, tex: string): Key["puts"] => ({ text: [`${name}(`, ")"], latex: [`${tex}(`, ")"] });
const operator = (name: string): string => `\\operatorname{${name}}`;

const always: readonly Key[] = [
  { sign: "Xᵀ", means: "transpose", puts: { text: ["", "'"], latex: ["", "^\\top"] } },
  { sign: "X⁻¹", means: "inverse", puts: { text: ["", "^-1"], latex: ["", "^{-1}"] } },
  { sign: "tr", means: "trace", puts: call("tr", operator("tr")) },
  { sign: "det", means: "determinant", puts: call("det", "\\det") },
  { sign: "vec", means: "columns under each other", puts: call("vec", operator("vec")) },
  { sign: "diag", means: "diagonal", puts: call("diag", operator("diag")) },
  { sign: "⊙", means: "entry by entry", puts: { text: [" .* ", ""], latex: [" \\odot ", ""] } },
  { sign: "⊗", means: "Kronecker product", puts: { text: [" ⊗ ", ""], latex: [" \\otimes ", ""] } },
  { sign: "‖ ‖", means: "norm", puts: { text: ["norm(", ")"], latex: ["\\lVert ", " \\rVert"] } },
];

/** Letters as they are printed; the rest of the alphabet looks like its names. */
const letters: Readonly<Record<string, string>> = {
  ...{ alpha: "α", beta: "β", gamma: "γ", delta: "δ", epsilon: "ε", eta: "η", theta: "θ", kappa: "κ", lambda: "λ" },
  ...{ mu: "μ", nu: "ν", xi: "ξ", rho: "ρ", sigma: "σ", tau: "τ", phi: "φ", psi: "ψ", omega: "ω", pi: "π" },
  ...{ Gamma: "Γ", Delta: "Δ", Theta: "Θ", Lambda: "Λ", Sigma: "Σ", Phi: "Φ", Psi: "Ψ", Omega: "Ω" },
};

function letterKey(name: string): Key {
  return { sign: letters[name] ?? name, means: name, puts: { text: [name, ""], latex: [`\\${name} `, ""] } };
}

/** The keys for an answer: what nearly every answer is made of, π, and the Greek letters that the problem declares. */
export function keysFor({ variables, functions = {} }: Declarations): readonly Key[] {
  const declared = [...Object.keys(variables), ...Object.keys(functions)].filter((name) => greekNames.has(name));
  return [...always, ...declared.map(letterKey), letterKey("pi")];
}

const others: { readonly [S in Syntax]: readonly string[] } = {
  text: ["2/3", "sqrt(5)", "[1, 2; 3, 4]", "exp(7)"],
  latex: ["\\frac{2}{3}", "\\sqrt{5}", "\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}", "\\exp(7)"],
};

/** Four things to begin with, in the problem's own names: they show how one types, and are nobody's answer. */
export function examplesFor({ variables }: Declarations, syntax: Syntax): readonly string[] {
  const first = (count: number) => Object.entries(variables).find(([, { shape }]) => shape.length === count);
  const named = (name: string) => (syntax === "text" ? name : toTex({ kind: "variable", name, start: 0, end: 0 }));
  const [matrix, vector, scalar] = [first(2), first(1), first(0)].map((found) => found && named(found[0]));
  const transposed = (name: string) => (syntax === "text" ? `${name}'` : `${name}^\\top`);
  const own = [
    matrix && `5${syntax === "text" ? "*" : " "}${transposed(matrix)}`,
    vector && (syntax === "text" ? `${vector}'*${vector} + 7` : `${transposed(vector)} ${vector} + 7`),
    scalar && `${scalar}^2 - 4`,
  ].filter((example) => example !== undefined);
  return [...own, ...others[syntax]].slice(0, 4);
}

/** Made on the server, so that a page need not fetch the language to show them. */
export function symbolsFor(names: Declarations): Symbols {
  return { keys: keysFor(names), examples: { text: examplesFor(names, "text"), latex: examplesFor(names, "latex") } };
}
