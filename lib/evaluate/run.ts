import { invariant } from "../base";
import type { Matrix, MatrixArithmetic, Scalars } from "../matrix";
import type { Program, Step, StepOp } from "./program";

/** Values for the variables of a program. */
export type Values<T> = ReadonlyMap<string, Matrix<T>>;

type Evaluate = <T>(M: MatrixArithmetic<T>, args: readonly Matrix<T>[], step: Step) => Matrix<T>;

const scalarOf = <T>(A: Matrix<T>): T => A.data[0] as T;

/** Entries picked from the arguments; −1 is zero. */
export function gather<T>(zero: T, args: readonly (Matrix<T> | null)[], step: Step & { op: "gather" }): Matrix<T> {
  const { of, from, rows, cols } = step;
  const data = new Array<T>(from.length);
  for (let k = 0; k < from.length; k++) {
    const entry = from[k] as number;
    const source = args[of[k] as number];
    data[k] = entry < 0 || !source ? zero : (source.data[entry] as T);
  }
  return { rows, cols, data };
}

/** log Σ exp(xᵢ), shifted by the largest entry so that nothing overflows. */
function logSumExp<T>(S: Scalars<T>, A: Matrix<T>): T {
  const top = A.data.reduce((a, b) => S.max(a, b));
  const total = A.data.map((a) => S.apply("exp", S.sub(a, top))).reduce(S.add);
  return S.add(top, S.apply("log", total));
}

/** log det A; no value where the determinant is not positive. */
function logDet<T>(M: MatrixArithmetic<T>, A: Matrix<T>): T {
  return M.scalars.apply("log", M.det(A));
}

/** `a` where the condition holds, `b` elsewhere: what is not chosen need not have a value. */
function select<T>(S: Scalars<T>, condition: T, a: T, b: T): T {
  const truth = S.toNumber(condition);
  if (Number.isNaN(truth)) return S.mul(condition, S.add(a, b));
  return truth !== 0 ? a : b;
}

/** A row for an operation of one, two or three matrices. */
const one =
  (f: <T>(M: MatrixArithmetic<T>, A: Matrix<T>) => Matrix<T>): Evaluate =>
  (M, args) =>
    f(M, args[0] as Matrix<never>);

const two =
  (f: <T>(M: MatrixArithmetic<T>, A: Matrix<T>, B: Matrix<T>) => Matrix<T>): Evaluate =>
  (M, args) =>
    f(M, args[0] as Matrix<never>, args[1] as Matrix<never>);

const toScalar = (f: <T>(M: MatrixArithmetic<T>, A: Matrix<T>) => T): Evaluate => one((M, A) => M.scalar(f(M, A)));

const values: { readonly [Op in StepOp]: Evaluate } = {
  literal: (M, _, step) => M.scalar(M.scalars.literal((step as Step & { op: "literal" }).text)),
  pi: (M) => M.scalar(M.scalars.pi),
  constant: (M, _, step) => {
    const { rows, cols, entries } = step as Step & { op: "constant" };
    return { rows, cols, data: entries.map((k) => M.scalars.number(k)) };
  },
  variable: () => invariant(false, "variables are given") as never,
  gather: (M, args, step) => gather(M.scalars.zero, args, step as Step & { op: "gather" }),
  apply: (M, args, step) =>
    M.map(args[0] as Matrix<never>, (a) => M.scalars.apply((step as Step & { op: "apply" }).fn, a)),
  whole: (M, args, step) =>
    M.map(args[0] as Matrix<never>, (a) => M.scalars.whole(a, (step as Step & { op: "whole" }).exponent)),
  add: two((M, A, B) => M.add(A, B)),
  subtract: two((M, A, B) => M.sub(A, B)),
  negate: one((M, A) => M.neg(A)),
  scale: two((M, s, A) => M.scale(scalarOf(s), A)),
  product: two((M, A, B) => M.product(A, B)),
  times: two((M, A, B) => M.times(A, B)),
  reciprocal: one((M, A) => M.map(A, M.scalars.recip)),
  power: two((M, A, B) => M.zip(A, B, M.scalars.power)),
  kron: two((M, A, B) => M.kron(A, B)),
  inverse: one((M, A) => M.inverse(A)),
  det: toScalar((M, A) => M.det(A)),
  logdet: toScalar(logDet),
  total: toScalar((M, A) => M.sum(A)),
  norm: toScalar((M, A) => M.scalars.apply("sqrt", M.sum(M.times(A, A)))),
  greater: two((M, A, B) => M.zip(A, B, M.scalars.greater)),
  max: two((M, A, B) => M.zip(A, B, M.scalars.max)),
  min: two((M, A, B) => M.zip(A, B, M.scalars.min)),
  logsumexp: toScalar((M, A) => logSumExp(M.scalars, A)),
  select: (M, args) => {
    const [condition, a, b] = args as [Matrix<never>, Matrix<never>, Matrix<never>];
    const data = condition.data.map((c, k) => select(M.scalars, c, a.data[k] as never, b.data[k] as never));
    return { rows: condition.rows, cols: condition.cols, data };
  },
};

/** Runs a program: the value of every step, in order. */
export function runSteps<T>(program: Program, M: MatrixArithmetic<T>, inputs: Values<T>): Matrix<T>[] {
  const results: Matrix<T>[] = [];
  for (const step of program.steps) {
    if (step.op === "variable") {
      const value = inputs.get(step.name);
      invariant(
        value && value.rows === step.rows && value.cols === step.cols,
        `no ${step.rows}×${step.cols} value for ${step.name}`,
      );
      results.push(value);
    } else
      results.push(
        values[step.op](
          M,
          step.args.map((a) => results[a] as Matrix<T>),
          step,
        ),
      );
  }
  return results;
}

/** The value of a program. */
export function run<T>(program: Program, M: MatrixArithmetic<T>, inputs: Values<T>): Matrix<T> {
  const results = runSteps(program, M, inputs);
  return results[results.length - 1] as Matrix<T>;
}
