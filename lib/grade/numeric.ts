import { random, type Seed } from "../base";
import type { Values } from "../evaluate";
import {
  arithmetic,
  doubleDouble,
  float64,
  type Matrix,
  type MatrixArithmetic,
  type Scalars,
  transpose,
} from "../matrix";
import { anchorsOf } from "./anchors";
import { drawPoint } from "./point";
import type { Outcome, Question, Sides } from "./question";
import { drawSizes } from "./sizes";
import { type Mood, moodOf } from "./source";
import type { Layout } from "./verdict";
import { withWholes } from "./wholes";

/** Points with a verdict that an acceptance needs. */
const enough = 10;
const mostAttempts = 96;
/** Of those, how many are confirmed in higher precision. */
const confirmed = 2;

type Reading = "equal" | "different" | "vague";

/** What one point says: the function or the answer may have no value there, or rounding may have eaten it. */
type PointReading =
  | { readonly kind: "none" }
  | { readonly kind: "lost" }
  | { readonly kind: "answer-none" }
  | { readonly kind: "read"; readonly readings: ReadonlyMap<Layout, Reading> };

const f64 = arithmetic(float64);
const precise = arithmetic(doubleDouble);

/** The worst state of the entries. */
export function stateOf<T>(S: Scalars<T>, A: Matrix<T>): "value" | "none" | "lost" {
  let state: "value" | "none" = "value";
  for (const a of A.data) {
    const here = S.state(a);
    if (here === "lost") return "lost";
    if (here === "none") state = "none";
  }
  return state;
}

/** How finely the two sides must agree, as a part of the largest entry, before agreement means anything. */
const resolution = { float64: 1e-11, "double-double": 1e-22, "prime-field": 0 } as const;

/**
 * Sets truth and answer side by side within their error bounds. `vague` where the bounds are too wide to tell the
 * truth from something close to it.
 */
function compareMatrices<T>(S: Scalars<T>, truth: Matrix<T>, answer: Matrix<T>, floor: number): Reading {
  if (truth.rows !== answer.rows || truth.cols !== answer.cols) return "different";
  const scale = Math.max(floor, ...truth.data.map((t) => Math.abs(S.toNumber(t))));
  let vague = false;
  for (let k = 0; k < truth.data.length; k++) {
    const gap = S.sub(truth.data[k] as T, answer.data[k] as T);
    const { distance, error } = S.bounds(gap);
    if (distance > error) return "different";
    if (distance + error > resolution[S.name] * scale) vague = true;
  }
  return vague ? "vague" : "equal";
}

function readPoint<T>(
  M: MatrixArithmetic<T>,
  sides: Sides,
  layouts: readonly Layout[],
  at: Values<T>,
  floor: number,
): PointReading {
  const S = M.scalars;
  if (!sides.defined(M, at)) return { kind: "none" };
  const truth = sides.truth(M, at);
  const truthState = stateOf(S, truth);
  if (truthState !== "value") return truthState === "none" ? { kind: "none" } : { kind: "lost" };
  const answer = sides.answer(M, at);
  const answerState = stateOf(S, answer);
  if (answerState === "lost") return { kind: "lost" };
  if (answerState === "none") return { kind: "answer-none" };
  const reading = (layout: Layout): Reading =>
    compareMatrices(S, layout === "numerator" ? truth : transpose(truth), answer, floor);
  return { kind: "read", readings: new Map(layouts.map((layout) => [layout, reading(layout)])) };
}

/** The tally of one layout. */
interface Tally {
  equal: number;
  different: boolean;
}

/** Walks through points until every layout is decided or the attempts are used up. */
class Comparison {
  private readonly tallies: Map<Layout, Tally>;
  private points = 0;
  private answerMissing = 0;
  private vague = 0;
  private checked = 0;

  constructor(
    private readonly layouts: readonly Layout[],
    private readonly seed: Seed,
  ) {
    this.tallies = new Map(layouts.map((layout) => [layout, { equal: 0, different: false }]));
  }

  private get open(): Layout[] {
    return this.layouts.filter((layout) => !this.tallies.get(layout)?.different);
  }

  finished(): boolean {
    return (
      this.open.length === 0 ||
      this.open.every((layout) => (this.tallies.get(layout)?.equal ?? 0) >= enough) ||
      this.answerMissing >= 3
    );
  }

  /** Reads one point, in higher precision where float64 cannot tell or an agreement is to be confirmed. */
  visit(sides: Sides, mood: Mood, key: string): void {
    const seed = `${this.seed}|${key}`;
    const rough = readPoint(f64, sides, this.open, drawPoint(float64, sides.needed, mood, seed), 0);
    const unclear =
      rough.kind === "lost" || (rough.kind === "read" && [...rough.readings.values()].some((r) => r === "vague"));
    const confirm =
      rough.kind === "read" && !unclear && this.checked < confirmed && [...rough.readings.values()].includes("equal");
    if (!unclear && !confirm) return this.count(rough);
    this.checked++;
    this.count(readPoint(precise, sides, this.open, drawPoint(doubleDouble, sides.needed, mood, seed), 1e-3));
  }

  private count(reading: PointReading): void {
    if (reading.kind === "none" || reading.kind === "lost") return;
    this.points++;
    if (reading.kind === "answer-none") {
      this.answerMissing++;
      return;
    }
    for (const [layout, outcome] of reading.readings) {
      const tally = this.tallies.get(layout) as Tally;
      if (outcome === "different") tally.different = true;
      else if (outcome === "equal") tally.equal++;
      else this.vague++;
    }
  }

  outcome(): Outcome {
    const nothing = { numerator: false, denominator: false };
    if (this.answerMissing > 0) return { status: "decided", right: nothing, undefined: true };
    const right = (layout: Layout): boolean =>
      this.open.includes(layout) && (this.tallies.get(layout)?.equal ?? 0) >= enough - 2;
    if (this.open.some((layout) => !right(layout))) {
      return { status: "undecided", reason: this.vague > 0 ? "precision" : "no-point" };
    }
    return { status: "decided", right: { numerator: right("numerator"), denominator: right("denominator") } };
  }
}

/** Compares two sides at random points in float64 with error bounds, and in higher precision where those are too wide. */
export function compareNumerically(question: Question, seed: Seed): Outcome {
  const rng = random(`${seed}|sizes`);
  const assignments = drawSizes(question.rules, rng, 2);
  if (assignments.length === 0) return { status: "undecided", reason: "no-point" };
  const comparison = new Comparison(question.layouts, seed);
  const rounds = assignments.length * (question.wholes.length > 0 ? 3 : 1);
  const prepared: { readonly sides: Sides; readonly anchors: readonly number[] }[] = [];
  for (let round = 0; round < rounds; round++) {
    const sizes = withWholes(
      assignments[round % assignments.length] as Map<string, number>,
      question.wholes,
      question.scope,
      rng,
      round,
    );
    const sides = question.at(sizes);
    if (!sides.ok) return { status: "undecided", reason: sides.error };
    prepared.push({ sides: sides.value, anchors: anchorsOf(sides.value) });
  }
  for (let attempt = 0; attempt < mostAttempts && !comparison.finished(); attempt++) {
    const { sides, anchors } = prepared[attempt % prepared.length] as (typeof prepared)[number];
    comparison.visit(sides, moodOf(Math.floor(attempt / prepared.length), anchors), String(attempt));
  }
  return comparison.outcome();
}
