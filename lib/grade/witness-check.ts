import { transpose } from "../matrix";
import { estimates, gapBetween } from "./differences";
import type { AnswerKey } from "./grade";
import { toGrid } from "./grid";
import type { Grid, Witness } from "./verdict";
import { witnessPoint } from "./witness-point";

/** The truth of a witness once more, by central differences. */
export interface WitnessCheck {
  /** In the layout of the witness. */
  readonly estimate: Grid;
  /** How far it is from the truth: the largest distance of two entries, as a part of the largest entry or of 1. */
  readonly gap: number;
}

/**
 * The derivative at a witness from values of the author's function alone. Nothing where no function is differentiated, or where
 * it has no value beside the point.
 */
export function checkWitness(key: AnswerKey, witness: Witness): WitnessCheck | undefined {
  const estimate = estimates[key.problem.form];
  const wrt = key.truth?.wrt;
  if (!estimate || wrt === undefined) return undefined;
  const point = witnessPoint(key, witness);
  const found = point && estimate(point.truth.program, point.at, wrt);
  if (!found) return undefined;
  const grid = toGrid(witness.layout === "denominator" ? transpose(found) : found);
  return { estimate: grid, gap: gapBetween(witness.truth.flat(), grid.flat()) };
}
