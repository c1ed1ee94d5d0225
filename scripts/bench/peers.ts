import { createRequire } from "node:module";
import { ComputeEngine } from "@cortex-js/compute-engine";
import { type MathNode, type Matrix, matrix, parse } from "mathjs";
import { gradeRecord } from "../../lib/grade";
import type { Pair } from "./pairs";

/** Something that says whether an answer equals a reference; nothing where it cannot say. */
export interface Peer {
  readonly name: string;
  readonly kinds: readonly Pair["kind"][];
  says(pair: Pair): boolean | undefined;
}

const require = createRequire(import.meta.url);

const columns = new Set(["x", "y", "b"]);

function variablesOf({ kind, reference, answer }: Pair): Record<string, { shape: string[] }> {
  const names = new Set(`${reference} ${answer}`.match(/\b[a-zA-Z]\b/g) ?? []);
  const shape = (name: string): string[] => (kind === "scalar" ? [] : columns.has(name) ? ["n"] : ["n", "n"]);
  return Object.fromEntries([...names].map((name) => [name, { shape: shape(name) }]));
}

const ours: Peer = {
  name: "nabla",
  kinds: ["scalar", "matrix"],
  says: (pair) => {
    const problem = { variables: variablesOf(pair), reference: pair.reference };
    const { verdict } = gradeRecord({ id: 0, problem, answer: pair.answer }, "bench");
    return verdict.status === "graded" ? verdict.numerator : undefined;
  },
};

type Value = number | Matrix;

const entries = (value: Value): number[] =>
  typeof value === "number" ? [value] : (value.toArray().flat(2) as number[]);

function draw(name: string, kind: Pair["kind"]): Value {
  const entry = (): number => 4 * Math.random() - 2;
  if (kind === "scalar") return entry();
  return matrix(Array.from({ length: 3 }, () => Array.from({ length: columns.has(name) ? 1 : 3 }, entry)));
}

function sameValue(a: Value, b: Value): boolean {
  const [left, right] = [entries(a), entries(b)];
  return (
    left.length === right.length &&
    left.every((v, k) => Math.abs(v - (right[k] as number)) <= 1e-9 * Math.max(1, Math.abs(v)))
  );
}

/** The obvious random check at five points. */
const mathjs: Peer = {
  name: "mathjs, 5 random points",
  kinds: ["scalar", "matrix"],
  says: ({ kind, reference, answer }) => {
    const [left, right] = [parse(reference), parse(answer)];
    const [one, other] = [left.compile(), right.compile()];
    const isName = (node: MathNode, path: string): boolean => node.type === "SymbolNode" && path !== "fn";
    const found = [left, right].flatMap((side) => side.filter(isName)).map((node) => node.toString());
    const names = [...new Set(found)].filter((name) => name !== "pi");
    for (let point = 0; point < 5; point++) {
      const scope = Object.fromEntries(names.map((name) => [name, draw(name, kind)]));
      const [a, b] = [one.evaluate(scope) as Value, other.evaluate(scope) as Value];
      if (entries(a).some(Number.isNaN) || entries(b).some(Number.isNaN)) continue;
      if (!sameValue(a, b)) return false;
    }
    return true;
  },
};

interface Kas {
  parse(text: string, options?: object): { parsed: boolean; expr: unknown };
  compare(a: unknown, b: unknown, options?: object): { equal: boolean };
}

const kas = require("@khanacademy/kas") as Kas;

const inKas = (text: string): string =>
  text.replaceAll("exp(", "e^(").replaceAll("log(", "ln(").replaceAll("*", " \\cdot ");

const khan: Peer = {
  name: "@khanacademy/kas",
  kinds: ["scalar"],
  says: ({ reference, answer }) => {
    const [a, b] = [kas.parse(inKas(reference)), kas.parse(inKas(answer))];
    return a.parsed && b.parsed ? kas.compare(a.expr, b.expr, { simplify: false, form: false }).equal : undefined;
  },
};

/** Reads LaTeX, which is made beforehand: two strings in, as with the others. */
function computeEngine(): Peer {
  const engine = new ComputeEngine();
  const latex = new Map<string, string>();
  const inLatex = (text: string): string => {
    const known = latex.get(text) ?? parse(text).toTex().replaceAll("~", " ");
    latex.set(text, known);
    return known;
  };
  return {
    name: "@cortex-js/compute-engine",
    kinds: ["scalar"],
    says: ({ reference, answer }) => engine.parse(inLatex(reference)).isEqual(engine.parse(inLatex(answer))),
  };
}

export const peers: readonly Peer[] = [ours, mathjs, khan, computeEngine()];
