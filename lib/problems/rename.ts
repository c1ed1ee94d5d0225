import { random, type Seed } from "../base";
import { functionNames } from "../expr";
import type { Drawn } from "./parameters";
import type { ProblemRecord } from "./record";
import { mapCode, mapMarkdown, mapStrings, type Piece, piecesOf } from "./words";

/** Other names for the variables of a problem, by their own. */
export type Renaming = ReadonlyMap<string, string>;

/** The texts around a record. */
export interface Words {
  readonly title: string;
  readonly statement: string;
  readonly hints: readonly string[];
  readonly solution: string | null;
}

type Kind = "scalar" | "vector" | "matrix";

/** What a variable of each kind may be called. */
const namesByKind: { readonly [K in Kind]: readonly string[] } = {
  scalar: ["r", "s", "t", "u", "v", "w", "x", "y", "z"],
  vector: ["a", "b", "c", "p", "q", "u", "v", "w", "x", "y", "z"],
  matrix: ["A", "B", "C", "F", "G", "H", "M", "P", "Q", "R", "S", "U", "V", "W", "X", "Y", "Z"],
};

/** Letters that mean something of their own: differentials, Euler's number, indices, the identity, transposes. */
const reserved: ReadonlySet<string> = new Set("deijkDIT");

/** A choice is about what its options say, and a table about named cells: their names stay. */
const renamedForms: ReadonlySet<string> = new Set([
  "derivative",
  "hessian",
  "differential",
  "vec",
  "index",
  "value",
  "stationary",
  "set",
  "shape",
  "steps",
]);

/**
 * Chooses other names for the variables of a filled problem, by chance: never one that stands for something already, in the record or
 * in the words. A variable keeps its name where it cannot be told from the words around it.
 */
export function chooseRenaming(record: ProblemRecord, words: Words, seed: Seed): Renaming {
  if (!renamedForms.has(record.form ?? "derivative")) return new Map();
  const pieces = [
    ...recordTexts(record).map((text): Piece => ({ kind: "code", text })),
    ...textsOf(words).flatMap(piecesOf),
  ];
  const taken = new Set([...reserved, ...declaredNames(record), ...pieces.flatMap(lettersIn)]);
  const chance = random(`${seed} names`);
  const renaming = new Map<string, string>();
  for (const [name, { shape }] of Object.entries(record.variables)) {
    if (!isSafe(name, record, pieces)) continue;
    const free = namesByKind[kindOf(shape)].filter((each) => !taken.has(each));
    if (free.length === 0) continue;
    const chosen = chance.pick(free);
    taken.add(chosen);
    renaming.set(name, chosen);
  }
  return renaming;
}

function kindOf(shape: readonly unknown[]): Kind {
  return shape.length === 0 ? "scalar" : shape.length === 1 ? "vector" : "matrix";
}

function textsOf({ title, statement, hints, solution }: Words): readonly string[] {
  return [title, statement, ...hints, ...(solution === null ? [] : [solution])];
}

/** The formulas of a record. */
function recordTexts({ function: source, reference, wrt, at }: ProblemRecord): readonly string[] {
  const formulas = [source, wrt, ...(typeof reference === "string" ? [reference] : [])];
  return [
    ...formulas.flatMap((text) => text ?? []),
    ...Object.keys(at ?? {}),
    ...stringsIn(reference),
    ...stringsIn(at),
  ];
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** All that a record has names for. */
function declaredNames({ variables, functions = {}, indices = [] }: ProblemRecord): readonly string[] {
  const shapes = Object.values(variables).flatMap(({ shape }) => shape);
  const sizes = Object.values(functions).flatMap((each) => ("elementwise" in each ? [] : [...each.from, ...each.to]));
  return [...Object.keys(variables), ...Object.keys(functions), ...indices, ...[...shapes, ...sizes].map(String)];
}

function lettersIn({ kind, text }: Piece): readonly string[] {
  if (kind === "prose") return [];
  return kind === "tex" ? (text.match(/[A-Za-z]/g) ?? []) : (text.match(/[A-Za-z][A-Za-z0-9]*/g) ?? []);
}

/** True where every mention of a variable is known to be one. */
function isSafe(name: string, record: ProblemRecord, pieces: readonly Piece[]): boolean {
  if (!/^[A-Za-z]$/.test(name) || reserved.has(name)) return false;
  const declared = new Set(declaredNames(record));
  // In "x_hat" the x is no variable of its own.
  if ([...declared].some((other) => other !== name && other.split("_").includes(name))) return false;
  return pieces.every((piece) => isClear[piece.kind](piece.text, name, declared));
}

type Clear = (text: string, name: string, declared: ReadonlySet<string>) => boolean;

/** Whether a variable can be told in a piece of each kind. */
const isClear: { readonly [K in Piece["kind"]]: Clear } = {
  // In prose a variable cannot be told from a word; a lone "a" or "A" is the article.
  prose: (text, name, declared) =>
    (text.match(/[A-Za-z0-9]+/g) ?? []).every((word) => {
      if (word === name) return name.toLowerCase() === "a";
      const letters = word.replace(/^\d+/, "");
      const isProduct =
        letters.length > 1 && letters.length < 4 && [...letters].every((letter) => declared.has(letter));
      return !(isProduct && letters.includes(name));
    }),
  // Letters in a row are a product, or a differential; where one of them is no name, they are a word.
  tex: (text, name, declared) =>
    (text.match(/[A-Za-z]{2,}/g) ?? []).every(
      (run) =>
        !run.includes(name) || [...run].every((letter) => letter === "d" || letter === "f" || declared.has(letter)),
    ),
  code: (text, name, declared) =>
    (text.match(/[A-Za-z][A-Za-z0-9]*/g) ?? []).every(
      (run) => run === name || run === `d${name}` || !run.includes(name) || functionNames.has(run) || declared.has(run),
    ),
};

/** A record with other names for its variables. What is not declared, or would collide, stays. */
export function renameRecord(record: ProblemRecord, asked: Renaming): ProblemRecord {
  const renaming = fitting(asked, record);
  if (renaming.size === 0) return record;
  const { variables, function: source, reference, wrt, at, ...rest } = record;
  const formula = <T>(value: T): T => mapStrings(value, (text) => renameFormula(text, renaming));
  return {
    ...rest,
    variables: Object.fromEntries(Object.entries(variables).map(([name, each]) => [renaming.get(name) ?? name, each])),
    ...(source !== undefined && { function: formula(source) }),
    ...(reference !== undefined && { reference: formula(reference) }),
    ...(wrt !== undefined && { wrt: formula(wrt) }),
    ...(at !== undefined && { at: formula(at) }),
  };
}

function fitting(renaming: Renaming, record: ProblemRecord): Renaming {
  const taken = new Set(declaredNames(record));
  return new Map([...renaming].filter(([from, to]) => Object.hasOwn(record.variables, from) && !taken.has(to)));
}

/** A formula of the text form with other names. A differential is renamed with its variable. */
export function renameFormula(text: string, renaming: Renaming): string {
  return mapCode(text, (run) => {
    const plain = renaming.get(run);
    if (plain !== undefined) return plain;
    const of = run.startsWith("d") ? renaming.get(run.slice(1)) : undefined;
    return of === undefined ? run : `d${of}`;
  });
}

/** A text in Markdown with other names in its formulas. */
export function renameMarkdown(text: string, renaming: Renaming): string {
  if (renaming.size === 0) return text;
  return mapMarkdown(text, {
    tex: (letter) => renaming.get(letter) ?? letter,
    code: (code) => renameFormula(code, renaming),
  });
}

/** Every text inside a value with other names in its formulas. */
export function renameTexts<T>(texts: T, renaming: Renaming): T {
  return renaming.size === 0 ? texts : mapStrings(texts, (text) => renameMarkdown(text, renaming));
}

/** What no parameter can be called: names are kept beside what was drawn, so that a verdict can be replayed with them. */
const mark = "~";

/** A renaming as it is kept with what was drawn. */
export function renamingAsDrawn(renaming: Renaming): Drawn {
  return Object.fromEntries([...renaming].map(([from, to]) => [`${mark}${from}`, to]));
}

/** The renaming that is kept with what was drawn. */
export function renamingOf(drawn: Drawn | null): Renaming {
  const kept = Object.entries(drawn ?? {}).filter(([key]) => key.startsWith(mark));
  return new Map(kept.map(([key, to]) => [key.slice(mark.length), String(to)]));
}

/** What was drawn for the parameters alone. */
export function parametersOf(drawn: Drawn): Drawn {
  return Object.fromEntries(Object.entries(drawn).filter(([key]) => !key.startsWith(mark)));
}
