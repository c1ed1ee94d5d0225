import type { FunctionDeclaration } from "../shape";
import type { Program, Step } from "./program";

/** One choice of sizes: numbers for the dimension names, and for the variables that stand for whole numbers. */
export type Sizes = ReadonlyMap<string, number>;

/** What one program may cost at most. */
export const budget = { steps: 40_000, entries: 250_000, work: 4_000_000 } as const;

/** Thrown while a program is built, and caught where it is asked for. */
export class TooLarge extends Error {}

/** Builds a straight-line program, each different step once. */
export class Builder {
  readonly steps: Step[] = [];
  private readonly known = new Map<string, number>();
  private entries = 0;
  work = 0;

  constructor(
    readonly sizes: Sizes,
    readonly functions: ReadonlyMap<string, FunctionDeclaration> = new Map(),
  ) {}

  private emit(step: Step, key: string): number {
    const found = this.known.get(key);
    if (found !== undefined) return found;
    this.entries += step.rows * step.cols;
    this.work += this.cost(step);
    if (this.steps.length >= budget.steps || this.entries > budget.entries || this.work > budget.work)
      throw new TooLarge();
    const at = this.steps.push(step) - 1;
    this.known.set(key, at);
    return at;
  }

  private cost(step: Step): number {
    const inner = step.args.length > 0 ? (this.steps[step.args[0] as number] as Step).cols : 1;
    const cubic = step.op === "product" || step.op === "inverse" || step.op === "det" || step.op === "logdet";
    return step.op === "det" || step.op === "logdet" ? inner ** 3 : step.rows * step.cols * (cubic ? inner : 1);
  }

  shape(at: number): Step {
    return this.steps[at] as Step;
  }

  literal(text: string): number {
    return this.emit({ op: "literal", text, rows: 1, cols: 1, args: [] }, `l${text}`);
  }

  pi(): number {
    return this.emit({ op: "pi", rows: 1, cols: 1, args: [] }, "pi");
  }

  constant(rows: number, cols: number, entries: readonly number[]): number {
    if (rows * cols > budget.entries) throw new TooLarge();
    return this.emit({ op: "constant", rows, cols, entries, args: [] }, `c${rows},${cols}:${entries.join()}`);
  }

  fill(rows: number, cols: number, entry: (i: number, j: number) => number): number {
    if (rows * cols > budget.entries) throw new TooLarge();
    const entries: number[] = [];
    for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) entries.push(entry(i, j));
    return this.constant(rows, cols, entries);
  }

  variable(name: string, rows: number, cols: number): number {
    return this.emit({ op: "variable", name, rows, cols, args: [] }, `v${name}`);
  }

  /** An operation whose result has the given shape. */
  op(
    op: Exclude<Step["op"], "literal" | "pi" | "constant" | "variable" | "gather" | "apply" | "whole">,
    args: readonly number[],
    rows: number,
    cols: number,
  ): number {
    return this.emit({ op, args, rows, cols }, `${op}:${args.join()}`);
  }

  /** An operation whose result has its last argument's shape. */
  like(op: Parameters<Builder["op"]>[0], ...args: readonly number[]): number {
    const { rows, cols } = this.shape(args[args.length - 1] as number);
    return this.op(op, args, rows, cols);
  }

  apply(fn: (Step & { op: "apply" })["fn"], a: number): number {
    const { rows, cols } = this.shape(a);
    return this.emit({ op: "apply", fn, args: [a], rows, cols }, `${fn}():${a}`);
  }

  whole(a: number, exponent: number): number {
    if (exponent === 1) return a;
    const { rows, cols } = this.shape(a);
    return this.emit({ op: "whole", exponent, args: [a], rows, cols }, `^${exponent}:${a}`);
  }

  gather(
    args: readonly number[],
    rows: number,
    cols: number,
    source: (i: number, j: number) => readonly [argument: number, entry: number],
  ): number {
    const [of, from]: [number[], number[]] = [[], []];
    if (rows * cols > budget.entries) throw new TooLarge();
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < cols; j++) {
        const [argument, entry] = source(i, j);
        of.push(argument);
        from.push(entry);
      }
    }
    return this.emit(
      { op: "gather", of, from, args, rows, cols },
      `g${args.join()}|${rows},${cols}|${of.join()}|${from.join()}`,
    );
  }

  transpose(a: number): number {
    const { rows, cols } = this.shape(a);
    return this.gather([a], cols, rows, (i, j) => [0, j * cols + i]);
  }

  product(a: number, b: number): number {
    return this.op("product", [a, b], this.shape(a).rows, this.shape(b).cols);
  }

  finish(result: number): Program {
    const { rows, cols } = this.shape(result);
    const steps = result === this.steps.length - 1 ? this.steps : prune(this.steps, result);
    return { steps, rows, cols, work: this.work };
  }
}

/** The steps that the result needs, in order. */
function prune(steps: readonly Step[], result: number): Step[] {
  const needed = new Set<number>([result]);
  for (let k = result; k >= 0; k--) if (needed.has(k)) for (const a of (steps[k] as Step).args) needed.add(a);
  const kept = [...needed].sort((a, b) => a - b);
  const place = new Map(kept.map((old, k) => [old, k]));
  return kept.map((old) => {
    const step = steps[old] as Step;
    return { ...step, args: step.args.map((a) => place.get(a) as number) };
  });
}
