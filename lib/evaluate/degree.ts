import type { Program, Step } from "./program";

/** Degrees of a matrix of rational functions over one common denominator. */
interface Degree {
  readonly top: number;
  readonly bottom: number;
}

const constant: Degree = { top: 0, bottom: 0 };

const sum = (a: Degree, b: Degree): Degree =>
  a.bottom === 0 && b.bottom === 0
    ? { top: Math.max(a.top, b.top), bottom: 0 }
    : { top: Math.max(a.top + b.bottom, b.top + a.bottom), bottom: a.bottom + b.bottom };

const product = (a: Degree, b: Degree): Degree => ({ top: a.top + b.top, bottom: a.bottom + b.bottom });
const power = (a: Degree, k: number): Degree => ({ top: a.top * k, bottom: a.bottom * k });

function degreeOf(step: Step, args: readonly Degree[], variable: number, order: number): Degree {
  const [a = constant, b = constant] = args;
  switch (step.op) {
    case "variable":
      return { top: variable, bottom: variable > 1 ? variable : 0 };
    case "add":
    case "subtract":
      return sum(a, b);
    case "scale":
    case "product":
    case "times":
    case "kron":
      return product(a, b);
    case "reciprocal":
      return { top: a.bottom, bottom: a.top };
    case "whole":
      return step.exponent < 0 ? power({ top: a.bottom, bottom: a.top }, -step.exponent) : power(a, step.exponent);
    case "inverse":
      return { top: (step.rows - 1) * a.top + a.bottom, bottom: step.rows * a.top };
    case "det":
    case "logdet":
      return power(a, order);
    case "gather":
      return args.reduce(sum, constant);
    default:
      return a;
  }
}

/**
 * A bound on the degrees of numerator and denominator of a rational program, for the Schwartz–Zippel bound: two
 * different rational functions agree at a random point of a field of p elements with chance at most degree/p.
 * `variable` is the degree of one drawn entry in what it is drawn from.
 */
export function degreeBound(program: Program, variable: number): number {
  const degrees: Degree[] = [];
  for (const step of program.steps)
    degrees.push(
      degreeOf(
        step,
        step.args.map((k) => degrees[k] as Degree),
        variable,
        program.steps[step.args[0] ?? 0]?.rows ?? 1,
      ),
    );
  const { top, bottom } = degrees[degrees.length - 1] as Degree;
  return top + bottom;
}
