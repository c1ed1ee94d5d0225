import type { Seed } from "../base";
import { type Program, runSteps, type Step, type Values } from "../evaluate";
import { arithmetic, float64, type Matrix, type Scalars, type Tracked } from "../matrix";
import { drawPoint, holdsRelation } from "./point";
import type { Needed, Sides } from "./question";
import type { Mood } from "./source";

const M = arithmetic(float64);
const corners: ReadonlySet<string> = new Set(["abs", "sign", "relu", "step"]);
/** How many kinks of one pair of points are looked at. */
const mostKinks = 8;
const halvings = 44;

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

/** Where between two points a kink lies, as a part of the way. */
function locate({ program, step, entry }: Kink, along: (t: number) => Values<Tracked>): number {
  const gap = (t: number): number => gapAt(runSteps(program, M, along(t)), program.steps[step] as Step, entry);
  let [low, high] = [0, 1];
  const start = Math.sign(gap(0));
  for (let k = 0; k < halvings; k++) {
    const middle = (low + high) / 2;
    if (Math.sign(gap(middle)) === start) low = middle;
    else high = middle;
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
    const found = [sides.programs.truth, sides.programs.answer].flatMap((program) => crossed(program, from, to));
    for (const kink of found.slice(0, mostKinks)) {
      const t = locate(kink, along);
      for (const offset of [-1e-3, -1e-7, 1e-7, 1e-3]) {
        const at = along(t + offset);
        makers.push((S) => inArithmetic(S, sides.needed, at, moving, near, `${seed}|from${k}`));
      }
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
