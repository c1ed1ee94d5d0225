import { type Standing, stateOf } from "./standing";

/** A problem of a topic, as far as progress sees it. */
export interface Exercise {
  /** From 1 to 5; what its author left open counts as 2. */
  readonly difficulty: number | null;
  readonly standing: Standing;
}

export interface TopicProgress {
  readonly problems: number;
  readonly attempted: number;
  readonly solved: number;
  /** From 0 to 1. */
  readonly mastery: number;
}

const usualDifficulty = 2;
const lostByMiss = 0.1;
const leastEase = 0.5;

/** How surely a problem was solved: 1 at the first answer, a tenth less for every miss before, at least a half; 0 unsolved. */
export function ease({ firstRight }: Standing): number {
  if (firstRight === null) return 0;
  return Math.max(leastEase, 1 - lostByMiss * (firstRight - 1));
}

/**
 * Sums up a topic. Mastery is the mean ease of its problems, each weighing as much as it is difficult, so that it is 1 where
 * everything was solved at the first answer and 0 where nothing was solved.
 */
export function topicProgress(exercises: readonly Exercise[]): TopicProgress {
  const states = exercises.map(({ standing }) => stateOf(standing));
  const weights = exercises.map(({ difficulty }) => difficulty ?? usualDifficulty);
  const total = sum(weights);
  const gained = sum(exercises.map(({ standing }, at) => ease(standing) * (weights[at] ?? 0)));
  return {
    problems: exercises.length,
    attempted: states.filter((state) => state !== "new").length,
    solved: states.filter((state) => state === "solved").length,
    mastery: total === 0 ? 0 : gained / total,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
