import { type Cell, mean, pointsOf, totalOf } from "../../assess";
import { type Reached, totalName } from "./cells";
import { cellAfter } from "./effect";
import type { ByMode, ModeTotals, RegradeMode } from "./views";

export const modes: readonly RegradeMode[] = ["raise", "replace", "full", "drop"];

export function byMode<T>(of: (mode: RegradeMode) => T): ByMode<T> {
  return { raise: of("raise"), replace: of("replace"), full: of("full"), drop: of("drop") };
}

type OtherCells = ReadonlyMap<string, readonly Cell[]>;
type CellOf = (reached: Reached) => Cell;

/** The total of each student in each assignment, in percent; without those of which nothing counts. */
function totalsOf(all: readonly Reached[], others: OtherCells, cellOf: CellOf): ReadonlyMap<string, number> {
  const cells = new Map<string, Cell[]>();
  for (const reached of all) {
    const name = totalName(reached);
    cells.set(name, [...(cells.get(name) ?? others.get(name) ?? []), cellOf(reached)]);
  }
  const totals = [...cells].map(([name, each]) => [name, totalOf(each)] as const);
  return new Map(totals.flatMap(([name, { points, of }]) => (of > 0 ? [[name, (100 * points) / of]] : [])));
}

const unequal = 1e-9;

/** What all totals come to now, and by each mode. */
export function compareTotals(
  all: readonly Reached[],
  others: OtherCells,
): { readonly before: number | null; readonly after: ByMode<ModeTotals> } {
  const before = totalsOf(all, others, ({ cell }) => cell);
  const after = byMode((mode): ModeTotals => {
    const totals = totalsOf(all, others, ({ cell, answers, terms }) => cellAfter(mode, cell, answers, terms));
    const gains = [...totals].flatMap(([name, total]) => total - (before.get(name) ?? total));
    return {
      up: gains.filter((gain) => gain > unequal).length,
      down: gains.filter((gain) => gain < -unequal).length,
      mean: mean([...totals.values()]),
    };
  });
  return { before: mean([...before.values()]), after };
}

/** The points that a student has for the problem now, and would have by each mode. */
export function pointsByMode({ cell, answers, terms }: Reached): {
  readonly before: number;
  readonly after: ByMode<number>;
} {
  const after = byMode((mode) => pointsOf(cellAfter(mode, cell, answers, terms)));
  return { before: pointsOf(cell), after };
}

/** True where the answers themselves change what a student has. */
export function isChanged({ before, after }: { readonly before: number; readonly after: ByMode<number> }): boolean {
  return Math.abs(after.raise - before) > unequal || Math.abs(after.replace - before) > unequal;
}
