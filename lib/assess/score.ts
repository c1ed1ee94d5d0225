/** Where a student stands with one assigned problem. */
export interface Cell {
  /** What the problem gives at most. */
  readonly points: number;
  /** From 0 to 1. */
  readonly credit: number;
  /** Full marks, whatever was answered. */
  readonly full: boolean;
  /** Taken out of the total. */
  readonly dropped: boolean;
  /** Points that a person gave instead; `null` where nobody did. */
  readonly override: number | null;
}

export interface Total {
  readonly points: number;
  /** Of so many that count. */
  readonly of: number;
}

/** The points of one problem. What a person gave comes before everything. */
export function pointsOf({ points, credit, full, override }: Cell): number {
  if (override !== null) return override;
  return full ? points : points * credit;
}

/** The points of several problems, without those that were dropped. */
export function totalOf(cells: readonly Cell[]): Total {
  const counted = cells.filter(({ dropped }) => !dropped);
  return {
    points: counted.reduce((sum, cell) => sum + pointsOf(cell), 0),
    of: counted.reduce((sum, { points }) => sum + points, 0),
  };
}
