import { totalOf } from "../../assess";
import type { Level } from "./level";
import type { PointsView } from "./views";

/** What the points of an assigned problem follow from. */
export interface ScoredRow {
  readonly points: number;
  readonly credit: number;
  readonly full: boolean;
  readonly dropped: boolean;
  readonly override: number | null;
}

/** The points of assigned problems, as far as their student may know them. */
export function scoreOf(rows: readonly ScoredRow[], level: Level): PointsView {
  const { points, of } = totalOf(rows);
  return { points: level === "receipt" ? null : points, of };
}
