import { type Random, random, type Seed } from "../base";
import type { Values } from "../evaluate";
import { float64, type Matrix, type PrimeField, type Scalars, type Tracked } from "../matrix";
import type { Assumption } from "../shape";
import { drawValue } from "./draw";
import type { Needed } from "./question";
import { fieldSource, type Mood, realSource } from "./source";

/** Sets that hold a relation between entries exactly: they are drawn in the arithmetic that is used. */
const related: ReadonlySet<Assumption> = new Set(["orthogonal", "unit", "simplex"]);

/** Whether values under these assumptions hold a relation between their entries. */
export function holdsRelation(assume: readonly Assumption[]): boolean {
  return assume.some((a) => related.has(a));
}

const hiddenMood: Mood = { scale: 0.5, side: "both", anchors: [] };

/** Draws a value for everything that is needed: the same seed gives the same point in float64 and above. */
export function drawPoint<T>(S: Scalars<T>, needed: readonly Needed[], mood: Mood, seed: Seed): Values<T> {
  const rng = random(seed);
  return new Map(needed.map((n) => [n.name, realValue(S, n, n.hidden ? hiddenMood : mood, rng)]));
}

function realValue<T>(S: Scalars<T>, { rows, cols, assume }: Needed, mood: Mood, rng: Random): Matrix<T> {
  if (holdsRelation(assume)) return drawValue(realSource(S, rng, mood), rows, cols, assume);
  const drawn: Matrix<Tracked> = drawValue(realSource(float64, rng, mood), rows, cols, assume);
  return { rows, cols, data: drawn.data.map((a) => S.number(a.v)) };
}

/** Draws a value for everything that is needed from a prime field. */
export function drawFieldPoint(field: PrimeField, needed: readonly Needed[], rng: Random): Values<number> {
  const source = fieldSource(field, field.prime, rng);
  return new Map(needed.map((n) => [n.name, drawValue(source, n.rows, n.cols, n.assume)]));
}
