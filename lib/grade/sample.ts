import { type Complaint, fail, ok, type Result, random, type Seed } from "../base";
import { run, type Sizes, type Values } from "../evaluate";
import { arithmetic, float64, type Matrix, type Tracked, transpose } from "../matrix";
import { type Assumption, printShape } from "../shape";
import { neededBy, sizeRules } from "./ask";
import { estimates, gapBetween } from "./differences";
import { readPoint, sizesFor } from "./forms/given";
import type { AnswerKey } from "./grade";
import { toGrid } from "./grid";
import { stateOf } from "./numeric";
import { drawPoint, holdsRelation } from "./point";
import { badRecord } from "./problem";
import type { Needed } from "./question";
import { drawSizes, type SizeRules, satisfied } from "./sizes";
import { moodOf } from "./source";
import type { Truth, TruthAt } from "./truth";
import type { Grid } from "./verdict";
import { wholeExponents, withWholes } from "./wholes";

/** The truth of a problem as its author may look at it: its shape and one numeric sample, in both layouts. */
export interface TruthSample {
  readonly numerator: { readonly shape: string; readonly sample: Grid };
  readonly denominator: { readonly shape: string; readonly sample: Grid };
  readonly at: Readonly<Record<string, Grid>>;
  /** The function's own value there; absent where the truth is no derivative of one. */
  readonly value?: Grid;
  /** The derivative there once more, by central differences; absent where those cannot be had. */
  readonly differences?: Differences;
}

/** An estimate of the derivative from values of the function alone. */
export interface Differences {
  readonly numerator: Grid;
  readonly denominator: Grid;
  /** How far it is from the truth: the largest distance of two entries, as a part of the largest entry or of 1. */
  readonly gap: number;
}

const M = arithmetic(float64);

/**
 * Shows what the truth is at a point at which the function and its derivative have a value: the point that the problem names
 * in `at`, or one that is drawn.
 */
export function describeTruth(key: AnswerKey, seed: Seed): Result<TruthSample, Complaint> {
  const { truth, problem } = key;
  if (!truth) return fail(badRecord("this form has no truth that can be laid out"));
  return problem.at === undefined ? drawnSample(key, truth, seed) : givenSample(key, truth);
}

const tooLarge = badRecord("the derivative is too large to compute");
const tooFar = badRecord("the numbers at this point are too large or too small to be computed with");
/** Scalar operations that one sample may spend. */
const mostWork = 3_000_000;
/** Entries of a derivative that are laid out. */
const mostEntries = 40_000;

function isAffordable({ program, runs }: TruthAt): boolean {
  return program.work * (runs + 1) <= mostWork && program.rows * program.cols * runs <= mostEntries;
}

function givenSample(key: AnswerKey, truth: Truth): Result<TruthSample, Complaint> {
  const point = readPoint(key);
  if (!point.ok) return point;
  const sizes = sizesFor(truth.source, key, point.value, truth.wrt);
  if (!sizes.ok) return sizes;
  const there = truth.at(sizes.value);
  if (!there.ok || !isAffordable(there.value)) return fail(tooLarge);
  const at = point.value.values(float64);
  if (!there.value.defined(M, at)) {
    const isLost = stateOf(float64, run(there.value.program, M, at)) === "lost";
    return fail(isLost ? tooFar : badRecord("the function has no value at this point"));
  }
  const value = there.value.value(M, at);
  const state = stateOf(float64, value);
  if (state === "lost") return fail(tooFar);
  if (state === "none") return fail(badRecord("the derivative has no value at this point"));
  return ok(laidOut(key, truth, there.value, value, at));
}

function drawnSample(key: AnswerKey, truth: Truth, seed: Seed): Result<TruthSample, Complaint> {
  const rng = random(`${seed}|sample`);
  const wholes = wholeExponents([truth.source], truth.scope, truth.wrt);
  const rules = sizeRules(truth.scope, key.where, [truth.source]);
  for (const [round, drawn] of [...readableSizes(rules), ...drawSizes(rules, rng, 2)].entries()) {
    const there = truth.at(withWholes(drawn, wholes, truth.scope, rng, round));
    if (!there.ok || !isAffordable(there.value)) return fail(tooLarge);
    const found = samplePoint(key, truth, there.value, seed);
    if (found) return ok(found);
  }
  return fail(badRecord("no point was found at which the function has a value"));
}

/** The smallest sizes that can be told apart, falling in the order of the names, so that an m×n matrix is tall. */
function readableSizes(rules: SizeRules): Sizes[] {
  const { dimensions } = rules;
  const least = dimensions.length === 1 ? 3 : 2;
  const sizes = new Map(dimensions.map((name, k) => [name, least + dimensions.length - 1 - k]));
  return satisfied(sizes, rules) ? [sizes] : [];
}

function samplePoint(key: AnswerKey, truth: Truth, there: TruthAt, seed: Seed): TruthSample | undefined {
  const needed = neededBy([there.program], there.extra, truth.scope);
  for (let k = 0; k < 48; k++) {
    const at = tidied(drawPoint(float64, needed, moodOf(k, []), `${seed}|sample|${k}`), needed);
    if (!there.defined(M, at)) continue;
    const value = there.value(M, at);
    if (stateOf(float64, value) === "value") return laidOut(key, truth, there, value, at);
  }
  return undefined;
}

/** Values that rounding could take out of the set they were drawn from. */
const isDelicate = (assume: readonly Assumption[]): boolean =>
  holdsRelation(assume) || assume.includes("positive-definite");

/** The point in numbers that are easy to read and to type: one digit behind the point, or one digit in all. */
function tidied(at: Values<Tracked>, needed: readonly Needed[]): Values<Tracked> {
  const delicate = new Set(needed.filter(({ assume, hidden }) => hidden || isDelicate(assume)).map(({ name }) => name));
  const round = (v: number): number => (Math.abs(v) < 0.1 ? Number(v.toPrecision(1)) : Math.round(v * 10) / 10);
  const tidy = (A: Matrix<Tracked>): Matrix<Tracked> => ({ ...A, data: A.data.map((a) => float64.number(round(a.v))) });
  return new Map([...at].map(([name, A]) => [name, delicate.has(name) ? A : tidy(A)]));
}

function laidOut(
  { problem }: AnswerKey,
  truth: Truth,
  there: TruthAt,
  value: Matrix<Tracked>,
  at: Values<Tracked>,
): TruthSample {
  const [numerator, denominator = numerator] = truth.shapes;
  const turned = (A: Matrix<Tracked>): Matrix<Tracked> => (truth.shapes.length === 2 ? transpose(A) : A);
  const shown = [...at].filter(([name]) => !name.startsWith("$"));
  const { wrt } = truth;
  const estimate = wrt === undefined ? undefined : estimates[problem.form]?.(there.program, at, wrt);
  return {
    numerator: { shape: printShape(numerator), sample: toGrid(value) },
    denominator: { shape: printShape(denominator), sample: toGrid(turned(value)) },
    at: Object.fromEntries(shown.map(([name, A]) => [name, toGrid(A)])),
    ...(wrt !== undefined && estimates[problem.form] && { value: toGrid(run(there.program, M, at)) }),
    ...(estimate && {
      differences: {
        numerator: toGrid(estimate),
        denominator: toGrid(turned(estimate)),
        gap: gapBetween(numbersOf(value), numbersOf(estimate)),
      },
    }),
  };
}

const numbersOf = (A: Matrix<Tracked>): readonly number[] => A.data.map((a) => a.v);
