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
  /** Which entries differ; absent where the two have different shapes or are single numbers. */
  readonly apart?: ShownApart;
  /** The truth once more, from values of the function alone. */
  readonly check?: ShownGrid;
}

/** The entries of the answer, each one that differs marked. */
export interface ShownApart {
  readonly words: string;
  readonly places: readonly (readonly boolean[])[];
}

export type ShownGrid = readonly (readonly ShownEntry[])[];

export interface ShownEntry {
  readonly text: string;
  readonly differs: boolean;
}

type Verdict = AttemptView["verdict"];
type Witness = NonNullable<Verdict["witness"]>;

export function showWitness(
  { at, answer, truth, layout, check }: Witness,
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
    ...(check && check.gap <= mostGap && { check: tidied(check.estimate) }),
  };
}

/** Differences that are farther off are no estimate: the function has a corner there. */
const mostGap = 1e-4;
/** What is left of a zero by rounding, as a part of the largest entry or of 1. */
const dust = 1e-6;

/** An estimate as numbers that can be read beside the truth. */
function tidied(estimate: GridView): ShownGrid {
  const scale = estimate.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  const rows = estimate.map((row) => row.map((value) => (Math.abs(value) < dust * scale ? 0 : value)));
  return showGrid(rows, null);
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

function entriesApart(answer: GridView, truth: GridView): ShownApart | undefined {
  const places = showGrid(answer, truth).map((row) => row.map(({ differs }) => differs));
  const entries = places.flat();
  if (!sameShape(answer, truth) || entries.length === 1) return undefined;
  const count = entries.filter(Boolean).length;
  if (count === entries.length) return { words: "Every entry differs.", places };
  return { words: `${count} of ${entries.length} entries ${count === 1 ? "differs" : "differ"}.`, places };
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
