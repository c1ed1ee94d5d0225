import type { Range } from "../figure";

/** The nearest step of 1, 2, 2.5 or 5 times a power of ten that is not less. */
export function niceStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  const factor = [1, 2, 2.5, 5, 10].find((f) => f * power >= atLeast * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Whole multiples of a step within a range, free of rounding dust. */
export function multiples(step: number, [from, to]: Range): number[] {
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => Number(((first + k) * step).toPrecision(12)));
}

/** Round numbers along an axis, about so many. */
export function ticks(range: Range, about = 5): readonly number[] {
  return multiples(niceStep((range[1] - range[0]) / about), range);
}

/** The value below which a share of the sorted numbers lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(share * (sorted.length - 1))))] ?? 0;
}

export const widthOf = ([from, to]: Range): number => to - from;

/** A range made wider by a share of itself on both sides. */
export function widened([from, to]: Range, share: number): Range {
  const more = (to - from) * share || 1;
  return [from - more, to + more];
}
