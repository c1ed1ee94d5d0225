import type { Random } from "../base";

/** A skill that is due, with the topic it belongs to and the chance that it is still there. */
export interface DueSkill {
  readonly skill: string;
  readonly topicId: string;
  readonly retention: number;
}

/** A problem that a review may use. */
export interface ReviewProblem {
  readonly id: string;
  readonly skill: string;
  readonly difficulty: number;
}

/** Minutes that a problem of difficulty 1 to 5 takes, roughly. */
const minutesFor = [1, 1, 1.5, 2.5, 3.5, 5] as const;

const minutes = ({ difficulty }: ReviewProblem): number => minutesFor[Math.min(5, Math.max(1, difficulty))] ?? 2;

/** Reviews ask for what is known, not for the hardest of it. */
const hardest = 4;

/**
 * The problems of one session: one a skill, what is most nearly forgotten first, within the minutes that there are; topics
 * take turns, which is harder than one topic after the other and keeps better.
 */
export function reviewSession(
  due: readonly DueSkill[],
  problems: readonly ReviewProblem[],
  minutesThere: number,
  random: Random,
): string[] {
  const chosen: { readonly id: string; readonly topicId: string }[] = [];
  let left = minutesThere;
  for (const { skill, topicId } of [...due].sort((a, b) => a.retention - b.retention)) {
    const fitting = problems.filter(
      (problem) =>
        problem.skill === skill &&
        problem.difficulty <= hardest &&
        minutes(problem) <= left &&
        !chosen.some(({ id }) => id === problem.id),
    );
    if (fitting.length === 0) continue;
    const problem = random.pick(fitting);
    left -= minutes(problem);
    chosen.push({ id: problem.id, topicId });
  }
  return interleaved(chosen).map(({ id }) => id);
}

/** The same items in an order in which neighbours are of different topics as long as there is another topic. */
function interleaved<T extends { readonly topicId: string }>(items: readonly T[]): T[] {
  const left = [...items];
  const order: T[] = [];
  while (left.length > 0) {
    const counts = new Map<string, number>();
    for (const { topicId } of left) counts.set(topicId, (counts.get(topicId) ?? 0) + 1);
    const before = order.at(-1)?.topicId;
    const open = left.filter(({ topicId }) => topicId !== before);
    const most = Math.max(...[...counts].filter(([id]) => id !== before).map(([, count]) => count), 0);
    const crowded = most * 2 > left.length ? open.find(({ topicId }) => counts.get(topicId) === most) : undefined;
    const next = crowded ?? open[0] ?? (left[0] as T);
    order.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return order;
}
