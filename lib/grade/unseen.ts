import type { Seed } from "../base";
import { type Program, runSteps } from "../evaluate";
import { arithmetic, float64, type Matrix, type Tracked } from "../matrix";
import { drawPoint } from "./point";
import type { Sides } from "./question";
import { moodOf } from "./source";

const M = arithmetic(float64);

/** A part of a sum that is smaller beside the rest than this leaves no trace in any arithmetic that is used here. */
const traceless = 1e-18;
const points = 6;

const largest = (A: Matrix<Tracked>): number => Math.max(...A.data.map((a) => Math.abs(float64.toNumber(a))));

/** How the smaller part of each sum compares to the larger one at a point; nothing where a part is zero or not there. */
function proportions(program: Program, results: readonly Matrix<Tracked>[]): (number | undefined)[] {
  return program.steps.map((step, k) => {
    if (step.op !== "add" && step.op !== "subtract") return undefined;
    const [a, b] = step.args.map((at) => largest(results[at] as Matrix<Tracked>)) as [number, number];
    return a > 0 && b > 0 && Number.isFinite(largest(results[k] as Matrix<Tracked>))
      ? Math.min(a, b) / Math.max(a, b)
      : undefined;
  });
}

/**
 * Whether a sum on either side has a part that is too small to be seen wherever one looks, as 10⁻³⁰ x beside eˣ: that
 * the two sides agree then says nothing of that part.
 */
export function hasUnseenPart({ needed, programs }: Sides, seed: Seed): boolean {
  return [programs.truth, programs.answer].some((program) => {
    const most = program.steps.map(() => 0);
    for (let k = 0; k < points; k++) {
      const at = drawPoint(float64, needed, moodOf(k, []), `${seed}|unseen${k}`);
      proportions(program, runSteps(program, M, at)).forEach((part, step) => {
        if (part !== undefined) most[step] = Math.max(most[step] as number, part);
      });
    }
    return most.some((part) => part > 0 && part < traceless);
  });
}
