import { ok } from "../../base";
import type { Values } from "../../evaluate";
import { lower, type Program, run } from "../../evaluate";
import type { Matrix, MatrixArithmetic } from "../../matrix";
import { type Shape, type ShapedExpr, transposed } from "../../shape";
import type { Truth, TruthAt } from "../truth";

/** Names that no answer can use. The first stands for the variable, held constant; the second for an inner part. */
export const heldName = "$held";
export const innerName = "$inner";

/** The values at a point with further names, made once a point. */
function extended(
  more: <T>(M: MatrixArithmetic<T>, at: Values<T>) => readonly (readonly [string, Matrix<T>])[],
): <T>(M: MatrixArithmetic<T>, at: Values<T>) => Values<T> {
  let last: { readonly at: unknown; readonly made: unknown } | undefined;
  return <T>(M: MatrixArithmetic<T>, at: Values<T>): Values<T> => {
    if (last?.at !== at) last = { at, made: new Map([...at, ...more(M, at)]) };
    return last.made as Values<T>;
  };
}

/**
 * The truth as it comes out when the function is differentiated as if it were `source`, in which `$held` stands for the
 * variable held constant and `$inner` for the value of `inner`. Points are drawn, and counted as defined, as before.
 */
export function differentiatedAs(truth: Truth, source: ShapedExpr, inner?: ShapedExpr): Truth {
  return spoiled(truth, inner, truth.shapes, (sizes) => {
    const there = truth.at(sizes, source);
    return there.ok ? ok(there.value) : there;
  });
}

type Value = Pick<TruthAt, "value">;
type Spoil = (
  sizes: Parameters<Truth["at"]>[0],
) => ReturnType<Truth["at"]> | { readonly ok: true; readonly value: Value };

/** A truth with another value at each point. */
export function spoiled(truth: Truth, inner: ShapedExpr | undefined, shapes: Truth["shapes"], spoil: Spoil): Truth {
  const wrt = truth.wrt ?? "";
  return {
    ...truth,
    shapes,
    at: (sizes) => {
      const [original, other] = [truth.at(sizes), spoil(sizes)];
      if (!original.ok) return original;
      if (!other.ok) return other;
      const part = inner && lower(inner, sizes, truth.scope);
      if (part && !part.ok) return part;
      const values = extended((M, at) => namedValues(M, at, wrt, part?.value));
      return ok({ ...original.value, value: (M, at) => other.value.value(M, values(M, at)) });
    },
  };
}

function namedValues<T>(
  M: MatrixArithmetic<T>,
  at: Values<T>,
  wrt: string,
  inner: Program | undefined,
): [string, Matrix<T>][] {
  const held: [string, Matrix<T>] = [heldName, at.get(wrt) as Matrix<T>];
  return inner ? [held, [innerName, run(inner, M, at)]] : [held];
}

/** A truth that is the value of an expression, in the problem's names. */
export function valueTruth(truth: Truth, source: ShapedExpr): Truth {
  const shape: Shape = { rows: source.rows, cols: source.cols };
  return spoiled(truth, undefined, [shape, transposed(shape)], (sizes) => {
    const program = lower(source, sizes, truth.scope);
    return program.ok ? ok({ value: (M, at) => run(program.value, M, at) }) : program;
  });
}
