import { random, type Seed } from "../base";
import type { Program, Step } from "../evaluate";
import { arithmetic, float64 } from "../matrix";
import { compareExactly } from "./exact";
import { compareNumerically } from "./numeric";
import { drawPoint } from "./point";
import type { Outcome, Question } from "./question";
import { drawSizes } from "./sizes";
import { moodOf } from "./source";
import { withWholes } from "./wholes";

/** Scalar operations that one verdict may spend. */
const mostWork = 12_000_000;

const limited: ReadonlySet<string> = new Set(["log", "sqrt", "asin", "acos"]);

const limitsDomain = (step: Step): boolean =>
  step.op === "logdet" || step.op === "power" || (step.op === "apply" && limited.has(step.fn));

function mayBeUndefined({ steps }: Program): boolean {
  return steps.some(limitsDomain);
}

/** Whether the author's function has a value anywhere: where it has none, no answer is right. */
function hasPoint(question: Question, seed: Seed): boolean {
  const rng = random(`${seed}|domain`);
  const M = arithmetic(float64);
  const assignments = drawSizes(question.rules, rng, 2);
  return assignments.some((drawn, round) => {
    const sides = question.at(withWholes(drawn, question.wholes, question.scope, rng, round));
    if (!sides.ok) return false;
    if (!mayBeUndefined(sides.value.programs.truth)) return true;
    for (let k = 0; k < 48; k++) {
      if (sides.value.defined(M, drawPoint(float64, sides.value.needed, moodOf(k, []), `${seed}|domain|${round}|${k}`)))
        return true;
    }
    return false;
  });
}

function affordable(question: Question, seed: Seed): Outcome | undefined {
  const [sizes] = drawSizes(question.rules, random(`${seed}|cost`), 1);
  if (!sizes) return { status: "undecided", reason: "no-point" };
  const sides = question.at(withWholes(sizes, question.wholes, question.scope, random(seed), 0));
  if (!sides.ok || sides.value.work * 30 > mostWork) return { status: "undecided", reason: "size" };
  return undefined;
}

/**
 * Decides whether an answer equals a truth, in each layout that is asked about: exactly where both are rational,
 * otherwise by error bounds. The same question and seed give the same outcome.
 */
export function compare(question: Question, seed: Seed): Outcome {
  const refused = affordable(question, seed);
  if (refused) return refused;
  const exact = compareExactly(question, seed);
  if (exact === "irrational") return compareNumerically(question, seed);
  if (exact.status === "decided" && !hasPoint(question, seed)) return { status: "undecided", reason: "no-point" };
  return exact;
}
