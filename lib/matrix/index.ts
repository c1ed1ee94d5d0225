export { fraction } from "./decimal";
export { type Double, doubleDouble } from "./double";
export { float64, type Tracked } from "./float";
export { arithmetic, at, blocks, build, type Matrix, type MatrixArithmetic, matrix, transpose, vec } from "./matrix";
export { type PrimeField, primeField } from "./prime";
export type { Scalars } from "./scalars";
export { symbolField } from "./symbols";
