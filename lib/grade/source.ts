import type { Random } from "../base";
import type { Scalars } from "../matrix";

/** Of which kind an entry is drawn. */
export type EntryKind = "any" | "positive" | "integer" | "nonzero-integer" | "natural" | "positive-integer";

/** Where numbers of one kind of arithmetic come from. The same seed gives the same point in every real arithmetic. */
export interface Source<T> {
  readonly scalars: Scalars<T>;
  /** Draw matrices entry by entry, rather than well conditioned: in a field, or where entries are to have one sign. */
  readonly plain: boolean;
  entry(kind: EntryKind): T;
  /** Away from zero, of moderate size, either sign: a pivot that keeps a matrix well conditioned. */
  pivot(positive: boolean): T;
  /** A small number, for rotations. */
  angle(): T;
  /** A whole number from 0 to n − 1. */
  choice(n: number): number;
}

/** How large the entries of a point are, and on which side of zero. */
export interface Mood {
  readonly scale: number;
  readonly side: "both" | "positive" | "negative";
  /** Numbers that stand in the two expressions: some entries are drawn next to them. */
  readonly anchors: readonly number[];
}

/** The moods in turn: moderate ones first, then one-sided, small and large ones. */
const cycle: readonly Omit<Mood, "anchors">[] = [
  { scale: 1, side: "both" },
  { scale: 1, side: "positive" },
  { scale: 1, side: "both" },
  { scale: 0.05, side: "both" },
  { scale: 8, side: "both" },
  { scale: 1, side: "negative" },
  { scale: 0.3, side: "positive" },
  { scale: 100, side: "positive" },
  { scale: 0.001, side: "both" },
  { scale: 30, side: "both" },
  { scale: 1000, side: "positive" },
  { scale: 3, side: "positive" },
];

/** The mood of attempt k; every third one is anchored where there are anchors. */
export function moodOf(attempt: number, anchors: readonly number[]): Mood {
  const base = cycle[attempt % cycle.length] as Omit<Mood, "anchors">;
  return { ...base, anchors: attempt % 3 === 2 ? anchors : [] };
}

function sided(value: number, mood: Mood): number {
  if (mood.side === "positive") return Math.abs(value);
  return mood.side === "negative" ? -Math.abs(value) : value;
}

/** Real numbers; all of them are plain float64, so that higher precision can take over the same point. */
export function realSource<T>(S: Scalars<T>, rng: Random, mood: Mood): Source<T> {
  const magnitude = (): number => (0.2 + 1.6 * rng.next()) * mood.scale;
  const signed = (): number => sided(rng.next() < 0.5 ? -magnitude() : magnitude(), mood);
  const anchored = (): number | undefined => {
    if (mood.anchors.length === 0 || rng.next() < 0.4) return undefined;
    const offset = rng.pick([1e-6, 1e-3, 0.1]) * (rng.next() < 0.5 ? -1 : 1) * (0.5 + rng.next());
    const anchor = rng.pick(mood.anchors);
    return anchor + offset * Math.max(1, Math.abs(anchor));
  };
  const reach = mood.scale > 5 ? 60 : 5;
  /** Half of them small: on whole numbers an answer may differ at a single one. */
  const whole = (low: number, high: number): number =>
    rng.next() < 0.5 ? rng.int(Math.max(low, -2), Math.min(high, 2)) : rng.int(low, high);
  /** At a number that stands in the expressions, or one off. */
  const anchoredWhole = (): number | undefined => {
    if (mood.anchors.length === 0 || rng.next() < 0.25) return undefined;
    return Math.round(rng.pick(mood.anchors)) + rng.pick([0, 0, -1, 1]);
  };
  const draw: { readonly [K in EntryKind]: () => number } = {
    any: () => anchored() ?? signed(),
    positive: () => Math.abs(anchored() ?? magnitude()),
    integer: () => anchoredWhole() ?? sided(whole(-reach, reach + 1), mood),
    "nonzero-integer": () => anchoredWhole() || sided(whole(1, reach + 1) * (rng.next() < 0.5 ? -1 : 1), mood),
    natural: () => Math.abs(anchoredWhole() ?? whole(0, reach + 1)),
    "positive-integer": () => Math.abs(anchoredWhole() || whole(1, reach + 2)),
  };
  return {
    scalars: S,
    plain: mood.side !== "both" || mood.anchors.length > 0,
    entry: (kind) => S.number(draw[kind]()),
    pivot: (positive) => {
      const value = (0.5 + 1.5 * rng.next()) * (mood.scale === 1 ? 1 : Math.max(0.01, Math.min(mood.scale, 50)));
      return S.number(positive || rng.next() < 0.5 ? value : -value);
    },
    angle: () => S.number((rng.next() - 0.5) * 1.6),
    choice: (n) => rng.int(0, n - 1),
  };
}

/** Elements of a prime field, all equally likely; only whole numbers of small size keep their meaning. */
export function fieldSource(S: Scalars<number>, prime: number, rng: Random): Source<number> {
  const uniform = (): number => 1 + Math.floor(rng.next() * (prime - 1));
  return {
    scalars: S,
    plain: true,
    entry: uniform,
    pivot: uniform,
    angle: uniform,
    choice: (n) => rng.int(0, n - 1),
  };
}
