export { float64, type Tracked } from "./float";
export { arithmetic, at, blocks, build, type Matrix, type MatrixArithmetic, matrix, transpose, vec } from "./matrix";
export { fraction, type PrimeField, primeField } from "./prime";
export type { Scalars } from "./scalars";
