import { random, type Seed } from "../../base";
import { lower, lowerEntries, type Program, run, type Sizes } from "../../evaluate";
import { arithmetic, float64, type Matrix, type Tracked } from "../../matrix";
import { type Scope, type ShapedExpr, type Size, sizeValue } from "../../shape";
import { drawPlain, type Plain } from "./values";

/** Where an answer is evaluated to tell it from another one: this much apart is no rounding. */
const apart = 1e-6;
const pointCount = 4;
const M = arithmetic(float64);

/** What the answers to a problem are made of. */
export interface Ground {
  readonly scope: Scope;
  readonly indices?: ReadonlyMap<string, Size>;
  /** Whether sizes keep the inequalities of the problem. */
  allows(sizes: Sizes): boolean;
}

/** Random points, at which answers are compared in plain float64: beside the grader, not by it. */
export class Points {
  private readonly sizes: readonly Sizes[];

  constructor(
    private readonly ground: Ground,
    private readonly seed: Seed,
  ) {
    this.sizes = Array.from({ length: pointCount }, (_, k) => this.drawSizes(k)).filter((each) => each !== undefined);
  }

  /** Whether two answers differ at some point where the first has a value; nothing where no point could be found. */
  differ(one: ShapedExpr, other: ShapedExpr, tolerance = apart): boolean | undefined {
    let seen = false;
    for (let k = 0; k < this.sizes.length; k++) {
      const [a, b] = [this.evaluate(one, k), this.evaluate(other, k)];
      if (!a || !hasValue(a)) continue;
      seen = true;
      if (!b || !hasValue(b) || a.rows !== b.rows || a.cols !== b.cols) return true;
      const scale = Math.max(1e-9, ...a.data.map(Math.abs));
      if (a.data.some((value, i) => Math.abs(value - (b.data[i] ?? 0)) > tolerance * scale)) return true;
    }
    return seen ? false : undefined;
  }

  /** Whether a function of `wrt` rises or falls somewhere around the value that an answer gives `wrt`. */
  slopes(source: ShapedExpr, wrt: string, answer: ShapedExpr): boolean | undefined {
    let seen = false;
    for (let k = 0; k < this.sizes.length; k++) {
      const value = this.evaluate(answer, k);
      const here = value && this.evaluate(source, k, { [wrt]: value })?.data[0];
      if (!value || here === undefined || !Number.isFinite(here)) continue;
      seen = true;
      const step = 1e-4;
      for (let i = 0; i < value.data.length; i++) {
        const [up = here, down = here] = [step, -step].map((by) => {
          const moved = { ...value, data: value.data.map((a, j) => (i === j ? a + by : a)) };
          return this.evaluate(source, k, { [wrt]: moved })?.data[0];
        });
        if (Math.abs(up - down) / (2 * step) > 1e-4 * (1 + Math.abs(here))) return true;
      }
    }
    return seen ? false : undefined;
  }

  private evaluate(expr: ShapedExpr, k: number, given: Readonly<Record<string, Plain>> = {}): Plain | undefined {
    const sizes = this.sizes[k] as Sizes;
    const program = this.program(expr, sizes);
    if (!program) return undefined;
    const values = new Map<string, Matrix<Tracked>>();
    for (const step of program.steps) {
      if (step.op !== "variable") continue;
      const { name, rows, cols } = step;
      const assume = this.ground.scope.variables.get(name)?.assume ?? [];
      const fixed = given[name];
      if (fixed && (fixed.rows !== rows || fixed.cols !== cols)) return undefined;
      const drawn = fixed ?? drawPlain(random(`${this.seed}|${k}|${name}`), rows, cols, assume);
      values.set(name, { rows, cols, data: drawn.data.map(float64.number) });
    }
    const { rows, cols, data } = run(program, M, values);
    return { rows, cols, data: data.map(float64.toNumber) };
  }

  private program(expr: ShapedExpr, sizes: Sizes): Program | undefined {
    const { scope, indices } = this.ground;
    const read = indices ? lowerEntries(expr, sizes, scope, choicesOf(indices, sizes)) : lower(expr, sizes, scope);
    return read.ok ? read.value : undefined;
  }

  /** Sizes that all differ, and a small number for every variable that stands for a whole one. */
  private drawSizes(k: number): Sizes | undefined {
    const { scope } = this.ground;
    for (let attempt = 0; attempt < 40; attempt++) {
      const chance = random(`${this.seed}|sizes|${k}|${attempt}`);
      const pool = Array.from({ length: scope.dimensions.size + 3 }, (_, i) => 3 + i);
      const sizes = new Map<string, number>();
      for (const name of scope.dimensions) sizes.set(name, pool.splice(chance.int(0, pool.length - 1), 1)[0] ?? 3);
      for (const [name, { shape, assume = [] }] of scope.variables)
        if (shape.length === 0 && assume.includes("integer")) sizes.set(name, chance.int(2, 4));
      if (this.ground.allows(sizes)) return sizes;
    }
    return undefined;
  }
}

function hasValue({ data }: Plain): boolean {
  return data.every(Number.isFinite);
}

/** Every choice of the free indices. */
function choicesOf(indices: ReadonlyMap<string, Size>, sizes: Sizes): ReadonlyMap<string, number>[] {
  let choices: Map<string, number>[] = [new Map()];
  for (const [name, range] of indices) {
    const places = Array.from({ length: sizeValue(range, sizes) }, (_, i) => i + 1);
    choices = choices.flatMap((choice) => places.map((place) => new Map(choice).set(name, place)));
  }
  return choices;
}
