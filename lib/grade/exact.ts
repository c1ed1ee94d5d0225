import { type Random, random, type Seed } from "../base";
import { degreeBound, type Program, type Values } from "../evaluate";
import {
  arithmetic,
  type Matrix,
  type MatrixArithmetic,
  type PrimeField,
  primeField,
  type Scalars,
  symbolField,
  transpose,
} from "../matrix";
import { assignmentsOf } from "./assignments";
import { drawFieldPoint } from "./point";
import { secretPrimes } from "./primes";
import type { Outcome, Question, Sides } from "./question";
import type { Layout } from "./verdict";

/** The chance of accepting a wrong answer that an exact verdict promises to stay below. */
const promised = 2 ** -60;
const redraws = 6;
const mostTrials = 16;
const neither = { numerator: false, denominator: false } as const;

interface Arithmetic {
  readonly field: PrimeField;
  readonly M: MatrixArithmetic<number>;
}

/** The truth and the answer. */
type Pair = [Matrix<number>, Matrix<number>];

/** Two secret fields; `over` says what numbers are made of them. */
function drawFields(seed: Seed, rng: Random, over: (field: PrimeField) => Scalars<number>): Arithmetic[] {
  return secretPrimes(seed).map((prime) => {
    const field = primeField(prime, rng.int(1, prime - 1));
    return { field, M: arithmetic(over(field)) };
  });
}

/** Both sides in a prime field at one random point, or which of them has no value there. */
function pair(sides: Sides, { M }: Arithmetic, at: Values<number>): Pair | "truth-none" | "answer-none" {
  const truth = sides.truth(M, at);
  if (truth.data.some(Number.isNaN)) return "truth-none";
  const answer = sides.answer(M, at);
  return answer.data.some(Number.isNaN) ? "answer-none" : [truth, answer];
}

function sameMatrix(A: Matrix<number>, B: Matrix<number>): boolean {
  return A.rows === B.rows && A.cols === B.cols && A.data.every((a, k) => a === B.data[k]);
}

/** Takes away the layouts in which the two differ. */
function keepEqual(open: Set<Layout>, truth: Matrix<number>, answer: Matrix<number>): void {
  for (const layout of [...open])
    if (!sameMatrix(layout === "numerator" ? truth : transpose(truth), answer)) open.delete(layout);
}

const irrational: ReadonlySet<string> = new Set("apply power logdet norm logsumexp greater max min select".split(" "));

/** Whether a value that no field has stands in an answer; a truth may be rational all the same, as that of log det is. */
function isIrrational({ steps }: Program): boolean {
  return steps.some((step) => irrational.has(step.op));
}

/** How large the degree of one drawn entry is in what it is drawn from. */
function entryDegree(sides: Sides): number {
  const related = sides.needed.filter((n) =>
    n.assume.some((a) => a === "orthogonal" || a === "unit" || a === "simplex"),
  );
  return Math.max(1, ...related.map((n) => 2 * Math.max(n.rows, n.cols)));
}

/** The degree of the difference of the two sides. A derivative at most doubles the degree. */
function gapDegree(sides: Sides): number {
  const entry = entryDegree(sides);
  return 2 * degreeBound(sides.programs.truth, entry) + degreeBound(sides.programs.answer, entry) + 1;
}

/**
 * Compares two rational sides exactly, modulo secret primes. A difference in the field is a proof that they differ;
 * agreement in every trial leaves a chance of at most `bound`. `irrational` where a side has no value in a field.
 */
export function compareExactly(question: Question, seed: Seed): Outcome | "irrational" {
  const rng = random(`${seed}|exact`);
  const fields = drawFields(seed, rng, (field) => field);
  const open = new Set<Layout>(question.layouts);
  const assignments = assignmentsOf(question, seed);
  const rounds = assignments.length;
  let bound = 1;
  let trials = 0;
  let lacking = 0;
  for (let round = 0; open.size > 0 && (round < rounds || (bound > promised && trials < mostTrials)); round++) {
    const sides = question.at(assignments[round % rounds] ?? new Map());
    if (!sides.ok) return { status: "undecided", reason: sides.error };
    if (isIrrational(sides.value.programs.answer)) return "irrational";
    const degree = gapDegree(sides.value);
    for (const arithmeticHere of fields) {
      const values = trial(sides.value, arithmeticHere, rng);
      if (values === "irrational") return "irrational";
      trials++;
      if (values === "undefined") {
        lacking++;
        continue;
      }
      bound *= Math.min(1, degree / arithmeticHere.field.prime);
      const [truth, answer] = values;
      keepEqual(open, truth, answer);
      if (open.size === 0 || (round >= rounds && bound <= promised)) break;
    }
  }
  if (lacking > 0 && lacking === trials) return { status: "decided", right: neither, undefined: true };
  if (lacking > 0 && open.size > 0) return "irrational";
  const right = { numerator: open.has("numerator"), denominator: open.has("denominator") };
  if (open.size === 0) return { status: "decided", right, bound: 0 };
  return bound <= promised ? { status: "decided", right, bound } : { status: "decided", right };
}

/**
 * One draw at which both sides have values; unlucky divisions are drawn again. `undefined` where the answer divides by
 * zero at every draw and the truth has a value at each.
 */
function trial(sides: Sides, { field, M }: Arithmetic, rng: Random): Pair | "irrational" | "undefined" {
  let lacking = 0;
  for (let k = 0; k < redraws; k++) {
    field.clear();
    const values = pair(sides, { field, M }, drawFieldPoint(field, sides.needed, rng));
    if (typeof values !== "string") return values;
    if (!field.divided()) return "irrational";
    if (values === "answer-none") lacking++;
  }
  return lacking === redraws ? "undefined" : "irrational";
}

/** Choices of sizes, each with two primes, that a proof goes through at least. */
const proofRounds = 2;

/**
 * The layouts in which the two sides are equal whatever exp, a root and the like may be: by algebra, exactly, as functions
 * wherever both have values. That nothing is found says nothing: sin²x + cos²x is 1 by such a law, exp(x + y) is not. `undefined` where
 * the answer divides by zero everywhere.
 */
export function provenEqual(question: Question, seed: Seed): ReadonlySet<Layout> | "undefined" {
  const rng = random(`${seed}|proof`);
  const fields = drawFields(seed, rng, (field) => symbolField(field, rng.int(1, 2 ** 31)));
  const assignments = assignmentsOf(question, seed);
  const open = new Set<Layout>(question.layouts);
  const nothing = new Set<Layout>();
  let [trials, lacking] = [0, 0];
  for (let round = 0; round < Math.max(proofRounds, assignments.length) && open.size > 0; round++) {
    const sides = question.at(assignments[round % assignments.length] ?? new Map());
    if (!sides.ok || branches(sides.value)) return nothing;
    for (const arithmeticHere of fields) {
      const values = trial(sides.value, arithmeticHere, rng);
      if (values === "irrational") return nothing;
      trials++;
      if (values === "undefined") lacking++;
      else keepEqual(open, ...values);
    }
  }
  if (lacking === 0) return open;
  return lacking === trials ? "undefined" : nothing;
}

/** Cases look at the value of their condition, and the value of a symbol says nothing. */
function branches({ programs }: Sides): boolean {
  return [...programs.truth.steps, ...programs.answer.steps].some((step) => step.op === "select");
}
