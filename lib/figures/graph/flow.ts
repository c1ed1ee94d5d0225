import { type Complaint, fail, ok, type Result } from "../../base";
import { jacobian, type Trace, trace } from "../../diff";
import { lower } from "../../evaluate";
import { toText } from "../../expr";
import { float64, type Matrix, type Tracked } from "../../matrix";
import { checkShapes, scopeOf } from "../../shape";
import { misfit } from "../complaints";
import { M, numbersOf } from "../formula";
import type { GraphStep } from "./steps";

type Values = Matrix<Tracked>;

/** A step at a point: its value, and how it answers to changes of the nodes that it uses. */
export interface Ran {
  readonly step: GraphStep;
  readonly value: Values;
  readonly local?: Trace<Tracked>;
}

/** Runs a step over the values of the nodes it uses. */
function runStep(step: GraphStep, before: readonly Ran[]): Result<Ran, Complaint> {
  const { rule, from } = step;
  if (!rule) return fail(misfit("at", `${step.name} is missing`));
  const inputs = from.map((k) => before[k] as Ran);
  const scope = scopeOf({
    variables: Object.fromEntries(
      inputs.map((input) => [input.step.name, { shape: [input.value.rows, input.value.cols] }]),
    ),
  });
  const checked = checkShapes(rule, scope, toText(rule));
  if (!checked.ok) return checked;
  const program = lower(checked.value.expr, new Map(), scope);
  if (!program.ok) return fail(misfit("function", "this is too large"));
  const local = trace(program.value, M, new Map(inputs.map((input) => [input.step.name, input.value])));
  return numbersOf(local.value).every(Number.isFinite)
    ? ok({ step, value: local.value, local })
    : fail(misfit("at", `${toText(step.expr)} has no value there`));
}

/** The forward pass: every step in order. Inputs are given by name. */
export function forward(
  steps: readonly GraphStep[],
  inputs: ReadonlyMap<string, Values>,
): Result<readonly Ran[], Complaint> {
  const ran: Ran[] = [];
  for (const step of steps) {
    const given = step.rule ? undefined : inputs.get(step.name);
    const next: Result<Ran, Complaint> = given ? ok({ step, value: given }) : runStep(step, ran);
    if (!next.ok) return next;
    ran.push(next.value);
  }
  return ok(ran);
}

const zeroLike = ({ rows, cols }: Values): Values => M.zeros(rows, cols);

/** Forward differentiation: the change of every node along changes of the inputs. */
export function tangents(ran: readonly Ran[], seed: ReadonlyMap<string, Values>): readonly Values[] {
  const changes: Values[] = [];
  for (const { step, value, local } of ran) {
    const own = step.rule ? undefined : seed.get(step.name);
    const parts = step.from.map(
      (k) => local?.along((ran[k] as Ran).step.name, changes[k] as Values) ?? zeroLike(value),
    );
    changes.push(own ?? parts.reduce((sum, part) => M.add(sum, part), zeroLike(value)));
  }
  return changes;
}

/** Reverse differentiation: the derivative of the last node by every node, in that node's own shape, added over all paths. */
export function adjoints(ran: readonly Ran[]): readonly Values[] {
  const sums = ran.map(({ value }) => zeroLike(value));
  sums[ran.length - 1] = M.scalar(float64.one);
  for (let k = ran.length - 1; k >= 0; k--) {
    const { step, local } = ran[k] as Ran;
    const arrived: Values = { ...(sums[k] as Values), rows: 1, cols: (sums[k] as Values).data.length };
    for (const node of step.from) {
      const input = (ran[node] as Ran).value;
      const J = jacobian(local as Trace<Tracked>, M, (ran[node] as Ran).step.name, input);
      const share = M.product(arrived, J);
      sums[node] = M.add(sums[node] as Values, { ...share, rows: input.rows, cols: input.cols });
    }
  }
  return sums;
}
