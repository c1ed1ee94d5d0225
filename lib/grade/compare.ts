import { random, type Seed } from "../base";
import type { Program, Sizes, Step } from "../evaluate";
import { arithmetic, float64 } from "../matrix";
import { isBranched } from "./anchors";
import { assignmentsOf, isAffordable } from "./assignments";
import { compareExactly, provenEqual } from "./exact";
import { compareNumerically } from "./numeric";
import { drawPoint } from "./point";
import type { Outcome, Question } from "./question";
import { moodOf } from "./source";
import { hasUnseenPart } from "./unseen";

const M = arithmetic(float64);

const limited: ReadonlySet<string> = new Set(["log", "sqrt", "asin", "acos"]);

const limitsDomain = (step: Step): boolean =>
  step.op === "logdet" || step.op === "power" || (step.op === "apply" && limited.has(step.fn));

function mayBeUndefined({ steps }: Program): boolean {
  return steps.some(limitsDomain);
}

/** Whether the author's function has a value anywhere: where it has none, no answer is right. */
function hasPoint(question: Question, assignments: readonly Sizes[], seed: Seed): boolean {
  return assignments.slice(0, 2).some((sizes, round) => {
    const sides = question.at(sizes);
    if (!sides.ok) return false;
    if (!mayBeUndefined(sides.value.programs.truth)) return true;
    for (let k = 0; k < 48; k++) {
      const at = drawPoint(float64, sides.value.needed, moodOf(k, []), `${seed}|domain|${round}|${k}`);
      if (sides.value.defined(M, at)) return true;
    }
    return false;
  });
}

const undefinedAnswer: Outcome = {
  status: "decided",
  right: { numerator: false, denominator: false },
  undefined: true,
};

/** An outcome that stands only where the author's function has a value somewhere. */
function withPoint(question: Question, assignments: readonly Sizes[], seed: Seed, outcome: Outcome): Outcome {
  return hasPoint(question, assignments, seed) ? outcome : { status: "undecided", reason: "no-point" };
}

function refusal(question: Question, [first]: readonly Sizes[]): Outcome | undefined {
  if (!first) return { status: "undecided", reason: "no-point" };
  return isAffordable(question, first) ? undefined : { status: "undecided", reason: "size" };
}

/** The same chance in few characters: long secrets and problems are read once, not at every point. */
function shortened(seed: Seed): Seed {
  const rng = random(seed);
  return [rng.next(), rng.next(), rng.next(), rng.next()].map((part) => (part * 2 ** 32).toString(36)).join("");
}

const divides = (step: Step): boolean =>
  step.op === "reciprocal" || step.op === "inverse" || (step.op === "whole" && step.exponent < 0);

/** Whether a program has a value almost everywhere: a divisor that has pieces may be zero on a whole piece. */
function isTotal(program: Program): boolean {
  return !mayBeUndefined(program) && !(isBranched(program) && program.steps.some(divides));
}

/** By algebra as far as that reaches, by points from there on; what no point can show is not decided. */
function compareIrrational(question: Question, assignments: readonly Sizes[], seed: Seed): Outcome {
  const proven = provenEqual(question, seed);
  if (proven === "undefined") return withPoint(question, assignments, seed, undefinedAnswer);
  const sides = assignments[0] ? question.at(assignments[0]) : undefined;
  if (!sides?.ok) return { status: "undecided", reason: "size" };
  const { truth, answer } = sides.value.programs;
  const right = { numerator: proven.has("numerator"), denominator: proven.has("denominator") };
  if (proven.size === question.layouts.length && isTotal(truth) && isTotal(answer)) return { status: "decided", right };
  const outcome = compareNumerically(question, seed, proven);
  const seen = question.layouts.every(
    (layout) => outcome.status !== "decided" || right[layout] || !outcome.right[layout],
  );
  return seen || !hasUnseenPart(sides.value, seed) ? outcome : { status: "undecided", reason: "precision" };
}

/** Exactly as far as that reaches, then within error bounds. */
function decide(question: Question, assignments: readonly Sizes[], seed: Seed): Outcome {
  const exact = compareExactly(question, seed);
  if (exact === "irrational") return compareIrrational(question, assignments, seed);
  if (exact.status === "decided" && !hasPoint(question, assignments, seed))
    return { status: "undecided", reason: "no-point" };
  return exact;
}

/**
 * Decides whether an answer equals a truth, in each layout that is asked about. The same question and seed give the
 * same outcome. What turns at some size is never taken for equal: no draw reaches every size.
 */
export function compare(question: Question, givenSeed: Seed): Outcome {
  const seed = shortened(givenSeed);
  const assignments = assignmentsOf(question, seed);
  const refused = refusal(question, assignments);
  if (refused) return refused;
  const outcome = decide(question, assignments, seed);
  const accepted = outcome.status === "decided" && (outcome.right.numerator || outcome.right.denominator);
  return accepted && question.turnsOnSize ? { status: "undecided", reason: "size" } : outcome;
}
