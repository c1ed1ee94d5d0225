import type { Program, Step } from "../evaluate";
import type { Sides } from "./question";

const jumps: ReadonlySet<string> = new Set(["greater", "max", "min", "select", "power"]);
const corners: ReadonlySet<string> = new Set(["abs", "sign", "relu", "step", "sqrt", "asin", "acos", "tan"]);

const hasBranches = (step: Step): boolean => jumps.has(step.op) || (step.op === "apply" && corners.has(step.fn));

/** Whether an expression may have different pieces, so that agreement on one piece says nothing of the next. */
export function isBranched({ steps }: Program): boolean {
  return steps.some(hasBranches);
}

/** Numbers that stand in either side: where an expression has pieces, points are drawn next to them, on both sides. */
export function anchorsOf({ programs }: Sides): number[] {
  const found = new Set<number>([0]);
  for (const step of [...programs.truth.steps, ...programs.answer.steps]) {
    if (step.op === "literal")
      for (const value of [Number(step.text), -Number(step.text), 1 / Number(step.text)]) found.add(value);
    if (step.op === "constant")
      for (const value of step.entries) for (const signed of [value, -value]) found.add(signed);
  }
  return [...found].filter((value) => Number.isFinite(value) && Math.abs(value) <= 1e9).slice(0, 40);
}
