import { gather, type Step, type StepOp } from "../evaluate";
import { type Matrix, type MatrixArithmetic, transpose } from "../matrix";
import { slopes } from "./slopes";

/** A step's arguments with their tangents; `null` is the tangent of what does not depend on the variable. */
export interface Linearised<T> {
  readonly M: MatrixArithmetic<T>;
  readonly step: Step;
  readonly args: readonly Matrix<T>[];
  readonly tangents: readonly (Matrix<T> | null)[];
  /** The step's own value. */
  readonly value: Matrix<T>;
}

/** The tangent of a step from those of its arguments, of which at least one is not `null`. */
export type Rule = <T>(at: Linearised<T>) => Matrix<T> | null;

type Tangent<T> = Matrix<T> | null;

const sum = <T>(M: MatrixArithmetic<T>, A: Tangent<T>, B: Tangent<T>): Tangent<T> => (A && B ? M.add(A, B) : (A ?? B));
const one = <T>(s: Matrix<T>): T => s.data[0] as T;

/** One argument: d f(A) from A, dA and f(A). */
const unary =
  (rule: <T>(M: MatrixArithmetic<T>, A: Matrix<T>, dA: Matrix<T>, Y: Matrix<T>) => Matrix<T>): Rule =>
  ({ M, args, tangents, value }) =>
    tangents[0] ? rule(M, args[0] as (typeof args)[number], tangents[0], value) : null;

/** Two arguments, by the part that each contributes. */
const binary =
  (
    left: <T>(M: MatrixArithmetic<T>, A: Matrix<T>, B: Matrix<T>, dA: Matrix<T>, Y: Matrix<T>) => Matrix<T>,
    right: <T>(M: MatrixArithmetic<T>, A: Matrix<T>, B: Matrix<T>, dB: Matrix<T>, Y: Matrix<T>) => Matrix<T>,
  ): Rule =>
  ({ M, args, tangents, value }) => {
    const [A, B] = args as [(typeof args)[number], (typeof args)[number]];
    const [dA, dB] = tangents;
    return sum(M, dA ? left(M, A, B, dA, value) : null, dB ? right(M, A, B, dB, value) : null);
  };

/** A bilinear operation: d(A∘B) = dA∘B + A∘dB. */
const bilinear = (times: <T>(M: MatrixArithmetic<T>, A: Matrix<T>, B: Matrix<T>) => Matrix<T>): Rule =>
  binary(
    (M, _A, B, dA) => times(M, dA, B),
    (M, A, _B, dB) => times(M, A, dB),
  );

/** Nothing moves: the operation is constant wherever it is smooth. */
const flat: Rule = () => null;

/** The larger (or smaller) argument's tangent, entry by entry. */
const chosen =
  (firstWins: <T>(M: MatrixArithmetic<T>, a: T, b: T) => T): Rule =>
  ({ M, args, tangents }) => {
    const S = M.scalars;
    const [A, B] = args as [(typeof args)[number], (typeof args)[number]];
    const mask = M.zip(A, B, (a, b) => firstWins(M, a, b));
    const [dA, dB] = tangents;
    return sum(
      M,
      dA ? M.times(mask, dA) : null,
      dB
        ? M.times(
            M.map(mask, (k) => S.sub(S.one, k)),
            dB,
          )
        : null,
    );
  };

/** ∑ wᵢ dxᵢ as a scalar. */
const inner = <T>(M: MatrixArithmetic<T>, W: Matrix<T>, dA: Matrix<T>): Matrix<T> => M.scalar(M.sum(M.times(W, dA)));

/**
 * d det A = tr(adj(A) dA), column by column: Σⱼ det(A with column j replaced by dA's). Holds at singular A too.
 */
function detTangent<T>(M: MatrixArithmetic<T>, A: Matrix<T>, dA: Matrix<T>): T {
  let total = M.scalars.zero;
  for (let j = 0; j < A.cols; j++) {
    const data = A.data.map((a, k) => (k % A.cols === j ? (dA.data[k] as T) : a));
    total = M.scalars.add(total, M.det({ rows: A.rows, cols: A.cols, data }));
  }
  return total;
}

/** One rule an operation. Source of the formulas: Magnus and Neudecker, Matrix Differential Calculus, ch. 8–9. */
export const rules: { readonly [Op in StepOp]: Rule } = {
  literal: flat,
  pi: flat,
  constant: flat,
  variable: flat,
  gather: ({ M, step, tangents }) => gather(M.scalars.zero, tangents, step as Step & { op: "gather" }), // linear
  apply: ({ M, step, args, tangents, value }) => {
    const slope = slopes[(step as Step & { op: "apply" }).fn];
    const A = args[0] as (typeof args)[number];
    const F = {
      rows: A.rows,
      cols: A.cols,
      data: A.data.map((a, k) => slope(M.scalars, a, value.data[k] as typeof a)),
    };
    return tangents[0] ? M.times(F, tangents[0]) : null; // d f(A) = f′(A) ⊙ dA
  },
  whole: ({ M, step, args, tangents }) => {
    const S = M.scalars;
    const k = (step as Step & { op: "whole" }).exponent;
    if (k === 0 || !tangents[0]) return null;
    const slope = M.map(args[0] as (typeof args)[number], (a) => S.mul(S.number(k), S.whole(a, k - 1)));
    return M.times(slope, tangents[0]); // d aᵏ = k aᵏ⁻¹ da
  },
  add: binary(
    (_M, _A, _B, dA) => dA,
    (_M, _A, _B, dB) => dB,
  ),
  subtract: binary(
    (_M, _A, _B, dA) => dA,
    (M, _A, _B, dB) => M.neg(dB),
  ),
  negate: unary((M, _A, dA) => M.neg(dA)),
  scale: bilinear((M, s, A) => M.scale(one(s), A)), // d(sA) = ds·A + s·dA
  product: bilinear((M, A, B) => M.product(A, B)), // d(AB) = dA·B + A·dB
  times: bilinear((M, A, B) => M.times(A, B)),
  kron: bilinear((M, A, B) => M.kron(A, B)),
  reciprocal: unary((M, _A, dA, Y) => M.neg(M.times(M.times(Y, Y), dA))), // d(1/a) = −da/a²
  power: binary(
    (M, A, B, dA) => {
      const S = M.scalars;
      return M.times(
        M.zip(A, B, (a, b) => S.mul(b, S.power(a, S.sub(b, S.one)))),
        dA,
      ); // b aᵇ⁻¹ da
    },
    (M, A, _B, dB, Y) =>
      M.times(
        M.times(
          Y,
          M.map(A, (a) => M.scalars.apply("log", a)),
        ),
        dB,
      ), // aᵇ log a db
  ),
  inverse: unary((M, _A, dA, Y) => M.neg(M.product(Y, M.product(dA, Y)))), // d(A⁻¹) = −A⁻¹·dA·A⁻¹
  det: unary((M, A, dA) => M.scalar(detTangent(M, A, dA))),
  logdet: unary((M, A, dA) => inner(M, transpose(M.inverse(A)), dA)), // d log det A = tr(A⁻¹ dA)
  total: unary((M, _A, dA) => M.scalar(M.sum(dA))),
  norm: unary((M, A, dA, Y) => M.scale(M.scalars.recip(one(Y)), inner(M, A, dA))), // d‖x‖ = xᵀdx/‖x‖
  greater: flat,
  max: chosen((M, a, b) => M.scalars.greater(a, b)),
  min: chosen((M, a, b) => M.scalars.greater(b, a)),
  logsumexp: unary((M, A, dA, Y) => {
    const S = M.scalars;
    return inner(
      M,
      M.map(A, (a) => S.apply("exp", S.sub(a, one(Y)))),
      dA,
    ); // softmax(x)ᵀ dx
  }),
  select: ({ M, args, tangents }) => {
    const S = M.scalars;
    const [C, A] = args as [(typeof args)[number], (typeof args)[number]];
    const pick = (k: number, t: 1 | 2): (typeof A.data)[number] => {
      const tangent = tangents[t];
      return tangent ? (tangent.data[k] as (typeof A.data)[number]) : S.zero;
    };
    const data = C.data.map((c, k) => (S.state(c) !== "value" ? c : S.toNumber(c) !== 0 ? pick(k, 1) : pick(k, 2)));
    return { rows: C.rows, cols: C.cols, data };
  },
};
