import { learn, type Skill, unknownSkill } from "./skill";

/** One counted answer, as far as progress sees it. */
export interface Attempt {
  /** What the problem trains, the main skill first. */
  readonly skills: readonly string[];
  /** Crafts without which the problem cannot be solved, as causes that an error may have. */
  readonly demands: readonly string[];
  readonly difficulty: number;
  readonly right: boolean;
  /** Counted answers to this variant before. */
  readonly earlier: number;
  /** Hints that were read. */
  readonly hints: number;
  /** Why it was wrong, as codes of the grader. */
  readonly causes: readonly string[];
  /** The chance of being right blindly. */
  readonly guess: number;
}

export type Skills = ReadonlyMap<string, Skill>;

/** The craft that an error speaks against, whatever the topic. */
const crafts: ReadonlyMap<string, string> = new Map([
  ["missing-transpose", "craft-transposes"],
  ["transposed", "craft-layouts"],
  ["wrong-shape", "craft-shapes"],
  ["product-order", "craft-order"],
  ["elementwise-product", "craft-products"],
  ["sign", "craft-signs"],
  ["constant-factor", "craft-factors"],
  ["rounded-constant", "craft-factors"],
  ["missed-occurrence", "craft-occurrences"],
  ["missing-inner-derivative", "craft-chain"],
  ["assumed-symmetric", "craft-symmetry"],
  ["undefined", "craft-domains"],
]);

/** The craft that a cause speaks against; `not-differentiated` is of the topic itself. */
export function craftOf(cause: string): string | undefined {
  return crafts.get(cause);
}

const crafted = (causes: readonly string[]): string[] => [
  ...new Set(causes.flatMap((cause) => crafts.get(cause) ?? [])),
];

const weights = { side: 0.5, craft: 0.5, excused: 0.25 } as const;
const perHint = 0.25;
const leastOutcome = 0.25;
/** A second answer to the same variant has seen what was wrong with the first. */
const perEarlier = 0.5;

interface Share {
  readonly skill: string;
  readonly weight: number;
  readonly outcome: number;
}

/** A right answer speaks for what the problem trains, and for the crafts that it takes. */
function credit({ skills, demands, hints }: Attempt): Share[] {
  const outcome = Math.max(leastOutcome, 1 - perHint * hints);
  return [
    ...skills.map((skill, at) => ({ skill, outcome, weight: at === 0 ? 1 : weights.side })),
    ...crafted(demands).map((skill) => ({ skill, outcome, weight: weights.craft })),
  ];
}

/** A wrong one with a known cause speaks against that craft; without one, against what the problem trains. */
function blame({ skills, causes }: Attempt): Share[] {
  const guilty = crafted(causes);
  const excuse = guilty.length > 0 ? weights.excused : 1;
  return [
    ...skills.map((skill, at) => ({ skill, outcome: 0, weight: excuse * (at === 0 ? 1 : weights.side) })),
    ...guilty.map((skill) => ({ skill, outcome: 0, weight: 1 / guilty.length })),
  ];
}

/** The skills after one more answer. */
export function practise(skills: Skills, attempt: Attempt): Skills {
  const { difficulty, guess, right, earlier } = attempt;
  const fading = perEarlier ** earlier;
  const after = new Map(skills);
  for (const { skill, weight, outcome } of right ? credit(attempt) : blame(attempt)) {
    const sign = { outcome, difficulty, guess, weight: weight * fading };
    after.set(skill, learn(after.get(skill) ?? unknownSkill, sign));
  }
  return after;
}
