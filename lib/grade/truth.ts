import { type Complaint, fail, ok, type Result } from "../base";
import { hessian, jacobian, type Trace, trace } from "../diff";
import { lower, lowerEntries, type Program, type Sizes, type Values } from "../evaluate";
import { build, type Matrix, type MatrixArithmetic } from "../matrix";
import {
  isRow,
  isScalar,
  isVector,
  numeratorShape,
  one,
  printShape,
  type Scope,
  type Shape,
  type ShapedExpr,
  type Size,
  sameSize,
  sizeValue,
  times,
  transposed,
} from "../shape";
import { badRecord, type Declared, type Form, readAuthored, readFunction, readWrt, shapeOf } from "./problem";
import type { Needed } from "./question";
import { scopeWith } from "./scope";

/** What a problem asks for, as a thing that can be evaluated. Found from the author's function, never typed. */
export interface Truth {
  /** The names that an answer may use. */
  readonly scope: Scope;
  /** Numerator shape, and denominator shape where the form has layouts. */
  readonly shapes: readonly [Shape] | readonly [Shape, Shape];
  /** What the truth is made of: the function, or the reference. */
  readonly source: ShapedExpr;
  /** The variable of differentiation, where there is one. */
  readonly wrt?: string;
  /** Free indices of an entry formula, with their ranges. */
  readonly indices?: ReadonlyMap<string, Size>;
  /** The truth at one choice of sizes; for another expression in the author's place too, which the diagnoses need. */
  at(sizes: Sizes, source?: ShapedExpr): Result<TruthAt, "size">;
}

/** The truth at one choice of sizes. */
export interface TruthAt {
  readonly program: Program;
  /** Variables that the truth needs beside those of its program. */
  readonly extra: readonly Needed[];
  /** How many runs of the program one evaluation costs. */
  readonly runs: number;
  defined<T>(M: MatrixArithmetic<T>, at: Values<T>): boolean;
  /** In numerator layout. */
  value<T>(M: MatrixArithmetic<T>, at: Values<T>): Matrix<T>;
  answer(expr: ShapedExpr): Result<Program, "size">;
}

type Dimensions = { readonly rows: number; readonly cols: number };

/** A program traced at a point, with everything that a form lays out. */
interface Traced<T> {
  readonly M: MatrixArithmetic<T>;
  readonly at: Values<T>;
  readonly program: Program;
  readonly run: Trace<T>;
  readonly x: Dimensions;
  readonly sizes: Sizes;
}

type Arrange = <T>(traced: Traced<T>) => Matrix<T>;

/** Runs a program once a point, however often it is asked about that point. */
function tracer(program: Program): <T>(M: MatrixArithmetic<T>, at: Values<T>) => Trace<T> {
  let last: { readonly at: unknown; readonly trace: unknown } | undefined;
  return <T>(M: MatrixArithmetic<T>, at: Values<T>): Trace<T> => {
    if (last?.at !== at) last = { at, trace: trace(program, M, at) };
    return last.trace as Trace<T>;
  };
}

function variableAt(name: string, scope: Scope, sizes: Sizes): Needed {
  const { rows, cols } = shapeOf(scope, name);
  const assume = scope.variables.get(name)?.assume ?? [];
  return { name, rows: sizeValue(rows, sizes), cols: sizeValue(cols, sizes), assume, hidden: false };
}

interface Making extends Omit<Truth, "at"> {
  readonly wrt: string;
  readonly arrange: Arrange;
  readonly runs: (x: Dimensions) => number;
  readonly answer?: (expr: ShapedExpr, sizes: Sizes) => Result<Program, "size">;
  /** Names of further variables that the truth uses. */
  readonly also?: readonly string[];
}

/** A truth that is some arrangement of derivatives. */
function differentiated({ arrange, runs, answer, also = [], ...truth }: Making): Truth {
  const { scope, wrt } = truth;
  return {
    ...truth,
    at: (sizes, source = truth.source) => {
      const lowered = lower(source, sizes, scope);
      if (!lowered.ok) return lowered;
      const program = lowered.value;
      const traced = tracer(program);
      const x = variableAt(wrt, scope, sizes);
      return ok({
        program,
        extra: [x, ...also.map((name) => variableAt(name, scope, sizes))],
        runs: runs(x),
        defined: (M, at) => traced(M, at).value.data.every((a) => M.scalars.state(a) === "value"),
        value: (M, at) => arrange({ M, at, program, run: traced(M, at), x, sizes }),
        answer: (expr) => (answer ? answer(expr, sizes) : lower(expr, sizes, scope)),
      });
    },
  };
}

const entries = (x: Dimensions): number => x.rows * x.cols;

/** Lays ∂yᵢ/∂xⱼ, both counted row by row, out in numerator layout. */
export function layOutJacobian<T>(J: Matrix<T>, y: Dimensions, x: Dimensions): Matrix<T> {
  if (J.rows === 1) return build(x.cols, x.rows, (j, i) => J.data[i * x.cols + j] as T);
  if (J.cols > 1) return J;
  return y.rows === 1 ? { rows: y.cols, cols: 1, data: J.data } : { rows: y.rows, cols: y.cols, data: J.data };
}

/** Lays ∂yᵢ/∂xⱼ, both counted row by row, out by columns: ∂vec(y)/∂vec(x)ᵀ. */
export function layOutVec<T>(J: Matrix<T>, y: Dimensions, x: Dimensions): Matrix<T> {
  const byColumns = (k: number, { rows, cols }: Dimensions): number => (k % rows) * cols + Math.floor(k / rows);
  return build(J.rows, J.cols, (i, j) => J.data[byColumns(i, y) * J.cols + byColumns(j, x)] as T);
}

const layOut: Arrange = <T>({ M, run, x }: Traced<T>): Matrix<T> =>
  layOutJacobian(jacobian(run, M, wrtOf(x), x), run.value, x);

const wrtOf = (x: Dimensions): string => (x as Needed).name;

/** The parts that every truth by differentiation starts from. */
function begin(
  declared: Declared,
): Result<{ readonly source: ShapedExpr; readonly wrt: string; readonly x: Shape }, Complaint> {
  const wrt = readWrt(declared);
  if (!wrt.ok) return wrt;
  const source = readFunction(declared);
  if (!source.ok) return source;
  return ok({ source: source.value, wrt: wrt.value, x: shapeOf(declared.scope, wrt.value) });
}

/** Reads what a problem asks for. */
export type TruthReader = (declared: Declared) => Result<Truth, Complaint>;

/** ∂function/∂wrt in both layouts: the six cases; or a reference, which is its own numerator form. */
const derivative: TruthReader = (declared) => {
  if (declared.problem.reference !== undefined) return reference(declared);
  const parts = begin(declared);
  if (!parts.ok) return parts;
  const { source, wrt, x } = parts.value;
  const shape = numeratorShape(source, x);
  if (!shape) return fail(badRecord(`the derivative of ${printShape(source)} by ${printShape(x)} has no layout`));
  return ok(
    differentiated({
      scope: declared.scope,
      source,
      wrt,
      shapes: [shape, transposed(shape)],
      arrange: layOut,
      runs: entries,
    }),
  );
};

const reference: TruthReader = ({ problem, scope }) => {
  const source = readAuthored("reference", problem.reference ?? "", scope);
  if (!source.ok) return source;
  return ok({
    scope,
    source: source.value,
    shapes: [source.value, transposed(source.value)],
    at: (sizes, expr = source.value) => {
      const lowered = lower(expr, sizes, scope);
      if (!lowered.ok) return lowered;
      const traced = tracer(lowered.value);
      return ok({
        program: lowered.value,
        extra: [],
        runs: 1,
        defined: () => true,
        value: (M, at) => traced(M, at).value,
        answer: (answer) => lower(answer, sizes, scope),
      });
    },
  });
};

/** The array of second derivatives of a scalar function of a vector. */
const hessianTruth: TruthReader = (declared) => {
  const parts = begin(declared);
  if (!parts.ok) return parts;
  const { source, wrt, x } = parts.value;
  if (!isScalar(source)) return fail(badRecord(`a Hessian is of a scalar function, not of ${printShape(source)}`));
  if (!isVector(x)) return fail(badRecord(`a Hessian is by a vector, not by ${printShape(x)}`));
  const arrange: Arrange = ({ M, at, program }) => hessian(program, M, at, wrt);
  const shapes = [{ rows: x.rows, cols: x.rows }] as const;
  return ok(differentiated({ scope: declared.scope, source, wrt, shapes, arrange, runs: (n) => 3 * entries(n) ** 2 }));
};

/** d function as an expression in `dX`: the derivative in the direction dX, which is drawn freely. */
const differential: TruthReader = (declared) => {
  const parts = begin(declared);
  if (!parts.ok) return parts;
  const { source, wrt } = parts.value;
  const name = `d${wrt}`;
  const shape = declared.scope.variables.get(wrt)?.shape ?? [];
  const scope = scopeWith(declared, { [name]: { shape } });
  const arrange: Arrange = ({ M, at, run }) =>
    run.along(wrt, at.get(name) as never) ?? M.zeros(run.value.rows, run.value.cols);
  const shapes = [{ rows: source.rows, cols: source.cols }] as const;
  return ok(differentiated({ scope, source, wrt, shapes, arrange, runs: () => 2, also: [name] }));
};

/** ∂vec(Y)/∂vec(X)ᵀ: entries of both counted column by column. */
const vecTruth: TruthReader = (declared) => {
  const parts = begin(declared);
  if (!parts.ok) return parts;
  const { source, wrt, x } = parts.value;
  const arrange: Arrange = ({ M, run, x: n }) => layOutVec(jacobian(run, M, wrt, n), run.value, n);
  const shape = { rows: times(source.rows, source.cols), cols: times(x.rows, x.cols) };
  return ok(
    differentiated({ scope: declared.scope, source, wrt, shapes: [shape, transposed(shape)], arrange, runs: entries }),
  );
};

/** The sizes that the entries of a shape are counted by. */
const entrySizes = (s: Shape): Size[] =>
  isScalar(s) ? [] : isVector(s) ? [s.rows] : isRow(s) ? [s.cols] : [s.rows, s.cols];

/** The entries that an entry formula is compared at, at most. */
const mostChoices = 20_000;

/** Every choice of values for the free indices. */
function choicesOf(indices: ReadonlyMap<string, Size>, sizes: Sizes): ReadonlyMap<string, number>[] {
  let choices: Map<string, number>[] = [new Map()];
  for (const [name, range] of indices) {
    const n = sizeValue(range, sizes);
    choices = choices.flatMap((c) => Array.from({ length: n }, (_, k) => new Map(c).set(name, k + 1)));
  }
  return choices;
}

/** ∂(entry of function)/∂(entry of wrt) as a formula in free indices; every entry is compared. */
const index: TruthReader = (declared) => {
  const parts = begin(declared);
  if (!parts.ok) return parts;
  const { source, wrt, x } = parts.value;
  const names = declared.problem.indices ?? [];
  const ranges = [...entrySizes(source), ...entrySizes(x)];
  if (names.length !== ranges.length)
    return fail(badRecord(`indices: ${ranges.length} are needed, ${names.length} are named`));
  const indices = new Map<string, Size>();
  for (const [k, name] of names.entries()) {
    const known = indices.get(name);
    if (known && !sameSize(known, ranges[k] as Size))
      return fail(badRecord(`indices: ${name} stands for two different ranges`));
    indices.set(name, ranges[k] as Size);
  }
  const outer = entrySizes(source).length;
  const placeOf = (choice: ReadonlyMap<string, number>, from: number, shape: Shape, sizes: Sizes): number =>
    entrySizes(shape).reduce(
      (at, range, k) => at * sizeValue(range, sizes) + (choice.get(names[from + k] as string) as number) - 1,
      0,
    );
  const choices = new WeakMap<Sizes, readonly ReadonlyMap<string, number>[]>();
  const choicesAt = (sizes: Sizes): readonly ReadonlyMap<string, number>[] => {
    const found = choices.get(sizes) ?? choicesOf(indices, sizes);
    choices.set(sizes, found);
    return found;
  };
  const places = new WeakMap<Sizes, readonly number[]>();
  const placesAt = (sizes: Sizes, cols: number): readonly number[] => {
    const found =
      places.get(sizes) ??
      choicesAt(sizes).map((c) => placeOf(c, 0, source, sizes) * cols + placeOf(c, outer, x, sizes));
    places.set(sizes, found);
    return found;
  };
  const arrange: Arrange = ({ M, run, x: n, sizes }) => {
    const J = jacobian(run, M, wrt, n);
    const data = placesAt(sizes, J.cols).map((place) => J.data[place] as (typeof J.data)[number]);
    return { rows: data.length, cols: 1, data };
  };
  const { scope } = declared;
  const count = (sizes: Sizes): number => [...indices.values()].reduce((n, range) => n * sizeValue(range, sizes), 1);
  const answer = (expr: ShapedExpr, sizes: Sizes): Result<Program, "size"> =>
    count(sizes) > mostChoices ? fail("size") : lowerEntries(expr, sizes, scope, choicesAt(sizes));
  return ok(
    differentiated({
      scope,
      source,
      wrt,
      shapes: [{ rows: one, cols: one }],
      indices,
      arrange,
      runs: entries,
      answer,
    }),
  );
};

/** The forms whose answer is an expression that is compared with a truth everywhere. */
export const truthReaders = {
  derivative,
  hessian: hessianTruth,
  differential,
  vec: vecTruth,
  index,
} as const satisfies { readonly [F in Form]?: TruthReader };
