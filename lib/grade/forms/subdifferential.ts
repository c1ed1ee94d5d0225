import { type Complaint, fail, ok, type Result, random } from "../../base";
import { lower, type Program, run, type Values } from "../../evaluate";
import { type Double, doubleDouble, type Matrix } from "../../matrix";
import { isRow, isScalar, isVector, printShape } from "../../shape";
import { stateOf } from "../numeric";
import { badRecord, type Declared, readFunction, readWrt, shapeOf } from "../problem";
import { readPoint, sizesFor } from "./given";
import { precise } from "./numbers";
import { coordinate, slopesAlong } from "./one-sided";

/** From the lower to the upper end; a number has both ends alike. */
export type Interval = readonly [low: number, high: number];

const S = doubleDouble;
/** How far rounding can carry a one-sided slope, as a part of the largest. */
const rounding = 1e-9;
const directions = 24;

interface Place {
  readonly program: Program;
  readonly at: Values<Double>;
  readonly wrt: string;
  readonly n: number;
}

const slopeAlong = ({ program, at, wrt }: Place, direction: readonly number[]): number | undefined =>
  slopesAlong(program, at, wrt, direction)?.[0];

/** The box around the subdifferential: its extent along every coordinate. */
function extents(place: Place): Interval[] | undefined {
  const box: Interval[] = [];
  for (let k = 0; k < place.n; k++) {
    const high = slopeAlong(place, coordinate(place.n, k, 1));
    const low = slopeAlong(place, coordinate(place.n, k, -1));
    if (high === undefined || low === undefined) return undefined;
    box.push([0 - low, high]);
  }
  return box;
}

const scaleOf = (box: readonly Interval[]): number => Math.max(1, ...box.flat().map(Math.abs));

/** A subdifferential is the box around it exactly where the support functions agree in every direction. */
function fillsBox(place: Place, box: readonly Interval[]): boolean {
  if (place.n === 1) return true;
  const rng = random("set|directions");
  const slack = rounding * scaleOf(box) * place.n;
  return Array.from({ length: directions * place.n }, (_, k) => k).every((k) => {
    const direction = box.map(() => (k % 2 === 0 ? rng.int(-1, 1) : rng.normal()));
    const support = box.reduce((sum, [low, high], i) => {
      const d = direction[i] as number;
      return sum + Math.max(low * d, high * d);
    }, 0);
    const slope = slopeAlong(place, direction);
    return slope !== undefined && Math.abs(slope - support) <= slack * (1 + Math.hypot(...direction));
  });
}

function valueAt({ program, at, wrt }: Place, x: Matrix<Double>): number | undefined {
  const value = run(program, precise, new Map(at).set(wrt, x));
  return stateOf(S, value) === "value" ? S.toNumber(value.data[0] as Double) : undefined;
}

/** Whether the function lies above its tangent planes at the point, as a convex one does everywhere. */
function looksConvex(place: Place, box: readonly Interval[]): boolean {
  const rng = random("set|convex");
  const x = place.at.get(place.wrt) as Matrix<Double>;
  const here = valueAt(place, x) ?? Number.NaN;
  return Array.from({ length: directions }, (_, k) => 10 ** ((k % 4) - 2)).every((reach) => {
    const move = box.map(() => reach * rng.normal());
    const there = valueAt(place, { ...x, data: x.data.map((a, i) => S.add(a, S.number(move[i] as number))) });
    if (there === undefined) return true;
    const rise = box.reduce((sum, [low, high], i) => sum + ((low + high) / 2) * (move[i] as number), 0);
    return there - here - rise >= -1e-9 * (1 + Math.abs(there) + Math.abs(here) + Math.abs(rise));
  });
}

function boxAt(place: Place): Result<readonly Interval[], Complaint> {
  const x = place.at.get(place.wrt) as Matrix<Double>;
  if (valueAt(place, x) === undefined) return fail(badRecord("the function has no value at that point"));
  const box = extents(place);
  if (!box) return fail(badRecord("the function has no value next to that point"));
  const slack = rounding * scaleOf(box);
  if (box.some(([low, high]) => low > high + slack) || !looksConvex(place, box))
    return fail(badRecord("the function is not convex"));
  if (!fillsBox(place, box)) return fail(badRecord("the subdifferential at that point is not a product of intervals"));
  return ok(box);
}

/**
 * The subdifferential of a convex scalar function of a scalar or vector at the given point, as one interval for each
 * entry: from minus the one-sided slope backwards to the one-sided slope forwards.
 */
export function subdifferential(declared: Declared): Result<readonly Interval[], Complaint> {
  const wrt = readWrt(declared);
  if (!wrt.ok) return wrt;
  const source = readFunction(declared);
  if (!source.ok) return source;
  const x = shapeOf(declared.scope, wrt.value);
  if (!isScalar(source.value))
    return fail(badRecord(`a subdifferential is of a scalar function, not of ${printShape(source.value)}`));
  if (!isVector(x) && !isRow(x)) return fail(badRecord(`a subdifferential is by a vector, not by ${printShape(x)}`));
  const point = readPoint(declared);
  if (!point.ok) return point;
  const sizes = sizesFor(source.value, declared, point.value, wrt.value);
  if (!sizes.ok) return sizes;
  const program = lower(source.value, sizes.value, declared.scope);
  if (!program.ok) return fail(badRecord("the function is too large to compute"));
  const at = point.value.values(S);
  const n = (at.get(wrt.value) as Matrix<Double>).data.length;
  return boxAt({ program: program.value, at, wrt: wrt.value, n });
}
