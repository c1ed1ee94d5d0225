import type { ColumnView, SheetRow } from "@/lib/services";
import { plain } from "../../../_components/arranged";
import type { SheetWish } from "./sheet-wish";

const { compare } = new Intl.Collator("en", { numeric: true });

type Comparison = (one: SheetRow, other: SheetRow) => number;

/** The students whose names have every word that is looked for, in the order that is asked for; equals stay by name. */
export function arrangedRows(
  rows: readonly SheetRow[],
  columns: readonly ColumnView[],
  { find, sort, down }: Pick<SheetWish, "find" | "sort" | "down">,
): readonly SheetRow[] {
  const words = plain(find).split(/\s+/).filter(Boolean);
  const order = orderBy(columns, sort, down);
  return rows
    .filter(({ name }) => words.every((word) => plain(name).includes(word)))
    .toSorted((one, other) => order(one, other) || compare(one.name, other.name));
}

function orderBy(columns: readonly ColumnView[], sort: string, down: boolean): Comparison {
  const sign = down ? -1 : 1;
  if (sort === "section") return (one, other) => sign * compare(one.section, other.section);
  const at = columns.findIndex(({ key }) => key === sort);
  if (at < 0) return (one, other) => sign * compare(one.name, other.name);
  return (one, other) => compareNumbers(one.numbers[at] ?? null, other.numbers[at] ?? null, sign);
}

/** Who has no number comes last, whichever way it is sorted. */
function compareNumbers(one: number | null, other: number | null, sign: number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return sign * (one - other);
}

/** The mean of each column over these students, who count with nothing where they have answered nothing. */
export function meansOf(rows: readonly SheetRow[], columns: readonly ColumnView[]): readonly (number | null)[] {
  return columns.map((_, index) => {
    const numbers = rows.map((row) => row.numbers[index] ?? null);
    if (numbers.every((number) => number === null)) return null;
    const sum = numbers.reduce<number>((before, number) => before + (number ?? 0), 0);
    return Math.round((100 * sum) / numbers.length) / 100;
  });
}
