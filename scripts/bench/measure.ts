/** Times of one kind of work, in milliseconds. */
export interface Times {
  readonly count: number;
  readonly median: number;
  readonly p99: number;
  readonly perSecond: number;
}

const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;

const middle = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );

/** Does each piece of work several times after warming up, and takes the median of each. */
export function measure(work: readonly (() => unknown)[], rounds: number, warmUp = 40): Times {
  const times = work.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round++) {
    for (const [k, piece] of work.entries()) {
      const from = performance.now();
      piece();
      if (round >= 0) times[k]?.push(performance.now() - from);
    }
  }
  const medians = times.map(middle).sort((a, b) => a - b);
  const total = medians.reduce((a, b) => a + b, 0);
  return {
    count: work.length,
    median: quantile(medians, 0.5),
    p99: quantile(medians, 0.99),
    perSecond: (1000 * work.length) / total,
  };
}
