import type { Seed } from "../base";
import { type Program, runSteps, type Step, type Values } from "../evaluate";
import { arithmetic, float64, type Matrix, type Scalars, type Tracked } from "../matrix";
import { drawPoint, holdsRelation } from "./point";
import type { Needed, Sides } from "./question";
import type { Mood } from "./source";

const M = arithmetic(float64);
const corners: ReadonlySet<string> = new Set(["abs", "sign", "relu", "step"]);
/** How many kinks of either side are looked at between one pair of points. */
const mostKinks = 8;
const mostProbes = 120;

/** A point that can be had in any arithmetic. */
export type PointMaker = <T>(S: Scalars<T>) => Values<T>;

/** A quantity whose change of sign is where an expression passes from one piece to the next. */
interface Kink {
  readonly program: Program;
  readonly step: number;
  readonly entry: number;
}

function trackedGap(results: readonly Matrix<Tracked>[], step: Step, entry: number): Tracked {
  const value = (k: number): Tracked => (results[step.args[k] as number] as Matrix<Tracked>).data[entry] as Tracked;
  return step.args.length === 1 ? value(0) : float64.sub(value(0), value(1));
}

const gapAt = (results: readonly Matrix<Tracked>[], step: Step, entry: number): number =>
  trackedGap(results, step, entry).v;

const breaks: ReadonlySet<string> = new Set(["greater", "max", "min"]);

/** Where an expression may have a pole, beside which a piece may lie. */
const isPole = (step: Step): boolean => step.op === "reciprocal";
const isKink = (step: Step): boolean =>
  breaks.has(step.op) || (step.op === "apply" && corners.has(step.fn)) || isPole(step);

/** The values of the variables at t of the way from one point to another; variables that cannot move stay. */
function between(from: Values<Tracked>, to: Values<Tracked>, moving: ReadonlySet<string>, t: number): Values<Tracked> {
  const mix = (a: Matrix<Tracked>, b: Matrix<Tracked>): Matrix<Tracked> => ({
    ...a,
    data: a.data.map((x, k) => float64.number(x.v + t * ((b.data[k] as Tracked).v - x.v))),
  });
  return new Map([...from].map(([name, A]) => [name, moving.has(name) ? mix(A, to.get(name) as Matrix<Tracked>) : A]));
}

/** Scalar operations that looking for kinks may spend between stations, and what running one step costs beside its operations. */
const mostProbing = 15_000_000;
const stepCost = 40;

/** What is left to spend. */
interface Purse {
  left: number;
}

/** What one run of a program costs. */
const priceOf = ({ work, steps }: Program): number => work + stepCost * steps.length;

/** A kink with the part of the way on which it lies. */
interface Crossing extends Kink {
  readonly from: number;
  readonly to: number;
}

const stations = 40;

/** Every step of a program at evenly spaced places of the way. */
type Walk = readonly (readonly Matrix<Tracked>[])[];

function walkAlong(program: Program, along: (t: number) => Values<Tracked>): Walk {
  return Array.from({ length: stations + 1 }, (_, k) => runSteps(program, M, along(k / stations)));
}

/** The way from one point to another, with what is left to spend on it. */
interface Way {
  readonly along: (t: number) => Values<Tracked>;
  readonly purse: Purse;
}

/** What changes its sign at a kink, at any place of a way. */
function gapAlong({ program, step, entry }: Kink, { along, purse }: Way): (t: number) => Tracked {
  const upToStep = { ...program, steps: program.steps.slice(0, step + 1) };
  const price = priceOf(program);
  return (t) => {
    purse.left -= price;
    return trackedGap(runSteps(upToStep, M, along(t)), program.steps[step] as Step, entry);
  };
}

const halvings = 48;
const isOverflown = ({ e }: Tracked): boolean => e === Number.POSITIVE_INFINITY;

/** Where a quantity changes its sign between a place where it is known and one where it is too large to be. */
function beforeOverflow(kink: Kink, way: Way, known: number, overflown: number): Crossing | undefined {
  const gap = gapAlong(kink, way);
  const start = gap(known).v;
  let [near, far] = [known, overflown];
  for (let k = 0; k < halvings && way.purse.left > 0; k++) {
    const t = (near + far) / 2;
    const there = gap(t);
    if (there.v * start < 0) return { ...kink, from: Math.min(near, t), to: Math.max(near, t) };
    if (isOverflown(there)) far = t;
    else near = t;
  }
  return undefined;
}

/** Whether one kink is passed on the way between two neighbouring stations, and where. */
function crossing(kink: Kink, [a, b]: readonly [Tracked, Tracked], k: number, way: Way): Crossing | undefined {
  const [from, to] = [k / stations, (k + 1) / stations];
  if (a.v * b.v < 0) return { ...kink, from, to };
  if (isOverflown(a) === isOverflown(b)) return undefined;
  return isOverflown(b) ? beforeOverflow(kink, way, from, to) : beforeOverflow(kink, way, to, from);
}

/** Kinks that are passed on the way. */
function crossed(program: Program, walk: Walk, way: Way): Crossing[] {
  return program.steps.flatMap((step, at) => {
    if (!isKink(step)) return [];
    return Array.from({ length: step.rows * step.cols }, (_, entry) => entry).flatMap((entry) => {
      const kink = { program, step: at, entry };
      const gaps = walk.map((results) => trackedGap(results, step, entry));
      return gaps.slice(1).flatMap((b, k) => crossing(kink, [gaps[k] as Tracked, b], k, way) ?? []);
    });
  });
}

/** Where a quantity is nothing but rounding, or has no value. */
const isVanished = ({ v, e }: Tracked): boolean => Number.isNaN(v) || (Number.isFinite(e) && Math.abs(v) <= e);

/**
 * Where between two points a kink lies, as a part of the way: by false position with the Illinois rule, which finds the
 * zero of a linear quantity at once and that of most others about as fast as secants do. Every third probe is half-way,
 * for those that grow like eˣ.
 */
function locate(kink: Crossing, way: Way): number {
  const { from, to } = kink;
  const gap = gapAlong(kink, way);
  let [low, high, below, above] = [from, to, gap(from).v, gap(to).v];
  for (let k = 0, kept = 0; k < mostProbes && way.purse.left > 0 && high - low > Number.EPSILON * high; k++) {
    const guess = (low * above - high * below) / (above - below);
    const t = k % 3 < 2 && guess > low && guess < high ? guess : (low + high) / 2;
    const there = gap(t);
    if (isVanished(there)) return t;
    const value = there.v;
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

/** How far an argument lies inside the domain of a function with an edge, where two branches can meet: √(u²). */
const margins: { readonly [fn: string]: (u: number) => number } = {
  sqrt: (u) => u,
  asin: (u) => 1 - Math.abs(u),
  acos: (u) => 1 - Math.abs(u),
};

function marginOf(step: Step): ((u: number) => number) | undefined {
  if (step.op === "power") return (u) => u;
  return step.op === "apply" && Object.hasOwn(margins, step.fn) ? margins[step.fn] : undefined;
}

const shrinkings = 60;

/** What shows by how much a place is off an edge or a kink, of one entry of one step. */
type Height = (results: readonly Matrix<Tracked>[]) => number;

/** The margins of the steps with an edge, and the gaps of the kinks. */
function heightsOf(program: Program): Height[] {
  const polesLast = [...program.steps].sort((a, b) => Number(isPole(a)) - Number(isPole(b)));
  return polesLast.flatMap((step): Height[] => {
    const margin = marginOf(step);
    if (!margin && !isKink(step)) return [];
    return Array.from({ length: step.rows * step.cols }, (_, entry): Height => {
      const source = step.args[0] as number;
      return (results) =>
        margin
          ? margin((results[source] as Matrix<Tracked>).data[entry]?.v ?? Number.NaN)
          : gapAt(results, step, entry);
    });
  });
}

/** Where a margin or a gap falls towards zero and rises again without a change of sign that the stations could show. */
function touches(program: Program, walk: Walk, { along, purse }: Way): number[] {
  const price = priceOf(program);
  const probe = (t: number): readonly Matrix<Tracked>[] => {
    purse.left -= price;
    return runSteps(program, M, along(t));
  };
  return heightsOf(program)
    .slice(0, mostKinks)
    .flatMap((height) => {
      const heights = walk.map(height);
      const top = Math.max(...heights.map(Math.abs).filter(Number.isFinite));
      return dips(heights)
        .slice(0, mostKinks)
        .flatMap((k) => {
          if (purse.left < 0) return [];
          const t = lowest((k - 1) / stations, (k + 1) / stations, (x) => Math.abs(height(probe(x))));
          return Math.abs(height(probe(t))) <= 1e-6 * top ? [t] : [];
        });
    });
}

/** The stations at which a quantity is nearer to zero than at its neighbours, on the same side of it. What stays level has none. */
function dips(heights: readonly number[]): number[] {
  return heights.flatMap((h, k) => {
    const [before, after] = [heights[k - 1], heights[k + 1]];
    if (before === undefined || after === undefined || before * h < 0 || after * h < 0) return [];
    const [left, own, right] = [Math.abs(before), Math.abs(h), Math.abs(after)];
    return own <= left && own <= right && own < Math.max(left, right) ? [k] : [];
  });
}

const golden = (Math.sqrt(5) - 1) / 2;
/** After so many shrinkings a height on its way to zero has fallen to this part; any other is not worth more probes. */
const hopeless = { after: 20, part: 0.05 };

/** The place of the least value between two places, by golden sections; roughly where the least is far from zero. */
function lowest(from: number, to: number, height: (t: number) => number): number {
  let [low, high] = [from, to];
  let [a, b] = [high - golden * (high - low), low + golden * (high - low)];
  let [atA, atB] = [height(a), height(b)];
  const least = hopeless.part * Math.max(atA, atB);
  for (let k = 0; k < shrinkings; k++) {
    if (k === hopeless.after && Math.min(atA, atB) > least) break;
    if (atA <= atB) {
      [high, b, atB] = [b, a, atA];
      a = high - golden * (high - low);
      atA = height(a);
    } else {
      [low, a, atA] = [a, b, atB];
      b = low + golden * (high - low);
      atB = height(b);
    }
  }
  return (low + high) / 2;
}

const movable = ({ assume, hidden }: Needed): boolean =>
  !hidden && !assume.some((a) => a === "one-hot" || a === "integer") && !holdsRelation(assume);

/** So far that even what grows as slowly as a logarithm passes the numbers that are written beside it. */
const farthest = 1e13;

/**
 * Pairs of points to go between: near ones, of which some pass or reach zero, far ones that reach beyond every number
 * in the two expressions, and farthest ones.
 */
function endsOf(anchors: readonly number[]): [Mood, Mood][] {
  const far = 5 * Math.max(600, ...anchors.map(Math.abs));
  return [
    [
      { scale: 1, side: "both", anchors: [] },
      { scale: 3, side: "both", anchors: [] },
    ],
    [
      { scale: 1, side: "positive", anchors: [] },
      { scale: 2, side: "negative", anchors: [] },
    ],
    [
      { scale: 1, side: "positive", anchors: [] },
      { scale: 1e-12, side: "positive", anchors: [] },
    ],
    [
      { scale: 1, side: "negative", anchors: [] },
      { scale: 1e-12, side: "negative", anchors: [] },
    ],
    [
      { scale: 1, side: "both", anchors: [] },
      { scale: far, side: "both", anchors: [] },
    ],
    [
      { scale: far, side: "positive", anchors: [] },
      { scale: far, side: "negative", anchors: [] },
    ],
    [
      { scale: 1, side: "positive", anchors: [] },
      { scale: farthest, side: "positive", anchors: [] },
    ],
    [
      { scale: 1, side: "negative", anchors: [] },
      { scale: farthest, side: "negative", anchors: [] },
    ],
  ];
}

/** At most so many of the items, from all over the list. */
function spaced<T>(items: readonly T[], most: number): T[] {
  const stride = Math.max(1, items.length / most);
  return items.filter((_, k) => Math.floor(k / stride) !== Math.floor((k - 1) / stride)).slice(0, most);
}

/** Beyond either end, what is declared positive would not be. */
const isOnTheWay = (t: number): boolean => t >= 0 && t <= 1;

/** Next to either side of every kink, and half-way to the next kink: pieces that are close to each other lie apart there. */
function places(kinks: readonly number[]): number[] {
  const sorted = [...new Set(kinks)].sort((a, b) => a - b);
  const between = sorted.slice(1).map((t, k) => (t + (sorted[k] as number)) / 2);
  const beside = sorted.flatMap((t) =>
    [-1e-3, -1e-5, -1e-7, -1e-10, 1e-10, 1e-7, 1e-5, 1e-3].map((offset) => t + offset),
  );
  return [...beside, ...between].filter(isOnTheWay);
}

/**
 * Whether a point lies on a kink, where a slope is a matter of convention and no evidence. What is zero all along the way
 * is no kink that the way passes.
 */
function isOnKink(program: Program, walk: Walk, at: Values<Tracked>): boolean {
  const here = runSteps(program, M, at);
  return program.steps.some((step, k) => {
    if (!isKink(step)) return false;
    for (let entry = 0; entry < step.rows * step.cols; entry++) {
      if (
        gapAt(here, step, entry) === 0 &&
        walk.some((results) => gapAt(results, program.steps[k] as Step, entry) !== 0)
      )
        return true;
    }
    return false;
  });
}

/** Points close to either side of every place where one of the two expressions passes from one piece to the next. */
export function kinkPoints(sides: Sides, anchors: readonly number[], seed: Seed): PointMaker[] {
  const moving = new Set(sides.needed.filter(movable).map((n) => n.name));
  const makers: PointMaker[] = [];
  const purse = { left: mostProbing };
  for (const [k, [near, far]] of endsOf(anchors).entries()) {
    const [from, to] = [
      drawPoint(float64, sides.needed, near, `${seed}|from${k}`),
      drawPoint(float64, sides.needed, far, `${seed}|to${k}`),
    ];
    const along = (t: number): Values<Tracked> => between(from, to, moving, t);
    const way = { along, purse };
    const walks = [sides.programs.truth, sides.programs.answer].map((program) => ({
      program,
      walk: walkAlong(program, along),
    }));
    const found = walks.flatMap(({ program, walk }) => {
      const passed = crossed(program, walk, way);
      const [poles, kinks] = [true, false].map((wanted) =>
        spaced(
          passed.filter(({ step }) => isPole(program.steps[step] as Step) === wanted),
          mostKinks,
        ),
      ) as [Crossing[], Crossing[]];
      return [...[...poles, ...kinks].map((kink) => locate(kink, way)), ...touches(program, walk, way)];
    });
    for (const t of places(found)) {
      const at = along(t);
      if (walks.some(({ program, walk }) => isOnKink(program, walk, at))) continue;
      makers.push(<T>(S: Scalars<T>) =>
        // The point was found in float64: there it is its own reading.
        S.name === "float64"
          ? (at as Values<unknown> as Values<T>)
          : inArithmetic(S, sides.needed, at, moving, near, `${seed}|from${k}`),
      );
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
