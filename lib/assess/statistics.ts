import { groupBy } from "../base";

/** Statistics of what a class has done with a problem. Where there is nothing to compute from, they are `null`. */

export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return mean(sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1));
}

/** Pearson's correlation of two lists of equal length; `null` where one of them does not vary. */
export function correlation(xs: readonly number[], ys: readonly number[]): number | null {
  const [x, y] = [mean(xs), mean(ys)];
  if (x === null || y === null) return null;
  const products = (as: readonly number[], a: number, bs: readonly number[], b: number) =>
    as.reduce((sum, each, at) => sum + (each - a) * ((bs[at] ?? b) - b), 0);
  const spread = Math.sqrt(products(xs, x, xs, x) * products(ys, y, ys, y));
  return spread < 1e-12 ? null : products(xs, x, ys, y) / spread;
}

/** What a student has reached in one problem, from 0 to 1, and on average in the others of theirs. */
export interface ItemScore {
  readonly item: number;
  readonly rest: number;
}

/** With fewer students a correlation says more about chance than about the problem. */
export const fewestForDiscrimination = 10;

/**
 * How well a problem tells strong students from weak ones: the corrected item-total correlation, that of its score with the score of
 * all the others without it (Lord and Novick, Statistical Theories of Mental Test Scores, 1968, section 15.3). From -1 to 1.
 */
export function discrimination(scores: readonly ItemScore[]): number | null {
  if (scores.length < fewestForDiscrimination) return null;
  return correlation(
    scores.map(({ item }) => item),
    scores.map(({ rest }) => rest),
  );
}

/** A student's work on one problem. */
export interface Work {
  readonly personId: string;
  readonly problemId: string;
  /** Counted answers; who has none has not tried. */
  readonly attempts: number;
  /** The place of the first right one. */
  readonly firstRight: number | null;
  /** From opening the problem to the first right answer; `null` where one of the two is missing. */
  readonly seconds: number | null;
}

export interface ItemStatistics {
  readonly problemId: string;
  /** Students who have answered. */
  readonly students: number;
  /** The part of them that was right at the first answer, and in the end; what is late counts in full. */
  readonly first: number | null;
  readonly end: number | null;
  readonly discrimination: number | null;
  /** Answers a student, on average. */
  readonly attempts: number | null;
  /** The median of those who got there. */
  readonly seconds: number | null;
}

const atFirst = ({ firstRight }: Work): number => (firstRight === 1 ? 1 : 0);

/** The statistics of each problem of a class, in the order in which they first occur. */
export function itemStatistics(all: readonly Work[]): readonly ItemStatistics[] {
  const tried = all.filter(({ attempts }) => attempts > 0);
  const byPerson = groupBy(tried, ({ personId }) => personId);
  const rest = (work: Work): number | null =>
    mean((byPerson.get(work.personId) ?? []).filter((other) => other !== work).map(atFirst));
  return [...groupBy(tried, ({ problemId }) => problemId)].map(([problemId, works]) => ({
    problemId,
    students: new Set(works.map(({ personId }) => personId)).size,
    first: mean(works.map(atFirst)),
    end: mean(works.map(({ firstRight }) => (firstRight === null ? 0 : 1))),
    discrimination: discrimination(
      works.flatMap((work) => {
        const others = rest(work);
        return others === null ? [] : { item: atFirst(work), rest: others };
      }),
    ),
    attempts: mean(works.map(({ attempts }) => attempts)),
    seconds: median(works.flatMap(({ seconds }) => seconds ?? [])),
  }));
}
