import { random, type Seed } from "../../base";
import type { Values } from "../../evaluate";
import { arithmetic, float64, primeField, type Tracked } from "../../matrix";
import type { Scope, ShapedExpr } from "../../shape";
import { ask } from "../ask";
import { compare } from "../compare";
import { fittingLayouts } from "../layouts";
import { drawFieldPoint, drawPoint } from "../point";
import { drawPrime } from "../primes";
import type { Declared } from "../problem";
import type { Needed, Sides } from "../question";
import { drawSizes } from "../sizes";
import { moodOf } from "../source";
import type { Truth } from "../truth";
import type { Layout } from "../verdict";
import { withWholes } from "../wholes";
import { Probe } from "./probe";
import { type Fraction, fractionModulo, fractionNear } from "./rational";

/** Scalar operations that the guesses of one kind may spend; a guess costs at least `fixedCost`. */
const mostWork = 1_000_000;
const fixedCost = 4000;
/** What running one step costs beside its operations. */
const stepCost = 40;
/** How many evaluations a full comparison costs, roughly. */
const evaluations = 6;
const attempts = 12;

/** A question that has the answer yes if a guess is true. */
export interface Guess {
  readonly truth: Truth;
  readonly answer: ShapedExpr;
}

type Probes = readonly [Probe<number>, Probe<Tracked>];

/** Tries guesses about one answer: at one point first, then through the grader's own comparison. */
export class Trial {
  private spent = 0;

  private constructor(
    private readonly declared: Declared,
    private readonly seed: Seed,
    private readonly cost: number,
    private readonly probes: Probes,
  ) {}

  /** Chooses the point; nothing where there is none, or where trying would cost too much. */
  static of(declared: Declared, truth: Truth, answer: ShapedExpr, seed: Seed): Trial | undefined {
    const rng = random(`${seed}|diagnosis`);
    const { rules, wholes, scope, at } = ask(truth, answer, declared.where, []);
    const [drawn] = drawSizes(rules, rng, 1);
    if (!drawn) return undefined;
    const sizes = withWholes(drawn, wholes, scope, rng, 0);
    const sides = at(sizes);
    if (!sides.ok || costOf(sides.value) * (evaluations + 1) > mostWork) return undefined;
    const under = (there: Scope): Needed[] =>
      sides.value.needed.map((n) => ({ ...n, assume: there.variables.get(n.name)?.assume ?? n.assume }));
    const prime = drawPrime(rng);
    const field = primeField(prime, rng.int(1, prime - 1));
    const exact = new Probe(
      arithmetic(field),
      sizes,
      (there) => drawFieldPoint(field, under(there), random(`${seed}|diagnosis field`)),
      { same: (a, b) => a === b, fraction: (a) => fractionModulo(a, prime) },
    );
    const numeric = new Probe(
      arithmetic(float64),
      sizes,
      (there) => definedPoint(sides.value, under(there), `${seed}|diagnosis`),
      {
        same: (a, b, scale) => Math.abs(a.v - b.v) <= 1e-9 * scale + a.e + b.e,
        fraction: (a) => fractionNear(a.v, 1e-9),
      },
    );
    return new Trial(declared, seed, costOf(sides.value), [exact, numeric]);
  }

  /** Begins another kind of guess, with means of its own. */
  begin(): void {
    this.spent = 0;
  }

  private afford(work: number): boolean {
    this.spent += work;
    return this.spent <= mostWork;
  }

  /** The layouts in which a guess may be true, seen from one point. */
  likely({ truth, answer }: Guess): Layout[] {
    const layouts = fittingLayouts(answer, truth.shapes);
    if (layouts.length === 0 || !this.afford(this.cost + fixedCost)) return [];
    const [exact, numeric] = this.probes;
    return layouts.filter(
      (layout) => exact.mayBeEqual(truth, answer, layout) ?? numeric.mayBeEqual(truth, answer, layout) ?? false,
    );
  }

  /** The layouts in which a guess is true, as the grader itself judges. */
  proven(guess: Guess): Layout[] {
    const likely = this.likely(guess);
    if (likely.length === 0 || !this.afford(evaluations * this.cost)) return [];
    const outcome = compare(ask(guess.truth, guess.answer, this.declared.where, likely), `${this.seed}|repair`);
    if (outcome.status !== "decided" || outcome.undefined) return [];
    return likely.filter((layout) => outcome.right[layout]);
  }

  /** The fractions c for which the answer may be c·unit·truth, in each layout that it fits. */
  ratios(truth: Truth, answer: ShapedExpr, unit: ShapedExpr): Fraction[] {
    if (!this.afford(this.cost + fixedCost)) return [];
    const [exact, numeric] = this.probes;
    return fittingLayouts(answer, truth.shapes).flatMap(
      (layout) => exact.ratio(truth, answer, layout, unit) ?? numeric.ratio(truth, answer, layout, unit) ?? [],
    );
  }
}

/** What one evaluation of both sides costs. */
function costOf({ work, programs: { truth, answer } }: Sides): number {
  const runs = (work - answer.work) / Math.max(1, truth.work);
  return work + stepCost * (truth.steps.length * runs + answer.steps.length);
}

/** A point at which the function has a value, if one is found soon. */
function definedPoint(sides: Sides, needed: readonly Needed[], seed: Seed): Values<Tracked> {
  const M = arithmetic(float64);
  const draw = (k: number): Values<Tracked> => drawPoint(float64, needed, moodOf(k, []), `${seed}|${k}`);
  for (let k = 0; k < attempts; k++) {
    const at = draw(k);
    if (sides.defined(M, at)) return at;
  }
  return draw(0);
}
