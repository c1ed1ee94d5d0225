import type { Arrow, LevelCurve, Line, Point } from "../figure";
import type { Screen } from "./screen";

/** A level and where it is written on its curve, on the screen. */
export interface LevelNumber {
  readonly level: number;
  readonly at: Point;
}

/** The least distance of numbers from each other and from arrows, and of numbers from the edge. */
const apart = 24;
const edge = 15;

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Points along an arrow, so that no number lies on it. */
function alongArrow({ from, to }: Arrow, screen: Screen): Point[] {
  const [a, b] = [screen.place(from), screen.place(to)];
  return [0, 0.25, 0.5, 0.75, 1].map((share) => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]);
}

const longest = (lines: readonly Line[]): Line => lines.reduce<Line>((a, b) => (b.length > a.length ? b : a), []);

/**
 * Where the levels are written: on each curve at the point that lies farthest from all that is written and drawn already.
 * A curve on which there is no room stays without a number.
 */
export function levelNumbers(
  curves: readonly LevelCurve[],
  arrows: readonly Arrow[],
  screen: Screen,
): readonly LevelNumber[] {
  const { left, top, width, height } = screen.plot;
  const taken = arrows.flatMap((arrow) => alongArrow(arrow, screen));
  const numbers: LevelNumber[] = [];
  const inside = ([x, y]: Point): boolean =>
    x > left + edge && x < left + width - edge && y > top + edge && y < top + height - edge;
  for (const { level, lines } of curves) {
    const places = longest(lines).map(screen.place).filter(inside);
    const room = (place: Point): number => Math.min(...taken.map((other) => distance(place, other)));
    const best = places.reduce<Point | undefined>((a, b) => (a && room(a) >= room(b) ? a : b), undefined);
    if (!best || room(best) < apart) continue;
    taken.push(best);
    numbers.push({ level, at: best });
  }
  return numbers;
}
