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

const remainderOfExp = (u: number): number => (Math.exp(u) > 0 ? 1 : 0);

/** What a function that levels off still leaves of its argument, as a part of its value. */
const remainders: { readonly [fn: string]: (u: number) => number } = {
  exp: remainderOfExp,
  tanh: (u) => Math.exp(-2 * Math.abs(u)),
  sigmoid: (u) => (u > 0 ? Math.exp(-u) : remainderOfExp(u)),
  softplus: (u) => (u > 0 ? Math.exp(-u) : remainderOfExp(u)),
};

/** How the smaller part of a sum compares to the larger one at a point; nothing where a part is zero or not there. */
function proportion(a: number, b: number, total: number): number | undefined {
  return a > 0 && b > 0 && Number.isFinite(total) ? Math.min(a, b) / Math.max(a, b) : undefined;
}

/** What is left to see of a function's argument: of the entry of which most is left, and never quite nothing. */
function remainder(fn: string, argument: Matrix<Tracked>): number | undefined {
  const left = Object.hasOwn(remainders, fn) ? remainders[fn] : undefined;
  return left && Math.max(Number.MIN_VALUE, ...argument.data.map((u) => left(float64.toNumber(u))));
}

/** How much is to be seen of the part of each step that is easiest to miss. */
function visibleParts(program: Program, results: readonly Matrix<Tracked>[]): (number | undefined)[] {
  return program.steps.map((step, k) => {
    const args = step.args.map((at) => results[at] as Matrix<Tracked>);
    if (step.op === "apply") return remainder(step.fn, args[0] as Matrix<Tracked>);
    if (step.op !== "add" && step.op !== "subtract") return undefined;
    const [a, b] = args.map(largest) as [number, number];
    return proportion(a, b, largest(results[k] as Matrix<Tracked>));
  });
}

/**
 * Whether a sum on either side has a part that is too small to be seen wherever one looks, as 10⁻³⁰ x beside eˣ or
 * what tanh(10⁹) lacks of 1: that the two sides agree then says nothing of that part.
 */
export function hasUnseenPart({ needed, programs }: Sides, seed: Seed): boolean {
  return [programs.truth, programs.answer].some((program) => {
    const most = program.steps.map(() => 0);
    for (let k = 0; k < points; k++) {
      const at = drawPoint(float64, needed, moodOf(k, []), `${seed}|unseen${k}`);
      visibleParts(program, runSteps(program, M, at)).forEach((part, step) => {
        if (part !== undefined) most[step] = Math.max(most[step] as number, part);
      });
    }
    return most.some((part) => part > 0 && part < traceless);
  });
}
