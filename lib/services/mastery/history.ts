import { type Estimates, type Grasp, graspOf } from "../../progress";
import { replay, type Story, type Told } from "./replay";
import type { DayView, WeekView } from "./views";

/** How far the charts of the dashboard reach back. */
export const weeksShown = 12;

const day = 86_400_000;

/** Midnight of a day, in UTC. */
function midnight(date: Date): Date {
  return new Date(Math.floor(date.getTime() / day) * day);
}

function mondayOf(date: Date): Date {
  const start = midnight(date);
  return new Date(start.getTime() - ((start.getUTCDay() + 6) % 7) * day);
}

/** The Mondays of the weeks that are shown, the oldest first. */
export function mondays(now: Date): readonly Date[] {
  const last = mondayOf(now).getTime();
  return Array.from({ length: weeksShown }, (_, at) => new Date(last - (weeksShown - 1 - at) * 7 * day));
}

/** How many skills were had how well at the end of each week. Only these skills are counted. */
export function weeksOf(story: Story, skills: ReadonlySet<string>, now: Date): readonly WeekView[] {
  const steps = [...replay(story)];
  return mondays(now).map((monday) => {
    const end = monday.getTime() + 7 * day;
    const estimates = steps.findLast(({ at }) => at.getTime() < end)?.estimates ?? new Map();
    return { monday, ...countGrasps(estimates, skills) };
  });
}

function countGrasps(estimates: Estimates, skills: ReadonlySet<string>): Omit<WeekView, "monday"> {
  const grasps = [...estimates].flatMap(([id, { skill }]) => (skills.has(id) ? [graspOf(skill)] : []));
  const count = (grasp: Grasp) => grasps.filter((each) => each === grasp).length;
  return { mastered: count("mastered"), practised: count("practised"), learning: count("learning") };
}

/** Each day from the first Monday shown until today, with how much was answered on it. */
export function daysOf(told: readonly Told[], now: Date): readonly DayView[] {
  const first = (mondays(now)[0] ?? now).getTime();
  const count = Math.round((midnight(now).getTime() - first) / day) + 1;
  const answers = new Map<number, number>();
  for (const { at } of told) {
    const key = midnight(at).getTime();
    answers.set(key, (answers.get(key) ?? 0) + 1);
  }
  return Array.from({ length: count }, (_, at) => {
    const start = first + at * day;
    return { day: new Date(start), answers: answers.get(start) ?? 0 };
  });
}
