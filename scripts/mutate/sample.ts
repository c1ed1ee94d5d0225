import { random } from "../../lib/base";

/** Some of the items, from every group as many as is its part of the whole. */
export function sampled<T>(items: readonly T[], groupOf: (item: T) => string, count: number, seed: string): T[] {
  const rng = random(seed);
  const shuffled = items.map((item) => ({ item, at: rng.next() })).sort((a, b) => a.at - b.at);
  const grouped = [...new Set(items.map(groupOf))].flatMap((group) =>
    shuffled.filter(({ item }) => groupOf(item) === group),
  );
  const stride = Math.max(1, items.length / count);
  return grouped.filter((_, k) => Math.floor(k / stride) !== Math.floor((k - 1) / stride)).map(({ item }) => item);
}
