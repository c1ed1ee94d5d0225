import type { Random } from "../../base";

/** What a simulated student is like. */
export interface Simulated {
  /** On the logistic scale, like the difficulty of a problem. */
  readonly ability: number;
  /** The layout of their habit. */
  readonly layout: "numerator" | "denominator";
  /** How many hours before a due time they sit down, on average. */
  readonly early: number;
  /** The chance that they go on after a wrong answer. */
  readonly patience: number;
  /** The chance that they do an assignment at all. */
  readonly presence: number;
}

/** One answer, and how many minutes after the one before. */
export interface Try {
  readonly kind: "right" | "slip" | "unreadable";
  /** With `slip`: which of the problem's typical ones, from 0 for the most frequent. */
  readonly slip: number;
  readonly minutes: number;
}

export function simulate(random: Random): Simulated {
  const ability = random.normal();
  const able = logistic(ability);
  return {
    ability,
    layout: random.next() < 0.7 ? "denominator" : "numerator",
    early: 2 + 60 * able * random.next(),
    patience: 0.6 + 0.35 * random.next(),
    presence: 0.82 + 0.17 * able,
  };
}

/** What somebody learns from one wrong answer that was explained. */
const learnt = 0.9;

/** The answers of a student to a problem of a difficulty from 1 to 5, until it is right, given up, or nothing is left. */
export function triesAt(student: Simulated, difficulty: number, most: number, random: Random): readonly Try[] {
  const tries: Try[] = [];
  for (let wrong = 0; wrong < most; ) {
    const minutes = 0.5 + difficulty * (0.5 + 2 * random.next());
    if (random.next() < 0.06) tries.push({ kind: "unreadable", slip: 0, minutes: minutes / 2 });
    const isRight = random.next() < logistic(1.1 + student.ability - 0.7 * (difficulty - 2.5) + learnt * wrong);
    tries.push({ kind: isRight ? "right" : "slip", slip: geometric(random), minutes });
    if (isRight || random.next() > student.patience) return tries;
    wrong++;
  }
  return tries;
}

/** When somebody begins, in hours before the due time; below zero it is late. */
export function beginning({ early }: Simulated, random: Random): number {
  const late = random.next() < 0.07;
  const wait = -Math.log(1 - random.next());
  return late ? -14 * wait : 0.4 + early * wait;
}

/** 0 half of the time, 1 a quarter of it, … */
function geometric(random: Random): number {
  return Math.floor(Math.log2(1 / (1 - random.next())));
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
