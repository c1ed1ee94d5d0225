import type { Moment, Times } from "./times";

/** Until so many hours after the due time a right answer is worth so many percent. */
export interface LateStep {
  readonly hours: number;
  readonly percent: number;
}

/** What the worth of an answer depends on beside its arrival. */
export interface Terms {
  readonly times: Times;
  /** In order: hours rise, percents fall. */
  readonly lateSteps: readonly LateStep[];
  /** An answer that arrives so long after a time still counts as in time. */
  readonly graceSeconds: number;
}

/** One counted answer. */
export interface Arrival {
  readonly arrivedAt: Moment;
  readonly correct: boolean;
}

const second = 1_000;
const hour = 3_600 * second;

/** True where an answer is taken at all: from opening to closing, with the grace. */
export function isTaken({ times, graceSeconds }: Terms, arrivedAt: Moment): boolean {
  return arrivedAt >= times.opensAt && arrivedAt <= times.closesAt + graceSeconds * second;
}

/**
 * What a right answer is worth by its arrival, from 0 to 1: all until the due time, then what the first step says that has not
 * passed, and nothing after the last one.
 */
export function worthAt(terms: Terms, arrivedAt: Moment): number {
  if (!isTaken(terms, arrivedAt)) return 0;
  const { times, lateSteps, graceSeconds } = terms;
  const inTime = arrivedAt - graceSeconds * second;
  if (inTime <= times.dueAt) return 1;
  const step = lateSteps.find(({ hours }) => inTime <= times.dueAt + hours * hour);
  return (step?.percent ?? 0) / 100;
}

/** The credit of all answers to one problem, from 0 to 1: that of the best one. */
export function creditOf(terms: Terms, answers: readonly Arrival[]): number {
  const right = answers.filter(({ correct }) => correct);
  return Math.max(0, ...right.map(({ arrivedAt }) => worthAt(terms, arrivedAt)));
}
