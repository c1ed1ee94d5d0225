import { random } from "../../lib/base";

/** Items in random order, so that what was done when a run is ended early is a fair sample. */
function shuffled<T>(items: readonly T[], seed: string): T[] {
  const rng = random(seed);
  return items
    .map((item) => ({ item, at: rng.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** So many of the items, in random order: of every group as many as is its part of the whole. */
export function sampled<T>(items: readonly T[], groupOf: (item: T) => string, count: number, seed: string): T[] {
  const random = shuffled(items, seed);
  const grouped = [...new Set(items.map(groupOf))].flatMap((group) => random.filter((item) => groupOf(item) === group));
  const stride = Math.max(1, items.length / count);
  const taken = grouped.filter((_, k) => Math.floor(k / stride) !== Math.floor((k - 1) / stride));
  return shuffled(taken, seed);
}
