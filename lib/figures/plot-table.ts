import { plainLabel } from "./label";
import { type PlotRequest, type ReadPlot, reachOf, readPlot } from "./plot";
import { shortNumber } from "./words";

/** The twin of a plot: places around the point, the function there and its derivatives. */
export interface PlotTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Places to either side of the point, by how many numbers are varied. */
const sides = [4, 2];

/** What `plotFunction` draws, as a table; nothing where it draws nothing. */
export function tabulateFunction(request: PlotRequest): PlotTable | undefined {
  const read = readPlot(request);
  if (!read?.ok) return undefined;
  const { formula, axes } = read.value;
  const names = axes.map((axis) => plainLabel(axis).replace("_", ""));
  const d = names.length === 1 ? "d" : "∂";
  return {
    heads: [...names, "f", ...names.map((name) => `${d}f/${d}${name}`)],
    rows: placesOf(read.value).map((place) => {
      const value = formula.value(place);
      // Beside its domain a rule may still give a number.
      const gradient = formula.gradient(place).map((slope) => (Number.isFinite(value) ? slope : value));
      return [...place, value, ...gradient].map(inWords);
    }),
  };
}

const inWords = (value: number): string => (Number.isFinite(value) ? shortNumber(value) : "no value");

/** A line of places, or a square of them, with the point in its middle. */
function placesOf({ at }: ReadPlot): readonly (readonly number[])[] {
  const most = sides[at.length - 1] ?? 0;
  const steps = Array.from({ length: 2 * most + 1 }, (_, k) => ((k - most) / most) * reachOf(at));
  return at.reduce<readonly (readonly number[])[]>(
    (places, centre) => places.flatMap((place) => steps.map((step) => [...place, centre + step])),
    [[]],
  );
}
