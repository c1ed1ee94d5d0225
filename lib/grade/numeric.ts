import type { Seed } from "../base";
import type { Values } from "../evaluate";
import {
  arithmetic,
  doubleDouble,
  float64,
  type Matrix,
  type MatrixArithmetic,
  type Scalars,
  type Tracked,
  transpose,
} from "../matrix";
import { anchorsOf, isBranched } from "./anchors";
import { assignmentsOf } from "./assignments";
import { kinkPoints, type PointMaker } from "./kinks";
import { drawPoint } from "./point";
import type { Outcome, Question, Sides } from "./question";
import { moodOf } from "./source";
import type { Layout } from "./verdict";

/** Points that agree before an acceptance is looked for no further, and the least that one can rest on. */
const enough = 10;
const least = 8;
const mostAttempts = 96;
/** Attempts at each choice of sizes where an expression may have pieces: every size of number and every anchor comes up. */
const branchedAttempts = 14;
/** So many times as many where a variable is whole: between whole numbers no kink shows where to look. */
const wholeFactor = 4;
/** Scalar operations that one comparison may spend. */
const mostWork = 6_000_000;
/** And those that the points next to kinks may take, at each choice of sizes. */
const mostWorkAtKinks = 24_000_000;
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
  proven: ReadonlySet<Layout>,
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
    proven.has(layout) ? "equal" : compareMatrices(S, layout === "numerator" ? truth : transpose(truth), answer, floor);
  return { kind: "read", readings: new Map(layouts.map((layout) => [layout, reading(layout)])) };
}

/** The tally of one layout. */
interface Tally {
  equal: number;
  different: boolean;
}

/** Whether a point holds whole numbers, where an answer may lack a value and still be right almost everywhere. */
const isSpecial = (at: Values<Tracked>): boolean =>
  [...at.values()].some((A) => A.data.some((a) => Number.isInteger(a.v)));

/** Reads points until every layout is decided. */
class Comparison {
  private readonly tallies: Map<Layout, Tally>;
  private points = 0;
  private missing = 0;
  private missingAtSpecial = 0;
  private vague = 0;
  private checked = 0;

  constructor(
    private readonly layouts: readonly Layout[],
    private readonly proven: ReadonlySet<Layout>,
  ) {
    this.tallies = new Map(layouts.map((layout) => [layout, { equal: 0, different: false }]));
  }

  private get open(): Layout[] {
    return this.layouts.filter((layout) => !this.tallies.get(layout)?.different);
  }

  refuted(): boolean {
    return this.open.length === 0 || this.missing >= 2;
  }

  /** Whether all that is left to see is where the answer has values. */
  settled(): boolean {
    return this.open.every((layout) => this.proven.has(layout));
  }

  confirmed(): boolean {
    return this.open.every((layout) => (this.tallies.get(layout)?.equal ?? 0) >= enough);
  }

  /** Reads one point, in higher precision where float64 cannot tell or an agreement is to be confirmed. */
  visit(sides: Sides, pointIn: PointMaker): void {
    const at = pointIn(float64);
    const rough = readPoint(f64, sides, this.open, this.proven, at, 0);
    const compared = this.open.filter((layout) => !this.proven.has(layout));
    const readings = rough.kind === "read" ? compared.map((layout) => rough.readings.get(layout)) : [];
    const unclear = rough.kind === "lost" || readings.includes("vague");
    const confirm = this.checked < confirmed && readings.includes("equal");
    if (unclear || confirm) {
      this.checked++;
      this.count(readPoint(precise, sides, this.open, this.proven, pointIn(doubleDouble), 1e-3), isSpecial(at));
    } else this.count(rough, isSpecial(at));
  }

  private count(reading: PointReading, special: boolean): void {
    if (reading.kind === "none" || reading.kind === "lost") return;
    this.points++;
    if (reading.kind === "answer-none") {
      if (special) this.missingAtSpecial++;
      else this.missing++;
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
    const undefinedThere = this.missing > 0 || this.missingAtSpecial * 2 > this.points;
    if (undefinedThere) return { status: "decided", right: { numerator: false, denominator: false }, undefined: true };
    const right = (layout: Layout): boolean =>
      this.open.includes(layout) && (this.tallies.get(layout)?.equal ?? 0) >= least;
    if (this.open.some((layout) => !right(layout))) {
      return { status: "undecided", reason: this.vague > 0 ? "precision" : "no-point" };
    }
    return { status: "decided", right: { numerator: right("numerator"), denominator: right("denominator") } };
  }
}

/** Both sides at one choice of sizes, with what is known of where to look. */
interface Setting {
  readonly sides: Sides;
  readonly anchors: readonly number[];
}

function settingsOf(question: Question, seed: Seed): Setting[] | "size" | "no-point" {
  const assignments = assignmentsOf(question, seed);
  if (assignments.length === 0) return "no-point";
  const settings: Setting[] = [];
  for (const sizes of assignments) {
    const sides = question.at(sizes);
    if (!sides.ok) return sides.error;
    settings.push({ sides: sides.value, anchors: anchorsOf(sides.value) });
  }
  return settings;
}

const drawsWholes = ({ sides }: Setting): boolean => sides.needed.some(({ assume }) => assume.includes("integer"));

/**
 * Compares two sides at random points in float64 with error bounds, and in higher precision where those are too wide. Of
 * layouts in which they are proven equal it only looks whether the answer has a value where the truth has one.
 */
export function compareNumerically(question: Question, seed: Seed, proven: ReadonlySet<Layout> = new Set()): Outcome {
  const settings = settingsOf(question, seed);
  if (typeof settings === "string") return { status: "undecided", reason: settings };
  const comparison = new Comparison(question.layouts, proven);
  const branched = settings.some(({ sides }) => isBranched(sides.programs.truth) || isBranched(sides.programs.answer));
  const affordable = Math.floor(mostWork / Math.max(1, ...settings.map(({ sides }) => sides.work)));
  const attempts = Math.min(mostAttempts, affordable);
  const each = branchedAttempts * (settings.some(drawsWholes) ? wholeFactor : 1);
  const thorough = branched ? Math.min(attempts, settings.length * each) : 0;
  for (let attempt = 0; attempt < attempts && !comparison.refuted(); attempt++) {
    if ((attempt >= thorough || comparison.settled()) && comparison.confirmed()) break;
    const { sides, anchors } = settings[attempt % settings.length] as Setting;
    const mood = moodOf(Math.floor(attempt / settings.length), branched ? anchors : []);
    comparison.visit(sides, (S) => drawPoint(S, sides.needed, mood, `${seed}|${attempt}`));
  }
  if (branched && !comparison.refuted() && !comparison.settled() && affordable > mostAttempts)
    visitKinks(comparison, settings, seed);
  return comparison.outcome();
}

function visitKinks(comparison: Comparison, settings: readonly Setting[], seed: Seed): void {
  for (const [k, { sides, anchors }] of settings.slice(0, 2).entries()) {
    let left = mostWorkAtKinks;
    const points = kinkPoints(sides, anchors, `${seed}|kinks${k}`);
    // Other sizes are there for what depends on sizes; what ends at a number was looked for at the first.
    for (const point of k === 0 ? points : points.filter((_, place) => place % 2 === 0)) {
      left -= sides.work;
      if (comparison.refuted() || left < 0) break;
      comparison.visit(sides, point);
    }
  }
}
