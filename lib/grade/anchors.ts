import type { Step } from "../evaluate";
import type { Sides } from "./question";

const jumps: ReadonlySet<string> = new Set(["greater", "max", "min", "select"]);
const corners: ReadonlySet<string> = new Set(["abs", "sign", "relu", "step"]);

const isPiecewise = (step: Step): boolean => jumps.has(step.op) || (step.op === "apply" && corners.has(step.fn));

/** Numbers that stand in either side, where one of them has pieces: points are drawn next to them, on both sides. */
export function anchorsOf(sides: Sides): number[] {
  const steps = [...sides.programs.truth.steps, ...sides.programs.answer.steps];
  if (!steps.some(isPiecewise)) return [];
  const found = new Set<number>([0]);
  for (const step of steps) {
    if (step.op === "literal")
      for (const value of [Number(step.text), -Number(step.text), 1 / Number(step.text)]) found.add(value);
    if (step.op === "constant")
      for (const value of step.entries) for (const signed of [value, -value]) found.add(signed);
  }
  return [...found].filter((value) => Number.isFinite(value) && Math.abs(value) <= 1e9).slice(0, 40);
}
