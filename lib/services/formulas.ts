import { type Binding, binding, canonicalName, type Expr, operators, parse, toSpeech, toTex } from "../expr";
import { type Declaration, type Declarations, scopeOf } from "../shape";
import { matrixToTex } from "../tex";
import type { GridView } from "./views";

/** Numbers as an author writes them: one, a list, or a list of rows. */
export type Numbers = number | readonly number[] | readonly (readonly number[])[];

/** A formula of the text form, read. Where it cannot be, its source stands for it. */
function read(source: string, names: Declarations, indices: readonly string[]): Expr | undefined {
  const tree = parse(source, "text", scopeOf(names, indices).vocabulary);
  return tree.ok ? tree.value : undefined;
}

/** A formula of the text form as TeX. */
export function formulaTex(source: string, names: Declarations, indices: readonly string[] = []): string {
  const tree = read(source, names, indices);
  return tree ? differentialsApart(toTex(tree)) : `\\texttt{${source.replace(/[\\{}$&#^_%~]/g, " ")}}`;
}

/** A formula of the text form as a sentence says it. */
export function formulaSpeech(source: string, names: Declarations, indices: readonly string[] = []): string {
  const tree = read(source, names, indices);
  return tree ? toSpeech(tree) : source;
}

/** A differential is a d and a name: only the d stands upright. */
function differentialsApart(tex: string): string {
  return tex.replace(/\\mathrm\{d([a-z])\}/g, "\\mathrm{d}$1");
}

/** A formula as TeX in a place that needs it to hold together at least as tightly as `least`: what is looser gets brackets. */
export function operandTex(source: string, names: Declarations, least: Binding): string {
  const tree = read(source, names, []);
  const tex = formulaTex(source, names);
  return tree && bindingOf(tree) < least ? `\\left(${tex}\\right)` : tex;
}

function bindingOf(tree: Expr): number {
  if (tree.kind === "sum") return binding.sum;
  const notation = tree.kind === "apply" ? operators[tree.op] : undefined;
  return notation && "binds" in notation ? notation.binds : binding.power;
}

/** The declared names and the differential of one of them. */
export function withDifferential(names: Declarations, wrt: string): Declarations {
  const shape = declarationOf(names, wrt)?.shape ?? [];
  return { ...names, variables: { ...names.variables, [`d${wrt}`]: { shape } } };
}

/** The declared names without one of them. */
export function withoutName(names: Declarations, name: string): Declarations {
  const rest = Object.entries(names.variables).filter(([each]) => canonicalName(each) !== canonicalName(name));
  return { ...names, variables: Object.fromEntries(rest) };
}

function declarationOf(names: Declarations, wanted: string): Declaration | undefined {
  return Object.entries(names.variables).find(([name]) => canonicalName(name) === canonicalName(wanted))?.[1];
}

/** An author's numbers as rows: a list is a column, or the row of a name that is declared as one. */
export function gridOf(numbers: Numbers, declaration?: Declaration): GridView {
  if (typeof numbers === "number") return [[numbers]];
  const isRow = declaration?.shape.length === 2 && declaration.shape[0] === 1;
  const flat = numbers.filter((each) => typeof each === "number");
  if (flat.length < numbers.length) return numbers as GridView;
  return isRow ? [flat] : flat.map((each) => [each]);
}

/** A point as grids, by name. */
export function pointOf(at: Readonly<Record<string, Numbers>>, names: Declarations): Record<string, GridView> {
  return Object.fromEntries(
    Object.entries(at).map(([name, numbers]) => [name, gridOf(numbers, declarationOf(names, name))]),
  );
}

/** A point as TeX, one equation a name. */
export function pointTex(at: Readonly<Record<string, Numbers>>, names: Declarations): readonly string[] {
  return Object.entries(pointOf(at, names)).map(([name, grid]) => `${formulaTex(name, names)} = ${matrixToTex(grid)}`);
}
