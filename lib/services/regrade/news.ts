import { type Cell, pointsOf } from "../../assess";
import type { RegradeMode } from "./views";

/** What a student is told of a regrade. */

interface Named {
  readonly problem: string;
  /** `null` in practice. */
  readonly assignment: string | null;
}

interface Change extends Named {
  readonly before: Cell;
  readonly after: Cell;
  /** False while the student may not know what their answers came to. */
  readonly told: boolean;
}

/** "2", "0.5", "1.33". */
export function pointsInWords(points: number): string {
  return String(Number(points.toFixed(2)));
}

function about({ problem, assignment }: Named): string {
  return assignment === null ? `“${problem}”` : `“${problem}” in ${assignment}`;
}

function fromTo({ before, after }: Change): string {
  const [from, to] = [before, after].map((cell) => pointsInWords(pointsOf(cell)));
  return `Your points for it went from ${from} to ${to}, of ${pointsInWords(after.points)}.`;
}

const why: { readonly [M in RegradeMode]: string } = {
  raise: "the problem was corrected, and your answers were graded again",
  replace: "the problem was corrected, and your answers were graded again",
  full: "everybody who has got this problem gets full marks for it",
  drop: "this problem does not count any more",
};

/** True where a student's standing is another one afterwards. */
export function isNews({ before, after }: Pick<Change, "before" | "after">): boolean {
  return before.dropped !== after.dropped || pointsOf(before) !== pointsOf(after);
}

/** An assigned problem was regraded. */
export function regradedText(mode: RegradeMode, change: Change): string {
  const begin = `${about(change)}: ${why[mode]}.`;
  if (!change.told) return begin;
  if (mode !== "drop") return `${begin} ${fromTo(change)}`;
  return `${begin} It had given you ${pointsInWords(pointsOf(change.before))} of ${pointsInWords(change.before.points)} points.`;
}

/** A regrade of an assigned problem was taken back. */
export function undoneText(change: Change): string {
  const begin = `${about(change)}: the last correction was taken back.`;
  return change.told ? `${begin} ${fromTo(change)}` : begin;
}

/** Answers in practice were regraded. */
export function practiceText(problem: string, isRight: boolean): string {
  const now = isRight ? "It now counts as solved." : "Some of your answers count otherwise now.";
  return `${about({ problem, assignment: null })}: the problem was corrected, and your answers were graded again. ${now}`;
}
