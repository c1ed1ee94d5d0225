import { type Card, createEmptyCard, fsrs, type Grade, Rating } from "ts-fsrs";

/** When a skill is to be seen again: the state of the FSRS memory model, as plain data. */
export interface Review {
  readonly due: Date;
  /** Days until the chance of remembering has fallen to 90 %. */
  readonly stability: number;
  /** From 1 to 10. */
  readonly difficulty: number;
  readonly last: Date | null;
  readonly repetitions: number;
  readonly lapses: number;
}

/** How an answer went, as the memory model asks for it. */
export type Recall = "again" | "hard" | "good" | "easy";

const ratings: { readonly [R in Recall]: Grade } = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

/** Days alone: a skill is not a word list, so it is never asked for again within minutes. */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, request_retention: 0.9, maximum_interval: 365 });

/** What an answer says of memory: help and earlier misses make it hard; a hard problem solved at once makes it easy. */
export function recallOf(answer: {
  readonly right: boolean;
  readonly earlier: number;
  readonly hints: number;
  readonly difficulty: number;
}): Recall {
  if (!answer.right) return "again";
  if (answer.earlier > 0 || answer.hints > 0) return "hard";
  return answer.difficulty >= 4 ? "easy" : "good";
}

function cardOf(review: Review | null, now: Date): Card {
  const empty = createEmptyCard(now);
  if (!review) return empty;
  const { due, stability, difficulty, last, repetitions, lapses } = review;
  return {
    ...empty,
    due,
    stability,
    difficulty,
    reps: repetitions,
    lapses,
    state: 2,
    ...(last && { last_review: last }),
  };
}

/** The schedule of a skill after it was practised; `null` before the first time. */
export function schedule(review: Review | null, recall: Recall, now: Date): Review {
  const { card } = scheduler.next(cardOf(review, now), now, ratings[recall]);
  return {
    due: card.due,
    stability: card.stability,
    difficulty: card.difficulty,
    last: now,
    repetitions: card.reps,
    lapses: card.lapses,
  };
}

export function isDue({ due }: Review, now: Date): boolean {
  return due.getTime() <= now.getTime();
}

/** The chance, from 0 to 1, that the skill is still there. */
export function retention(review: Review, now: Date): number {
  return scheduler.get_retrievability(cardOf(review, now), now, false);
}
