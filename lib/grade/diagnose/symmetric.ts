import { ok } from "../../base";
import type { Assumption, Scope, ShapedExpr } from "../../shape";
import type { Truth } from "../truth";
import type { Repair, Slip } from "./repair";
import { nodes } from "./rewrite";

/** Under these a matrix is symmetric already, or cannot be. */
const settled: ReadonlySet<Assumption> = new Set(["symmetric", "positive-definite", "diagonal", "skew"]);

function symmetrised(scope: Scope, name: string): Scope {
  const declared = scope.variables.get(name);
  if (!declared) return scope;
  const assume: Assumption[] = [...(declared.assume ?? []), "symmetric"];
  return { ...scope, variables: new Map(scope.variables).set(name, { ...declared, assume }) };
}

/** The same truth on symmetric values of one matrix. */
function onSymmetric(truth: Truth, name: string): Truth {
  const scope = symmetrised(truth.scope, name);
  const assume = scope.variables.get(name)?.assume ?? [];
  return {
    ...truth,
    scope,
    at: (sizes, source) => {
      const there = truth.at(sizes, source);
      if (!there.ok) return there;
      return ok({ ...there.value, extra: there.value.extra.map((n) => (n.name === name ? { ...n, assume } : n)) });
    },
  };
}

const namesIn = (e: ShapedExpr): string[] =>
  [...nodes(e)].flatMap(({ node }) => (node.op === "variable" && node.name ? [node.name] : []));

/** The question asked of symmetric matrices only, one square matrix at a time. */
export function* assumedSymmetric({ truth, answer }: Slip): Generator<Repair> {
  const used = new Set([...namesIn(truth.source), ...namesIn(answer)]);
  for (const [name, { shape, assume = [] }] of truth.scope.variables) {
    const square = shape.length === 2 && shape[0] === shape[1] && shape[0] !== 1;
    if (!square || !used.has(name) || assume.some((a) => settled.has(a))) continue;
    yield { facts: { part: name }, truth: onSymmetric(truth, name), answer };
  }
}
