import { type Complaint, fail, ok, type Result, random, type Seed } from "../base";
import type { Values } from "../evaluate";
import { arithmetic, float64, type Matrix, type Tracked, transpose } from "../matrix";
import { printShape } from "../shape";
import { neededBy, sizeRules } from "./ask";
import type { AnswerKey } from "./grade";
import { toGrid } from "./grid";
import { stateOf } from "./numeric";
import { drawPoint } from "./point";
import { badRecord } from "./problem";
import { drawSizes } from "./sizes";
import { moodOf } from "./source";
import type { Truth, TruthAt } from "./truth";
import type { Grid } from "./verdict";
import { wholeExponents, withWholes } from "./wholes";

/** The truth of a problem as its author may look at it: its shape and one numeric sample, in both layouts. */
export interface TruthSample {
  readonly numerator: { readonly shape: string; readonly sample: Grid };
  readonly denominator: { readonly shape: string; readonly sample: Grid };
  readonly at: Readonly<Record<string, Grid>>;
}

/** Draws points until the function and its derivative have a value, and shows what they are there. */
export function describeTruth(key: AnswerKey, seed: Seed): Result<TruthSample, Complaint> {
  const { truth } = key;
  if (!truth) return fail(badRecord("this form has no truth that can be laid out"));
  const rng = random(`${seed}|sample`);
  const wholes = wholeExponents([truth.source], truth.scope, truth.wrt);
  for (const [round, drawn] of drawSizes(sizeRules(truth.scope, key.where, [truth.source]), rng, 2).entries()) {
    const there = truth.at(withWholes(drawn, wholes, truth.scope, rng, round));
    if (!there.ok) return fail(badRecord("the derivative is too large to compute"));
    const found = samplePoint(truth, there.value, seed);
    if (found) return ok(found);
  }
  return fail(badRecord("no point was found at which the function has a value"));
}

function samplePoint(truth: Truth, there: TruthAt, seed: Seed): TruthSample | undefined {
  const M = arithmetic(float64);
  const needed = neededBy([there.program], there.extra, truth.scope);
  for (let k = 0; k < 48; k++) {
    const at = drawPoint(float64, needed, moodOf(k, []), `${seed}|sample|${k}`);
    if (!there.defined(M, at)) continue;
    const value = there.value(M, at);
    if (stateOf(float64, value) === "value") return laidOut(truth, value, at);
  }
  return undefined;
}

function laidOut(truth: Truth, value: Matrix<Tracked>, at: Values<Tracked>): TruthSample {
  const [numerator, denominator = numerator] = truth.shapes;
  const turned = truth.shapes.length === 2 ? transpose(value) : value;
  const shown = [...at].filter(([name]) => !name.startsWith("$"));
  return {
    numerator: { shape: printShape(numerator), sample: toGrid(value) },
    denominator: { shape: printShape(denominator), sample: toGrid(turned) },
    at: Object.fromEntries(shown.map(([name, A]) => [name, toGrid(A)])),
  };
}
