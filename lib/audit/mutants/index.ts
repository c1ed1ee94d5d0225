import { parse } from "../../expr";
import type { AnswerKey } from "../../grade";
import type { AnswerText, ProblemInstance } from "../../problems";
import { checkShapes, scopeOf, size } from "../../shape";
import { expressionMutants, type Mutant, type Target } from "./expressions";
import { cellMutants, choiceMutants, lineMutants, setMutants, shapeMutants } from "./others";

export type { Mutant } from "./expressions";

/** An answer in numbers counts as right within this, as a part of its largest entry. */
const usualTolerance = 0.005;

/** Wrong answers made from a right one, of whatever form, at most one for each slip. */
export function mutantsOf(answer: AnswerText, { problem, id }: ProblemInstance, key: AnswerKey): Mutant<AnswerText>[] {
  const { form = "derivative" } = problem;
  if (typeof answer !== "string") {
    if (Array.isArray(answer)) return lineMutants(answer);
    return cellMutants(answer);
  }
  if (form === "choice") return choiceMutants(answer, Object.keys(problem.options ?? {}));
  if (form === "shape") return shapeMutants(answer);
  if (form === "set") return setMutants(answer);
  const target = targetOf(problem, key);
  return target ? [...expressionMutants(answer, target, `mutants|${id}`)] : [];
}

function targetOf(problem: ProblemInstance["problem"], key: AnswerKey): Target | undefined {
  const { form = "derivative" } = problem;
  if (form === "stationary") return stationaryTarget(problem, key);
  const { truth } = key;
  if (!truth) return undefined;
  const { shapes, indices } = truth;
  if (form === "value") {
    const tolerance = 2 * (problem.tolerance ?? usualTolerance);
    return { key, scope: scopeOf({ variables: {} }), shapes: [], tolerance };
  }
  return { key, scope: truth.scope, shapes, ...(indices && { indices }) };
}

/** A value is wrong where the function still rises or falls around it. */
function stationaryTarget(problem: ProblemInstance["problem"], key: AnswerKey): Target | undefined {
  const { wrt = "", function: source = "" } = problem;
  const variable = problem.variables[wrt];
  const { [wrt]: _, ...others } = problem.variables;
  const tree = parse(source, "text", key.scope.vocabulary);
  const shaped = tree.ok ? checkShapes(tree.value, key.scope, source) : tree;
  if (!variable || !shaped.ok) return undefined;
  const [rows = 1, cols = 1] = variable.shape;
  const whole = { ...problem, variables: others };
  return {
    key: { ...key, scope: key.scope },
    scope: { ...scopeOf(whole), dimensions: key.scope.dimensions },
    shapes: [{ rows: size(rows), cols: size(cols) }],
    isWrong: (points, other) => points.slopes(shaped.value.expr, wrt, other.expr),
  };
}
