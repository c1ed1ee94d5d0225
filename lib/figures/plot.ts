import { type Complaint, fail, ok, type Result } from "../base";
import type { DimensionName } from "../expr";
import { misfit } from "./complaints";
import type { Arrow, Label, LevelCurves, Point, Range, TangentLine, Window } from "./figure";
import { type PlottedFormula, readPlottedFormula, type Varied } from "./formula";
import { toArrows } from "./geometry/arrows";
import { contour, sampleGrid } from "./geometry/contour";
import { chooseLevels, sharedLevels, sortedValues } from "./geometry/levels";
import { plotOf } from "./kinds/one-variable";
import { tangentOf } from "./kinds/tangent-line";
import { nameParts } from "./label";
import { shortNumber } from "./words";

/** A function as somebody typed it, with the shapes of all its variables, and a point to look at it around. */
export interface PlotRequest {
  readonly function: string;
  readonly variables: Readonly<Record<string, { readonly shape: readonly DimensionName[] }>>;
  /** The entries of each variable. */
  readonly at: Readonly<Record<string, readonly number[]>>;
}

const gridPoints = 49;
/** For a valley so narrow that its curves would be ragged. */
const finePoints = 113;
/** Scalar operations that one plot may spend. */
const mostWork = 3_000_000;

/**
 * Draws a function of one number with its tangent, or of two numbers by level curves with gradient arrows. Two numbers are two
 * variables, or the entries of one vector. Nothing where the variables are others than those.
 */
export function plotFunction(request: PlotRequest): Result<TangentLine | LevelCurves, Complaint> | undefined {
  const read = readPlot(request);
  if (!read?.ok) return read;
  const { formula, at, axes } = read.value;
  const [x = 0, y] = at;
  return y === undefined
    ? tangent(formula, x, axes[0] as Label)
    : levelCurves(formula, [x, y], axes as unknown as readonly [Label, Label]);
}

/** A request that can be drawn: the function, the point as one list, and what its entries are called. */
export interface ReadPlot {
  readonly formula: PlottedFormula;
  readonly at: readonly number[];
  readonly axes: readonly Label[];
}

export function readPlot(request: PlotRequest): Result<ReadPlot, Complaint> | undefined {
  const varied = variedOf(request.variables);
  if (!varied) return undefined;
  const formula = readPlottedFormula("function", request.function, varied);
  if (!formula.ok) return formula;
  if (formula.value.work * finePoints ** 2 > mostWork) return fail(misfit("function", "this is too large to be drawn"));
  const at = varied.flatMap(({ name }) => request.at[name] ?? []);
  const axes = varied.flatMap(axesOf);
  if (at.length !== axes.length || !at.every(Number.isFinite)) return fail(misfit("at", "the point is not known"));
  return ok({ formula: formula.value, at, axes });
}

/** One or two numbers in all; a size that is a letter is no number. */
function variedOf(variables: PlotRequest["variables"]): readonly Varied[] | undefined {
  const varied = Object.entries(variables).map(([name, { shape }]) => ({ name, length: shape[0] ?? 1, shape }));
  const isOfNumbers = varied.every(({ shape }) => shape.length === 0 || (shape.length === 1 && shape[0] === 2));
  const count = varied.reduce((sum, { length }) => sum + Number(length), 0);
  if (!isOfNumbers || count < 1 || count > 2) return undefined;
  return varied.map(({ name, length }) => ({ name, length: Number(length) }));
}

function axesOf({ name, length }: Varied): Label[] {
  if (length === 1) return [nameParts(name)];
  return Array.from({ length }, (_, k) => [
    ...nameParts(name),
    { text: String(k + 1), slanted: false, script: "sub" as const },
  ]);
}

/** As far as is looked to either side: two units, and more where the point is far away. */
export const reachOf = (at: readonly number[]): number => Math.max(2, ...at.map((value) => Math.abs(value) / 2));

const around = (value: number, reach: number): Range => [value - reach, value + reach];

function tangent(formula: PlottedFormula, at: number, axis: Label): Result<TangentLine, Complaint> {
  const plot = plotOf(formula, { x: around(at, reachOf([at]) * 1.25), at });
  if (!plot.ok) return plot;
  const figure = tangentOf(plot.value, "The slope of the tangent is the derivative.");
  return figure.ok ? ok({ ...figure.value, axis }) : figure;
}

function levelCurves(
  formula: PlottedFormula,
  at: Point,
  axes: readonly [Label, Label],
): Result<LevelCurves, Complaint> {
  const reach = reachOf(at);
  const window = { x: around(at[0], reach), y: around(at[1], reach) };
  const sampled = (points: number) => sampleGrid((x, y) => formula.value([x, y]), window, points);
  const grid = sampled(gridPoints);
  if (sortedValues(grid).length === 0) return fail(misfit("function", "it has no value anywhere around the point"));
  const here = formula.value(at);
  if (!Number.isFinite(here)) return fail(misfit("at", "the function has no value there"));
  const shared = sharedLevels(grid, here);
  const levels = shared ?? chooseLevels(grid, [here], 9);
  const drawn = shared ? sampled(finePoints) : grid;
  const curves = levels
    .map((level) => ({ level, lines: contour(drawn, level) }))
    .filter(({ lines }) => lines.length > 0);
  const vectors = arrowPlaces(at, reach)
    .map((place) => [place, formula.gradient(place) as Point] as const)
    .filter(([, vector]) => vector.every(Number.isFinite));
  const arrows = shared ? directions(vectors, window) : toArrows(vectors, window);
  const title = `The level curve through the point, where the function is ${shortNumber(here)}, and others; gradients stand at right angles to them and point uphill${shared ? ", drawn in one length" : ""}.`;
  return ok({
    kind: "level-curves",
    title,
    label: formula.label,
    axes,
    window,
    curves,
    arrows,
  });
}

/** Arrows of one length, where the longest would leave nothing of the others; each keeps the vector that it stands for. */
function directions(vectors: readonly (readonly [Point, Point])[], window: Window): readonly Arrow[] {
  const long = vectors.filter(([, [u, v]]) => Math.hypot(u, v) > 0);
  const units = long.map(([from, [u, v]]) => [from, [u / Math.hypot(u, v), v / Math.hypot(u, v)]] as const);
  return toArrows(units, window, 0.16).map((arrow, k) => ({ ...arrow, vector: long[k]?.[1] ?? arrow.vector }));
}

/** The point, and four around it. */
function arrowPlaces([x, y]: Point, reach: number): readonly Point[] {
  const d = reach * 0.58;
  return [
    [x, y],
    [x - d, y - d],
    [x + d, y - d],
    [x - d, y + d],
    [x + d, y + d],
  ];
}
