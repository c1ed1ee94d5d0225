import type { Terms } from "./credit";
import type { Moment } from "./times";

/** What a right answer is worth between two moments, in percent. */
export interface Worth {
  readonly from: Moment;
  readonly until: Moment;
  readonly percent: number;
}

const hour = 3_600_000;

/** The worth of a right answer from opening to closing, piece by piece, without the grace. */
export function worthOverTime({ times: { opensAt, dueAt, closesAt }, lateSteps }: Terms): readonly Worth[] {
  const pieces: Worth[] = [{ from: opensAt, until: dueAt, percent: 100 }];
  let from = dueAt;
  for (const { hours, percent } of [...lateSteps, { hours: Number.POSITIVE_INFINITY, percent: 0 }]) {
    const until = Math.min(dueAt + hours * hour, closesAt);
    if (until > from) pieces.push({ from, until, percent });
    from = Math.max(from, until);
  }
  return pieces;
}
