import type { Sizes, Values } from "../evaluate";
import { float64, type Tracked } from "../matrix";
import { readPoint, sizesFor } from "./forms/given";
import type { AnswerKey } from "./grade";
import type { Problem } from "./problem";
import type { TruthAt } from "./truth";
import type { Witness } from "./verdict";

/** The point of a witness once more, with the truth prepared for its sizes. */
export interface WitnessPoint {
  readonly sizes: Sizes;
  readonly at: Values<Tracked>;
  readonly truth: TruthAt;
}

/** Reads the point that a verdict was stored with. Nothing where a problem has no truth to be evaluated. */
export function witnessPoint(key: AnswerKey, { at }: Pick<Witness, "at">): WitnessPoint | undefined {
  const { truth, problem } = key;
  if (!truth) return undefined;
  // An answer may use names beside the declared ones, such as dX; the truth's own scope has them all.
  const point = readPoint({ ...key, scope: truth.scope, problem: { ...problem, at: at as Problem["at"] } });
  if (!point.ok) return undefined;
  const sizes = sizesFor(truth.source, key, point.value, truth.wrt);
  const there = sizes.ok ? truth.at(sizes.value) : undefined;
  if (!sizes.ok || !there?.ok) return undefined;
  return { sizes: sizes.value, at: point.value.values(float64), truth: there.value };
}
