import type { Seed } from "../../base";
import { parse, toText } from "../../expr";
import type { AnswerKey } from "../../grade";
import { type Checked, checkShapes, isScalar, type Scope, type Shape, type Size, scopeOf } from "../../shape";
import { type Material, makers } from "./makers";
import { Points } from "./points";

/** A wrong answer made from a right one, and the slip that it stands for. */
export interface Mutant<Answer = string> {
  readonly slip: string;
  readonly answer: Answer;
}

/** More changes of one kind are not tried. */
const mostTries = 16;

/** What is known of the answers to a problem. */
export interface Target {
  readonly key: AnswerKey;
  /** The names that an answer may use, the shapes it may have, its free indices. */
  readonly scope: Scope;
  readonly shapes: readonly Shape[];
  readonly indices?: ReadonlyMap<string, Size>;
  /** How far two answers in numbers must lie apart. */
  readonly tolerance?: number;
  /** Tells a wrong answer by other means than its value. */
  isWrong?(points: Points, other: Checked): boolean | undefined;
}

/**
 * Wrong answers made from a right one, at most one for each slip. A change that leaves the value as it is everywhere is none:
 * that is decided by evaluating both in float64 at random points.
 */
export function* expressionMutants(answer: string, target: Target, seed: Seed): Generator<Mutant> {
  const right = read(answer, target);
  if (right?.checked.fits !== "as-shaped") return;
  const points = pointsOf(target, seed);
  const material = materialOf(right, target);
  for (const [slip, maker] of Object.entries(makers)) {
    if (slip === "rounded-constant" && target.tolerance) continue;
    let tries = 0;
    for (const tree of maker(right.tree, material)) {
      if (++tries > mostTries) break;
      const text = toText(tree);
      const other = read(text, target);
      if (other?.checked.fits !== "as-shaped") continue;
      const wrong = target.isWrong
        ? target.isWrong(points, other.checked)
        : points.differ(right.checked.expr, other.checked.expr, target.tolerance);
      if (!wrong) continue;
      yield { slip, answer: text };
      break;
    }
  }
}

function pointsOf({ key, scope, indices }: Target, seed: Seed): Points {
  const allows = (sizes: ReadonlyMap<string, number>): boolean => key.where.every((each) => holds(each, sizes));
  return new Points({ scope, ...(indices && { indices }), allows }, seed);
}

function holds({ left, relation, right }: AnswerKey["where"][number], sizes: ReadonlyMap<string, number>): boolean {
  const [a, b] = [left, right].map((side) => (typeof side === "number" ? side : (sizes.get(side) ?? 0)));
  if (a === undefined || b === undefined) return true;
  if (relation === ">") return a > b;
  if (relation === "<") return a < b;
  return relation === ">=" ? a >= b : a <= b;
}

type Read = { readonly tree: Material["nothing"]; readonly checked: Checked };

function read(text: string, { scope, shapes, indices }: Target): Read | undefined {
  const tree = parse(text, "text", scope.vocabulary);
  if (!tree.ok) return undefined;
  const checked = checkShapes(tree.value, scope, text, { shapes, ...(indices && { indices }) });
  return checked.ok ? { tree: tree.value, checked: checked.value } : undefined;
}

function materialOf({ checked }: Read, { key, scope }: Target): Material {
  const { form, function: source } = key.problem;
  const nothing = parse("log(-1)", "text", scopeOf({ variables: {} }).vocabulary);
  if (!nothing.ok) throw new Error("log(-1) is an expression");
  const like = form === "derivative" || form === "differential" || form === "hessian";
  const itself = like && source !== undefined ? parse(source, "text", scope.vocabulary) : undefined;
  const unsymmetric = [...scope.variables].filter(([, { shape, assume = [] }]) => {
    const square = shape.length === 2 && shape[0] === shape[1];
    return (
      square && !assume.some((each) => each === "symmetric" || each === "positive-definite" || each === "diagonal")
    );
  });
  return {
    ...(itself?.ok && { source: itself.value }),
    nothing: nothing.value,
    isNumber: isScalar(checked.expr),
    unsymmetric: new Set(unsymmetric.map(([name]) => name)),
  };
}
