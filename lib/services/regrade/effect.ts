import { type Arrival, type Cell, creditOf, type Terms } from "../../assess";
import type { Prisma } from "../../store";
import type { ByMode, RegradeMode } from "./views";

type GradeStatus = Prisma.GradeGetPayload<object>["status"];

/** What a regrade's row says of an answer. */
export interface Judged {
  readonly comparable: boolean;
  readonly status: GradeStatus;
  readonly correct: boolean;
  readonly wasStatus: GradeStatus;
  readonly wasCorrect: boolean;
}

/** True where the other version has come to a verdict. What it cannot decide, or has a mistake of its own in, changes nothing. */
export function isJudged({ comparable, status }: Pick<Judged, "comparable" | "status">): boolean {
  return comparable && (status === "graded" || status === "invalid");
}

/** True where the other version says something else. */
export function differs(row: Judged): boolean {
  return isJudged(row) && (row.correct !== row.wasCorrect || row.status !== row.wasStatus);
}

/** Whether an answer is right afterwards, by what is done about answers that differ. */
const rightAfter: ByMode<(row: Judged) => boolean> = {
  raise: (row) => row.wasCorrect || (isJudged(row) && row.correct),
  replace: (row) => (isJudged(row) ? row.correct : row.wasCorrect),
  full: (row) => row.wasCorrect,
  drop: (row) => row.wasCorrect,
};

/** An answer to an assigned problem, with its row. */
export interface JudgedAnswer {
  readonly arrivedAt: number;
  readonly row: Judged;
}

/** Where a student stands with an assigned problem after a regrade. */
export function cellAfter(mode: RegradeMode, cell: Cell, answers: readonly JudgedAnswer[], terms: Terms): Cell {
  if (mode === "full") return { ...cell, full: true };
  if (mode === "drop") return { ...cell, dropped: true };
  const arrivals = answers.map(({ arrivedAt, row }): Arrival => ({ arrivedAt, correct: rightAfter[mode](row) }));
  const credit = creditOf(terms, arrivals);
  return { ...cell, credit: mode === "raise" ? Math.max(cell.credit, credit) : credit };
}
