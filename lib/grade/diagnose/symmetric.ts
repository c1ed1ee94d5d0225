import { ok } from "../../base";
import type { Assumption, Scope, ShapedExpr } from "../../shape";
import type { Truth } from "../truth";
import type { Repair, Slip } from "./repair";
import { nodes } from "./rewrite";

/** Under these a matrix is symmetric already, or cannot be. */
const settled: ReadonlySet<Assumption> = new Set(["symmetric", "positive-definite", "diagonal", "skew"]);

function symmetrised(scope: Scope, names: readonly string[]): Scope {
  const variables = new Map(scope.variables);
  for (const name of names) {
    const declared = variables.get(name);
    if (declared) variables.set(name, { ...declared, assume: [...(declared.assume ?? []), "symmetric"] });
  }
  return { ...scope, variables };
}

/** The same truth on symmetric values of some matrices. */
function onSymmetric(truth: Truth, names: readonly string[]): Truth {
  const scope = symmetrised(truth.scope, names);
  const assumed = (name: string): readonly Assumption[] => scope.variables.get(name)?.assume ?? [];
  return {
    ...truth,
    scope,
    at: (sizes, source) => {
      const there = truth.at(sizes, source);
      if (!there.ok) return there;
      const extra = there.value.extra.map((n) => (names.includes(n.name) ? { ...n, assume: assumed(n.name) } : n));
      return ok({ ...there.value, extra });
    },
  };
}

const namesIn = (e: ShapedExpr): string[] =>
  [...nodes(e)].flatMap(({ node }) => (node.op === "variable" && node.name ? [node.name] : []));

/** The square matrices of the question that are not known to be symmetric. */
function unsettled({ truth, answer }: Slip): string[] {
  const used = new Set([...namesIn(truth.source), ...namesIn(answer)]);
  const open = [...truth.scope.variables].filter(
    ([name, { shape, assume = [] }]) =>
      shape.length === 2 &&
      shape[0] === shape[1] &&
      shape[0] !== 1 &&
      used.has(name) &&
      !assume.some((a) => settled.has(a)),
  );
  return open.map(([name]) => name);
}

/** The question asked of symmetric values of one matrix. */
export function* assumedSymmetric(slip: Slip): Generator<Repair> {
  const { truth, answer } = slip;
  for (const name of unsettled(slip)) yield { facts: { part: name }, truth: onSymmetric(truth, [name]), answer };
}

/** The same where more than one matrix would have to be symmetric. */
export function* assumedAllSymmetric(slip: Slip): Generator<Repair> {
  const { truth, answer } = slip;
  const names = unsettled(slip);
  if (names.length > 1) yield { facts: {}, truth: onSymmetric(truth, names), answer };
}
