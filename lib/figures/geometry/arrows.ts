import type { Arrow, Point, Window } from "../figure";
import { widthOf } from "./scale";

const inside = ([x, y]: Point, window: Window): boolean =>
  x >= window.x[0] && x <= window.x[1] && y >= window.y[0] && y <= window.y[1];

/**
 * Vectors as arrows of one scale, so that their lengths compare: the longest spans a given share of the window, less where
 * a tip would leave it, but never so little that no direction is seen.
 */
export function toArrows(
  vectors: readonly (readonly [from: Point, vector: Point])[],
  window: Window,
  share = 0.24,
): Arrow[] {
  const longest = Math.max(...vectors.map(([, [u, v]]) => Math.hypot(u, v)));
  if (!(longest > 0)) return [];
  const side = Math.min(widthOf(window.x), widthOf(window.y));
  const tip = ([x, y]: Point, [u, v]: Point, scale: number): Point => [x + u * scale, y + v * scale];
  let scale = (share * side) / longest;
  const least = scale / 2.5;
  while (scale > least && !vectors.every(([from, vector]) => inside(tip(from, vector, scale), window))) scale *= 0.95;
  return vectors.map(([from, vector]) => ({ from, to: tip(from, vector, scale), vector }));
}
