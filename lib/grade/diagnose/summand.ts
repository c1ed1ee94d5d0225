import type { Seed, Span } from "../../base";
import { lower, run, type Sizes, type Values } from "../../evaluate";
import { arithmetic, float64, type Tracked } from "../../matrix";
import type { ShapedExpr } from "../../shape";
import type { AnswerKey } from "../grade";
import { toGrid } from "../grid";
import { type Answer, readAnswer } from "../judge";
import type { Truth } from "../truth";
import type { Grid, Witness } from "../verdict";
import { witnessPoint } from "../witness-point";
import { fractionExpr } from "./factors";
import { type Fraction, fractionNear } from "./rational";
import { scaled, subtracted } from "./rewrite";
import { Trial } from "./trial";

const M = arithmetic(float64);

/** A longer sum is not looked through. */
const mostSummands = 12;
/** Factors of larger parts than this are not what anybody forgot. */
const mostFactor = 12;
/** A witness has six digits. */
const rounding = 1e-4;

/**
 * The one summand of a wrong answer that is off by a number, or does not belong, while all the others are right. What the
 * witness suspects is proven by the comparison that grades. Nothing where there is none, or where two would do.
 */
export function wrongSummand(answer: Answer, key: AnswerKey, witness: Witness, seed: Seed): Span | undefined {
  const point = witnessPoint(key, witness);
  const read = key.truth && readAnswer(answer, key.truth);
  if (!point || !read?.ok || !key.truth) return undefined;
  const whole = read.value.expr;
  const summands = summandsOf(whole);
  if (summands.length < 2 || summands.length > mostSummands) return undefined;
  const trial = Trial.of(key, key.truth, whole, seed);
  const apart = trial && excess(witness);
  if (!apart) return undefined;
  const { truth } = key;
  const guilty = summands.filter((summand) => {
    const value = valueAt(summand, truth, point.sizes, point.at);
    const factor = value && ratio(apart, value);
    if (!factor) return false;
    return trial.proven({ truth, answer: subtracted(whole, scaled(fractionExpr(factor), summand)) }).length > 0;
  });
  const [only, ...others] = guilty;
  return only && others.length === 0 ? { start: only.start, end: only.end } : undefined;
}

/** The parts of a sum, whatever their signs. */
function summandsOf(e: ShapedExpr): readonly ShapedExpr[] {
  return e.op === "add" || e.op === "subtract" || e.op === "negate" ? e.args.flatMap(summandsOf) : [e];
}

/** By how much the answer is too large, entry by entry. */
function excess({ answer, truth }: Witness): readonly number[] | undefined {
  if (!answer || answer.length !== truth.length || answer[0]?.length !== truth[0]?.length) return undefined;
  const beside = truth.flat();
  return answer.flat().map((a, k) => a - (beside[k] as number));
}

function valueAt(e: ShapedExpr, { scope }: Truth, sizes: Sizes, at: Values<Tracked>): Grid | undefined {
  const program = lower(e, sizes, scope);
  return program.ok ? toGrid(run(program.value, M, at)) : undefined;
}

/** The number by which the summand has to be multiplied to give what is too much, if there is one. */
function ratio(apart: readonly number[], value: Grid): Fraction | undefined {
  const entries = value.flat();
  const largest = entries.reduce((at, v, k) => (Math.abs(v) > Math.abs(entries[at] as number) ? k : at), 0);
  const factor = (apart[largest] as number) / (entries[largest] as number);
  const scale = rounding * (1 + Math.max(...apart.map(Math.abs)));
  const fits =
    entries.length === apart.length && entries.every((v, k) => Math.abs(factor * v - (apart[k] as number)) <= scale);
  return fits ? fractionNear(factor, rounding, mostFactor) : undefined;
}
