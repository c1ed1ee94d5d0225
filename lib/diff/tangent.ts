import { type Program, runSteps, type Values } from "../evaluate";
import { arithmetic, type Matrix, type MatrixArithmetic } from "../matrix";
import { type Dual, dual } from "./dual";
import { rules } from "./rules";

/** A program run once at a point, ready to be differentiated there in any direction. */
export interface Trace<T> {
  readonly value: Matrix<T>;
  /** The derivative of the value in the direction of one change of one variable; `null` where nothing depends on it. */
  along(variable: string, direction: Matrix<T>): Matrix<T> | null;
}

/** Runs a program at a point, keeping every step for forward differentiation. */
export function trace<T>(program: Program, M: MatrixArithmetic<T>, inputs: Values<T>): Trace<T> {
  const results = runSteps(program, M, inputs);
  const value = results[results.length - 1] as Matrix<T>;
  const along = (variable: string, direction: Matrix<T>): Matrix<T> | null => {
    const tangents: (Matrix<T> | null)[] = [];
    program.steps.forEach((step, k) => {
      if (step.op === "variable") {
        tangents.push(step.name === variable ? direction : null);
        return;
      }
      const own = step.args.map((a) => tangents[a] as Matrix<T> | null);
      if (own.every((t) => t === null)) tangents.push(null);
      else {
        const args = step.args.map((a) => results[a] as Matrix<T>);
        tangents.push(rules[step.op]({ M, step, args, tangents: own, value: results[k] as Matrix<T> }));
      }
    });
    return tangents[tangents.length - 1] ?? null;
  };
  return { value, along };
}

/** The matrix that is 1 at entry k and 0 elsewhere. */
export function unitDirection<T>(M: MatrixArithmetic<T>, rows: number, cols: number, k: number): Matrix<T> {
  const E = M.zeros(rows, cols);
  return { ...E, data: E.data.map((zero, i) => (i === k ? M.scalars.one : zero)) };
}

/**
 * The array of ∂yᵢ/∂xⱼ of a traced program, one row for each entry of the value and one column for each entry of the
 * variable, both counted row by row: forward differentiation over the entries.
 */
export function jacobian<T>(
  traced: Trace<T>,
  M: MatrixArithmetic<T>,
  variable: string,
  x: { readonly rows: number; readonly cols: number },
): Matrix<T> {
  const rows = traced.value.data.length;
  const cols = x.rows * x.cols;
  const columns = Array.from({ length: cols }, (_, j) => traced.along(variable, unitDirection(M, x.rows, x.cols, j)));
  const zero = M.scalars.zero;
  const data: T[] = [];
  for (let i = 0; i < rows; i++) for (const column of columns) data.push(column ? (column.data[i] as T) : zero);
  return { rows, cols, data };
}

/** The n×n array of second derivatives of a scalar program by a variable with n entries: the gradient over dual numbers. */
export function hessian<T>(program: Program, M: MatrixArithmetic<T>, inputs: Values<T>, variable: string): Matrix<T> {
  const S = M.scalars;
  const D = arithmetic(dual(S));
  const lift = (A: Matrix<T>, direction: number): Matrix<Dual<T>> => ({
    ...A,
    data: A.data.map((v, k) => ({ v, d: k === direction ? S.one : S.zero })),
  });
  const x = inputs.get(variable) as Matrix<T>;
  const n = x.data.length;
  const rows = Array.from({ length: n }, (_, i) => {
    const lifted = new Map([...inputs].map(([name, A]) => [name, lift(A, name === variable ? i : -1)]));
    return jacobian(trace(program, D, lifted), D, variable, x).data.map((g) => g.d);
  });
  return { rows: n, cols: n, data: rows.flat() };
}
