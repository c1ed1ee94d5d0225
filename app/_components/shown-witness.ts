import { hasLayouts } from "@/lib/feedback";
import type { AttemptView, GridView } from "@/lib/services";
import type { Declarations } from "@/lib/shape";
import { matrixToTex, renderMath } from "@/lib/tex";
import { nameToTex } from "./name-to-tex";

/** A point at which the answer and the truth differ. */
export interface ShownWitness {
  /** Values of the names, as HTML of formulas. */
  readonly at: readonly string[];
  /** Absent where the answer has no value there. */
  readonly answer?: ShownGrid;
  readonly truth: ShownGrid;
  /** What the truth is, in words. */
  readonly truthIs: string;
  /** How many entries differ, in words; absent where the two have different shapes or are single numbers. */
  readonly apart?: string;
}

export type ShownGrid = readonly (readonly ShownEntry[])[];

export interface ShownEntry {
  readonly text: string;
  readonly differs: boolean;
}

type Verdict = AttemptView["verdict"];
type Witness = NonNullable<Verdict["witness"]>;

export function showWitness(
  { at, answer, truth, layout }: Witness,
  form: Verdict["form"],
  names: Declarations,
): ShownWitness {
  const apart = answer && entriesApart(answer, truth);
  return {
    at: showPoint(at, names),
    ...(answer && { answer: showGrid(answer, truth) }),
    truth: showGrid(truth, answer),
    truthIs: hasLayouts(form) ? `The derivative is (${layout} layout)` : (truthWords[form] ?? "The truth is"),
    ...(apart && { apart }),
  };
}

const truthWords: Partial<Record<Verdict["form"], string>> = {
  hessian: "The Hessian is",
  differential: "The differential is",
  index: "The entry is",
};

/** Values for names, one formula each: x = [1; 2]. */
export function showPoint(at: Readonly<Record<string, GridView>>, declarations: Declarations): readonly string[] {
  return Object.entries(at).map(([name, grid]) =>
    renderMath(`${nameToTex(name, declarations)} = ${matrixToTex(grid)}`),
  );
}

const fewDigits = 4;
const moreDigits = 9;

/** Entries with those marked that differ from another grid's of the same shape. Two that differ never look the same. */
export function showGrid(grid: GridView, other: GridView | null): ShownGrid {
  const comparable = other !== null && sameShape(grid, other);
  return grid.map((row, i) =>
    row.map((value, j) => {
      const beside = comparable ? other[i]?.[j] : undefined;
      const differs = beside !== undefined && !near(value, beside);
      const hidden = differs && numberText(value, fewDigits) === numberText(beside, fewDigits);
      return { text: numberText(value, hidden ? moreDigits : fewDigits), differs };
    }),
  );
}

function entriesApart(answer: GridView, truth: GridView): string | undefined {
  const entries = showGrid(answer, truth).flat();
  if (!sameShape(answer, truth) || entries.length === 1) return undefined;
  const count = entries.filter(({ differs }) => differs).length;
  if (count === entries.length) return "Every entry differs.";
  return `${count} of ${entries.length} entries ${count === 1 ? "differs" : "differ"}.`;
}

function sameShape(a: GridView, b: GridView): boolean {
  return a.length === b.length && a.every((row, i) => row.length === b[i]?.length);
}

function near(a: number, b: number): boolean {
  return a === b || (Number.isFinite(a - b) && Math.abs(a - b) <= 1e-9 * (Math.abs(a) + Math.abs(b)));
}

function numberText(value: number, digits: number): string {
  if (Number.isNaN(value)) return "?";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  return String(Number(value.toPrecision(digits))).replace(/-/g, "−");
}
