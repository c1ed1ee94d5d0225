import { type Double, doubleDouble, type Matrix, transpose } from "../../matrix";
import type { Assumption } from "../../shape";
import { precise } from "./numbers";

const S = doubleDouble;
const M = precise;

/** Certainly not zero. */
const differs = (a: Double): boolean => {
  const { distance, error } = S.bounds(a);
  return distance > error;
};
const isNegative = (a: Double): boolean => differs(a) && S.toNumber(a) < 0;
/** Not certainly above zero. */
const isNotPositive = (a: Double): boolean => !differs(a) || S.toNumber(a) < 0;
const anyDiffers = (A: Matrix<Double>): boolean => A.data.some(differs);
const whole = (value: number): Double => S.number(value);

const offWhole = (a: Double): boolean => differs(S.sub(a, whole(Math.round(S.toNumber(a)))));
const totalIsNot = (total: Double, value: number): boolean => differs(S.sub(total, whole(value)));

function leading(A: Matrix<Double>, k: number): Matrix<Double> {
  const data = Array.from({ length: k * k }, (_, at) => A.data[Math.floor(at / k) * A.cols + (at % k)] as Double);
  return { rows: k, cols: k, data };
}

/** By Sylvester's criterion: symmetric, and every leading minor is positive. */
const offPositiveDefinite = (A: Matrix<Double>): boolean =>
  broken.symmetric(A) || Array.from({ length: A.rows }, (_, k) => M.det(leading(A, k + 1))).some(isNotPositive);

/** For every assumption, whether a value certainly lies outside its set. */
const broken: { readonly [A in Assumption]: (value: Matrix<Double>) => boolean } = {
  symmetric: (A) => anyDiffers(M.sub(A, transpose(A))),
  skew: (A) => anyDiffers(M.add(A, transpose(A))),
  diagonal: (A) => A.data.some((a, k) => Math.floor(k / A.cols) !== k % A.cols && differs(a)),
  orthogonal: (A) => anyDiffers(M.sub(M.product(transpose(A), A), M.identity(A.cols))),
  "positive-definite": offPositiveDefinite,
  invertible: (A) => !differs(M.det(A)),
  positive: (A) => A.data.some(isNotPositive),
  nonnegative: (A) => A.data.some(isNegative),
  nonzero: (A) => A.data.some((a) => !differs(a)),
  unit: (A) => totalIsNot(M.sum(M.times(A, A)), 1),
  simplex: (A) => A.data.some(isNegative) || totalIsNot(M.sum(A), 1),
  "one-hot": (A) => A.data.some((a) => differs(a) && differs(S.sub(a, S.one))) || totalIsNot(M.sum(A), 1),
  integer: (A) => A.data.some(offWhole),
};

/** Whether a value certainly lies outside the set that the assumptions name. */
export function breaksAssumption(value: Matrix<Double>, assume: readonly Assumption[]): boolean {
  return assume.some((assumption) => broken[assumption](value));
}
