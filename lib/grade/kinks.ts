import type { Seed } from "../base";
import { type Program, runSteps, type Step, type Values } from "../evaluate";
import { arithmetic, float64, type Matrix, type Scalars, type Tracked } from "../matrix";
import { drawPoint, holdsRelation } from "./point";
import type { Needed, Sides } from "./question";
import type { Mood } from "./source";

const M = arithmetic(float64);
const corners: ReadonlySet<string> = new Set(["abs", "sign", "relu", "step"]);
/** How many kinks of either side are looked at between one pair of points. */
const mostKinks = 6;
const mostProbes = 44;
const narrowest = 1e-13;

/** A point that can be had in any arithmetic. */
export type PointMaker = <T>(S: Scalars<T>) => Values<T>;

/** A quantity whose change of sign is where an expression passes from one piece to the next. */
interface Kink {
  readonly program: Program;
  readonly step: number;
  readonly entry: number;
}

function gapAt(results: readonly Matrix<Tracked>[], step: Step, entry: number): number {
  const value = (k: number): number =>
    (results[step.args[k] as number] as Matrix<Tracked>).data[entry]?.v ?? Number.NaN;
  return step.op === "apply" ? value(0) : value(0) - value(1);
}

const isKink = (step: Step): boolean =>
  step.op === "greater" || step.op === "max" || step.op === "min" || (step.op === "apply" && corners.has(step.fn));

/** The values of the variables at t of the way from one point to another; variables that cannot move stay. */
function between(from: Values<Tracked>, to: Values<Tracked>, moving: ReadonlySet<string>, t: number): Values<Tracked> {
  const mix = (a: Matrix<Tracked>, b: Matrix<Tracked>): Matrix<Tracked> => ({
    ...a,
    data: a.data.map((x, k) => float64.number(x.v + t * ((b.data[k] as Tracked).v - x.v))),
  });
  return new Map([...from].map(([name, A]) => [name, moving.has(name) ? mix(A, to.get(name) as Matrix<Tracked>) : A]));
}

/** Kinks that lie somewhere between two points. */
function crossed(program: Program, from: Values<Tracked>, to: Values<Tracked>): Kink[] {
  const [a, b] = [runSteps(program, M, from), runSteps(program, M, to)];
  const found: Kink[] = [];
  program.steps.forEach((step, at) => {
    if (!isKink(step)) return;
    for (let entry = 0; entry < step.rows * step.cols; entry++) {
      if (gapAt(a, step, entry) * gapAt(b, step, entry) < 0) found.push({ program, step: at, entry });
    }
  });
  return found;
}

/**
 * Where between two points a kink lies, as a part of the way: by false position with the Illinois rule, which finds the
 * zero of a linear quantity at once and that of any other about as fast as secants do.
 */
function locate({ program, step, entry }: Kink, along: (t: number) => Values<Tracked>): number {
  const upToStep = { ...program, steps: program.steps.slice(0, step + 1) };
  const gap = (t: number): number => gapAt(runSteps(upToStep, M, along(t)), program.steps[step] as Step, entry);
  let [low, high, below, above] = [0, 1, gap(0), gap(1)];
  for (let k = 0, kept = 0; k < mostProbes && high - low > narrowest; k++) {
    const guess = (low * above - high * below) / (above - below);
    const t = guess > low && guess < high ? guess : (low + high) / 2;
    const value = gap(t);
    if (Math.abs(value) <= Number.EPSILON * (Math.abs(below) + Math.abs(above)) || Number.isNaN(value)) return t;
    if (Math.sign(value) === Math.sign(below)) {
      [low, below] = [t, value];
      if (kept === 1) above /= 2;
      kept = 1;
    } else {
      [high, above] = [t, value];
      if (kept === -1) below /= 2;
      kept = -1;
    }
  }
  return (low + high) / 2;
}

const movable = ({ assume, hidden }: Needed): boolean =>
  !hidden && !assume.some((a) => a === "one-hot" || a === "integer") && !holdsRelation(assume);

const ends: readonly (readonly [Mood, Mood])[] = [
  [
    { scale: 1, side: "both", anchors: [] },
    { scale: 3, side: "both", anchors: [] },
  ],
  [
    { scale: 1, side: "both", anchors: [] },
    { scale: 1000, side: "both", anchors: [] },
  ],
  [
    { scale: 1000, side: "positive", anchors: [] },
    { scale: 1000, side: "negative", anchors: [] },
  ],
];

/** Next to either side of every kink, and half-way to the next kink: pieces that are close to each other lie apart there. */
function places(kinks: readonly number[]): number[] {
  const sorted = [...new Set(kinks)].sort((a, b) => a - b);
  const between = sorted.slice(1).map((t, k) => (t + (sorted[k] as number)) / 2);
  return [...sorted.flatMap((t) => [-1e-3, -1e-7, 1e-7, 1e-3].map((offset) => t + offset)), ...between];
}

/** Points close to either side of every place where one of the two expressions passes from one piece to the next. */
export function kinkPoints(sides: Sides, seed: Seed): PointMaker[] {
  const moving = new Set(sides.needed.filter(movable).map((n) => n.name));
  const makers: PointMaker[] = [];
  for (const [k, [near, far]] of ends.entries()) {
    const [from, to] = [
      drawPoint(float64, sides.needed, near, `${seed}|from${k}`),
      drawPoint(float64, sides.needed, far, `${seed}|to${k}`),
    ];
    const along = (t: number): Values<Tracked> => between(from, to, moving, t);
    const found = [sides.programs.truth, sides.programs.answer].flatMap((program) =>
      crossed(program, from, to).slice(0, mostKinks),
    );
    for (const t of places(found.map((kink) => locate(kink, along)))) {
      const at = along(t);
      makers.push((S) => inArithmetic(S, sides.needed, at, moving, near, `${seed}|from${k}`));
    }
  }
  return makers;
}

/** A float64 point in another arithmetic: what could move as it stands, what holds a relation drawn again. */
function inArithmetic<T>(
  S: Scalars<T>,
  needed: readonly Needed[],
  at: Values<Tracked>,
  moving: ReadonlySet<string>,
  mood: Mood,
  seed: Seed,
): Values<T> {
  const drawn = drawPoint(S, needed, mood, seed);
  const lifted = (A: Matrix<Tracked>): Matrix<T> => ({ ...A, data: A.data.map((a) => S.number(a.v)) });
  return new Map([...drawn].map(([name, A]) => [name, moving.has(name) ? lifted(at.get(name) as Matrix<Tracked>) : A]));
}
