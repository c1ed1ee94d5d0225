import { type Random, random, type Seed } from "../base";
import type { Values } from "../evaluate";
import { float64, type Matrix, type PrimeField, type Scalars, type Tracked } from "../matrix";
import { drawValue } from "./draw";
import type { Needed } from "./question";
import { fieldSource, type Mood, realSource } from "./source";

/** Sets that hold a relation between entries exactly: they are drawn in the arithmetic that is used. */
const related = new Set(["orthogonal", "unit", "simplex"]);

const hiddenMood: Mood = { scale: 0.5, side: "both", anchors: [] };

/** Draws a value for everything that is needed: the same seed gives the same point in float64 and above. */
export function drawPoint<T>(S: Scalars<T>, needed: readonly Needed[], mood: Mood, seed: Seed): Values<T> {
  const rng = random(seed);
  return new Map(needed.map((n) => [n.name, realValue(S, n, n.hidden ? hiddenMood : mood, rng)]));
}

function realValue<T>(S: Scalars<T>, { rows, cols, assume }: Needed, mood: Mood, rng: Random): Matrix<T> {
  if (assume.some((a) => related.has(a))) return drawValue(realSource(S, rng, mood), rows, cols, assume);
  const drawn: Matrix<Tracked> = drawValue(realSource(float64, rng, mood), rows, cols, assume);
  return { rows, cols, data: drawn.data.map((a) => S.number(a.v)) };
}

/** Draws a value for everything that is needed from a prime field. */
export function drawFieldPoint(field: PrimeField, needed: readonly Needed[], rng: Random): Values<number> {
  const source = fieldSource(field, field.prime, rng);
  return new Map(needed.map((n) => [n.name, drawValue(source, n.rows, n.cols, n.assume)]));
}
