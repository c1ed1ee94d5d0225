import { random, type Seed } from "../base";
import type { Program, Sizes, Step } from "../evaluate";
import { arithmetic, float64, type Matrix, type Tracked } from "../matrix";
import { drawPoint } from "./point";
import type { Question } from "./question";
import { drawLargerSizes, drawSizes, drawSmallestSizes } from "./sizes";
import { moodOf } from "./source";
import { withWholes } from "./wholes";

const M = arithmetic(float64);

/** Scalar operations that one verdict may spend. */
export const mostWork = 12_000_000;
/** Evaluations that a verdict takes at one choice of sizes, at most. */
const evaluations = 30;

/** Rounds with other values for the variables that stand for whole numbers: as many as there are values. */
const wholeRounds = 8;
/** Choices of sizes that are looked through for some at which the function has a value. */
const candidates = 12;
const probes = 12;

/** Whether a verdict at these sizes can be paid for. */
export function isAffordable(question: Question, sizes: Sizes): boolean {
  const sides = question.at(sizes);
  return sides.ok && sides.value.work * evaluations <= mostWork;
}

/** What one further choice of sizes may cost: a small part of a verdict. */
const further = { work: 40_000, steps: 2_000 } as const;
/** What a small choice may cost, so that larger ones are worth a look. */
const base = { work: 6_000, steps: 250 } as const;

function costsAtMost(
  question: Question,
  sizes: Sizes,
  most: { readonly work: number; readonly steps: number },
): boolean {
  if (question.stepsAt(sizes) > most.steps) return false;
  const sides = question.at(sizes);
  if (!sides.ok) return false;
  const { work, programs } = sides.value;
  return work <= most.work && programs.truth.steps.length + programs.answer.steps.length <= most.steps;
}

const edged: ReadonlySet<string> = new Set(["log", "sqrt", "asin", "acos"]);

/** Whether a step may have no value on a whole range of points, or at some sizes. */
const mayFail = (step: Step): boolean =>
  ["inverse", "reciprocal", "logdet", "power"].includes(step.op) ||
  (step.op === "whole" && step.exponent < 0) ||
  (step.op === "apply" && edged.has(step.fn));

const isSafe = ({ steps }: Program): boolean => !steps.some(mayFail);

const hasEntries = (A: Matrix<Tracked>): boolean => A.data.every((a) => float64.state(a) === "value");

/** Whether the function has a value somewhere at these sizes: X(XᵀX)⁻¹Xᵀ has none where X is wide. */
function hasValue(question: Question, sizes: Sizes, seed: Seed): boolean {
  const sides = question.at(sizes);
  if (!sides.ok || isSafe(sides.value.programs.truth)) return true;
  for (let k = 0; k < probes; k++) {
    const at = drawPoint(float64, sides.value.needed, moodOf(k, []), `${seed}|sized|${k}`);
    if (!sides.value.defined(M, at)) continue;
    if (!question.isReference || hasEntries(sides.value.truth(M, at))) return true;
  }
  return false;
}

/** Whether different names have different sizes, as the contract draws them. */
const isApart = (sizes: Sizes): boolean => new Set(sizes.values()).size === sizes.size;

/** Whether the answer has a value somewhere at these sizes: 1/(n − m) has none where the two are alike. */
function answerHasValue(question: Question, sizes: Sizes, seed: Seed): boolean {
  const sides = question.at(sizes);
  if (!sides.ok) return false;
  for (let k = 0; k < probes; k++) {
    const at = drawPoint(float64, sides.value.needed, moodOf(k, []), `${seed}|alike|${k}`);
    if (hasEntries(sides.value.answer(M, at))) return true;
  }
  return false;
}

/** Two choices of sizes at which the function has a value, where there are such. */
function usableSizes(question: Question, seed: Seed): Sizes[] {
  if (question.rules.dimensions.length === 0) return [new Map()];
  const rng = random(`${seed}|sizes`);
  const drawn = drawSizes(question.rules, rng, 2);
  const wholes = (sizes: Sizes): Sizes => withWholes(sizes, question.wholes, question.scope, random(seed), 0);
  if (drawn.every((sizes) => hasValue(question, wholes(sizes), seed))) return drawn;
  const more = drawSizes(question.rules, rng, candidates).filter((sizes) => hasValue(question, wholes(sizes), seed));
  return more.length > 0 ? more.slice(0, 2) : drawn;
}

/** Smaller and larger sizes than are drawn otherwise, where a size is used as a number and they can be paid for. */
function extremes(question: Question, [first]: readonly Sizes[], seed: Seed): Sizes[] {
  if (!question.rules.counted || !first || !costsAtMost(question, first, base)) return [];
  const rng = random(`${seed}|extremes`);
  const smallest = drawSmallestSizes(question.rules, rng).filter(
    (sizes) => hasValue(question, sizes, seed) && (isApart(sizes) || answerHasValue(question, sizes, seed)),
  );
  return [...smallest, ...drawLargerSizes(question.rules, rng, (sizes) => costsAtMost(question, sizes, further))];
}

function draw(question: Question, seed: Seed): Sizes[] {
  const drawn = usableSizes(question, seed);
  if (drawn.length === 0) return drawn;
  if (question.wholes.length === 0) return [...drawn, ...extremes(question, drawn, seed)];
  const rng = random(`${seed}|assignments`);
  return Array.from({ length: wholeRounds }, (_, round) =>
    withWholes(drawn[round % drawn.length] as Sizes, question.wholes, question.scope, rng, round),
  );
}

const known = new WeakMap<Question, { readonly seed: Seed; readonly assignments: Sizes[] }>();

/** The choices of sizes, and of whole exponents, at which a question is asked; nothing where the rules leave none. */
export function assignmentsOf(question: Question, seed: Seed): Sizes[] {
  const found = known.get(question);
  if (found?.seed === seed) return found.assignments;
  const assignments = draw(question, seed);
  known.set(question, { seed, assignments });
  return assignments;
}
