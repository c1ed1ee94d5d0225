import { fail, invariant, ok, type Result } from "../base";
import { isScalar, type Scope, type ShapedExpr, type Size, sizeValue } from "../shape";
import { Builder, type Sizes, TooLarge } from "./builder";
import { freeIndices } from "./free-indices";
import { hiddenFunction } from "./functions";
import type { Program } from "./program";

/** Values of the indices in scope, counted from 1. */
type Indices = ReadonlyMap<string, number>;

/** More than any index can be, so that a few of them make one number. */
const beyond = 2 ** 17;

/** What tells the values of some indices from others. */
function keyOf(names: readonly string[], env: Indices): number | string {
  if (names.length > 3) return names.map((name) => env.get(name)).join();
  let key = 0;
  for (const name of names) key = key * beyond + (env.get(name) ?? 0);
  return key;
}

/** Lowers shaped trees into steps, index sums unrolled and matrix powers multiplied out. */
class Lowering {
  constructor(private readonly b: Builder) {}

  private readonly sizes = new Map<Size, number>();
  /** Steps of subtrees, by the values of the indices that stand in them: they are the same wherever the others are. */
  private readonly done = new Map<ShapedExpr, Map<number | string, number>>();

  size(s: Size): number {
    const known = this.sizes.get(s);
    if (known !== undefined) return known;
    const value = sizeValue(s, this.b.sizes);
    this.sizes.set(s, value);
    return value;
  }

  lower(e: ShapedExpr, env: Indices): number {
    const key = keyOf(freeIndices(e), env);
    const steps = this.done.get(e);
    const known = steps?.get(key);
    if (known !== undefined) return known;
    const at = this.node(e, env);
    if (steps) steps.set(key, at);
    else this.done.set(e, new Map([[key, at]]));
    return at;
  }

  private node(e: ShapedExpr, env: Indices): number {
    const [rows, cols] = [this.size(e.rows), this.size(e.cols)];
    const arg = (k: number): number => this.lower(e.args[k] as ShapedExpr, env);
    const place = (k: number): number => this.whole(e.args[k] as ShapedExpr, env);
    const { b } = this;
    switch (e.op) {
      case "literal":
        return b.literal(e.text as string);
      case "pi":
        return b.pi();
      case "variable": {
        const whole = b.sizes.get(e.name as string);
        return whole === undefined ? b.variable(e.name as string, rows, cols) : b.constant(1, 1, [whole]);
      }
      case "size":
      case "index":
        return b.constant(1, 1, [this.whole(e, env)]);
      case "identity":
        return b.fill(rows, cols, (i, j) => (i === j ? 1 : 0));
      case "zeros":
        return b.fill(rows, cols, () => 0);
      case "ones":
        return b.fill(rows, cols, () => 1);
      case "unit": {
        const k = place(0);
        return b.fill(rows, cols, (i) => (i + 1 === k ? 1 : 0));
      }
      case "delta":
        return b.constant(1, 1, [place(0) === place(1) ? 1 : 0]);
      case "add":
      case "subtract":
      case "max":
      case "min":
      case "greater":
        return b.like(e.op, arg(0), arg(1));
      case "atLeast":
        return b.like(
          "subtract",
          b.fill(rows, cols, () => 1),
          b.like("greater", arg(1), arg(0)),
        );
      case "entryTimes":
        return b.like("times", arg(0), arg(1));
      case "negate":
      case "reciprocal":
      case "inverse":
        return b.like(e.op, arg(0));
      case "scale":
        return b.like("scale", arg(0), arg(1));
      case "product":
        return b.product(arg(0), arg(1));
      case "kron":
      case "det":
      case "logdet":
      case "total":
      case "norm":
      case "logsumexp":
        return b.op(
          e.op,
          e.args.map((a) => this.lower(a, env)),
          rows,
          cols,
        );
      case "norm1":
        return b.op("total", [b.apply("abs", arg(0))], 1, 1);
      case "apply":
        return b.apply(e.fn as NonNullable<ShapedExpr["fn"]>, arg(0));
      case "power":
        return this.power(e, env);
      case "matrixPower":
        return this.matrixPower(arg(0), this.wholeOrNothing(e.args[1] as ShapedExpr, env), rows);
      case "call":
        return hiddenFunction(b, e, arg(0), (s) => this.size(s));
      case "sum":
        return this.sum(e, env);
      case "cases":
        return this.cases(e, env);
      default:
        return this.moved(
          e,
          e.args.filter((_, k) => k === 0 || e.op === "blocks").map((a) => this.lower(a, env)),
          rows,
          cols,
          place,
        );
    }
  }

  /** Operations that only move entries about. */
  private moved(
    e: ShapedExpr,
    args: readonly number[],
    rows: number,
    cols: number,
    place: (k: number) => number,
  ): number {
    const { b } = this;
    const a = args[0] as number;
    const width = b.shape(a).cols;
    switch (e.op) {
      case "spread":
        return b.gather([a], rows, cols, () => [0, 0]);
      case "transpose":
        return b.transpose(a);
      case "vec":
        return b.gather([a], rows, 1, (k) => [0, (k % b.shape(a).rows) * width + Math.floor(k / b.shape(a).rows)]);
      case "diagonal":
        return b.gather([a], rows, 1, (i) => [0, i * width + i]);
      case "diagonalMatrix":
        return b.gather([a], rows, cols, (i, j) => [0, i === j ? i : -1]);
      case "trace":
        return b.op("total", [b.gather([a], width, 1, (i) => [0, i * width + i])], 1, 1);
      case "entry":
        return b.gather([a], 1, 1, () => [0, this.inside(b, a, place(1), place(2))]);
      case "row":
        return b.gather([a], rows, cols, (_, j) => [0, this.inside(b, a, place(1), j + 1)]);
      case "column":
        return b.gather([a], rows, cols, (i) => [0, this.inside(b, a, i + 1, place(1))]);
      case "blocks":
        return this.blocks(e, args, rows, cols);
      default:
        return invariant(false, `no lowering for ${e.op}`) as never;
    }
  }

  private inside(b: Builder, a: number, i: number, j: number): number {
    const { rows, cols } = b.shape(a);
    return i >= 1 && i <= rows && j >= 1 && j <= cols ? (i - 1) * cols + (j - 1) : -1;
  }

  private blocks(e: ShapedExpr, args: readonly number[], rows: number, cols: number): number {
    const owner: [number, number][] = new Array(rows * cols);
    let [top, next] = [0, 0];
    for (const count of e.count ?? []) {
      let left = 0;
      const height = this.b.shape(args[next] as number).rows;
      for (let k = 0; k < count; k++, next++) {
        const block = this.b.shape(args[next] as number);
        for (let i = 0; i < height; i++)
          for (let j = 0; j < block.cols; j++) owner[(top + i) * cols + left + j] = [next, i * block.cols + j];
        left += block.cols;
      }
      top += height;
    }
    return this.b.gather(args, rows, cols, (i, j) => owner[i * cols + j] as [number, number]);
  }

  /** Powers entry by entry: by multiplication where the exponent is a whole number whatever the draw. */
  private power(e: ShapedExpr, env: Indices): number {
    const [base, exponent] = e.args as [ShapedExpr, ShapedExpr];
    const scalar = exponent.op === "spread" ? (exponent.args[0] as ShapedExpr) : exponent;
    const whole = isScalar(scalar) ? this.wholeOrNothing(scalar, env) : undefined;
    if (whole === undefined || Math.abs(whole) > 1024)
      return this.b.like("power", this.lower(base, env), this.lower(exponent, env));
    if (base.op === "norm" && whole % 2 === 0)
      return this.b.whole(this.squares(this.lower(base.args[0] as ShapedExpr, env)), whole / 2);
    return this.b.whole(this.lower(base, env), whole);
  }

  /** ‖x‖² without its root, which is the same function and a rational one. */
  private squares(a: number): number {
    return this.b.op("total", [this.b.like("times", a, a)], 1, 1);
  }

  /** Of a variable that has no whole value here there is no power. */
  private matrixPower(a: number, exponent: number | undefined, n: number): number {
    const { b } = this;
    if (exponent === undefined) throw new TooLarge();
    if (exponent === 0) return b.fill(n, n, (i, j) => (i === j ? 1 : 0));
    if (Math.abs(exponent) > 64) throw new TooLarge();
    let power = exponent < 0 ? b.like("inverse", a) : a;
    let result: number | undefined;
    for (let k = Math.abs(exponent); k > 0; k = Math.floor(k / 2)) {
      if (k % 2 === 1) result = result === undefined ? power : b.product(result, power);
      if (k > 1) power = b.product(power, power);
    }
    return result as number;
  }

  private sum(e: ShapedExpr, env: Indices): number {
    const range = this.size(e.value as Size);
    let total: number | undefined;
    for (let k = 1; k <= range; k++) {
      const term = this.lower(e.args[0] as ShapedExpr, new Map(env).set(e.name as string, k));
      total = total === undefined ? term : this.b.like("add", total, term);
    }
    return total as number;
  }

  /** First condition that holds wins; where none does and there is no last value, there is none: 0/0. */
  private cases(e: ShapedExpr, env: Indices): number {
    const parts = e.args.map((a) => this.lower(a, env));
    const [rows, cols] = [this.size(e.rows), this.size(e.cols)];
    const otherwise =
      parts.length % 2 === 1
        ? (parts.pop() as number)
        : this.b.like(
            "reciprocal",
            this.b.fill(rows, cols, () => 0),
          );
    let result = otherwise;
    for (let k = parts.length - 2; k >= 0; k -= 2)
      result = this.b.like("select", parts[k + 1] as number, parts[k] as number, result);
    return result;
  }

  /** The whole number that an index, a size or an exponent stands for. */
  whole(e: ShapedExpr, env: Indices): number {
    const value = this.wholeOrNothing(e, env);
    invariant(value !== undefined, `${e.op} is no whole number`);
    return value;
  }

  private wholeOrNothing(e: ShapedExpr, env: Indices): number | undefined {
    const value = this.constantValue(e, env);
    return value !== undefined && Number.isInteger(value) ? value : undefined;
  }

  private constantValue(e: ShapedExpr, env: Indices): number | undefined {
    switch (e.op) {
      case "literal":
        return Number(e.text);
      case "zeros":
        return isScalar(e) ? 0 : undefined;
      case "size":
        return this.size(e.value as Size);
      case "index":
        return env.get(e.name as string);
      case "variable":
        return this.b.sizes.get(e.name as string);
      default:
        return this.combinedValue(e, env);
    }
  }

  private combinedValue(e: ShapedExpr, env: Indices): number | undefined {
    const [a, b] = e.args.slice(0, 2).map((x) => this.constantValue(x, env));
    switch (e.op) {
      case "negate":
        return a === undefined ? undefined : -a;
      case "reciprocal":
        return a === undefined || a === 0 ? undefined : 1 / a;
      case "add":
      case "subtract":
      case "scale":
        if (a === undefined || b === undefined) return undefined;
        return e.op === "add" ? a + b : e.op === "subtract" ? a - b : a * b;
      case "power":
        return a === undefined || b === undefined ? undefined : a ** b;
      default:
        return undefined;
    }
  }
}

function guarded<T>(build: () => T): Result<T, "size"> {
  try {
    return ok(build());
  } catch (error) {
    if (error instanceof TooLarge) return fail("size");
    throw error;
  }
}

/** The program of an expression at one choice of sizes; refused where it would cost too much. */
export function lower(expr: ShapedExpr, sizes: Sizes, scope: Scope): Result<Program, "size"> {
  return guarded(() => {
    const builder = new Builder(sizes, scope.functions);
    return builder.finish(new Lowering(builder).lower(expr, new Map()));
  });
}

/** An entry formula at every given choice of its free indices, stacked into a column. */
export function lowerEntries(
  expr: ShapedExpr,
  sizes: Sizes,
  scope: Scope,
  choices: readonly Indices[],
): Result<Program, "size"> {
  return guarded(() => {
    const builder = new Builder(sizes, scope.functions);
    const lowering = new Lowering(builder);
    const entries = choices.map((env) => lowering.lower(expr, env));
    return builder.finish(builder.gather(entries, entries.length, 1, (i) => [i, 0]));
  });
}
