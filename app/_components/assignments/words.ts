import type { Level, Phase, PointsView, WorkState } from "@/lib/services";

/** Where an assignment stands, as people say it. */
export const phaseWords: { readonly [P in Phase]: string } = {
  before: "Not open yet",
  open: "Open",
  late: "Late answers",
  closed: "Closed",
};

/** How much of a verdict is shown. */
export const levelWords: { readonly [L in Level]: string } = {
  all: "All of it, with reasons",
  verdict: "Right or wrong, no reasons",
  receipt: "Only that it has arrived",
};

export const stateWords: { readonly [S in WorkState]: string } = {
  new: "Not answered",
  answered: "Answered",
  wrong: "Not right",
  right: "Right",
};

/** "2", "1.5", "0.67". */
export function pointsInWords(points: number): string {
  return String(Math.round(points * 100) / 100);
}

/** "3 of 4 points", or what can be said while they are held back. */
export function scoreInWords({ points, of }: PointsView): string {
  const most = `${pointsInWords(of)} ${of === 1 ? "point" : "points"}`;
  return points === null ? `${most}, not shown yet` : `${pointsInWords(points)} of ${most}`;
}

const minute = 60_000;
const units = [
  { unit: "day", length: 24 * 60 * minute },
  { unit: "hour", length: 60 * minute },
  { unit: "minute", length: minute },
] as const;

/** "3 days", "5 hours", "12 minutes": how long it is until a moment, in the largest unit that fits twice. */
export function timeLeft(until: Date, now: Date): string {
  const left = Math.max(0, until.getTime() - now.getTime());
  const { unit, length } = units.find((each) => left >= 2 * each.length) ?? { unit: "minute", length: minute };
  const count = Math.floor(left / length);
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
