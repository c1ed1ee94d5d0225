/**
 * How well somebody has a skill: an Elo rating on the logistic scale of the Rasch model. At level 0 a problem of middle
 * difficulty is solved unaided every other time.
 */
export interface Skill {
  readonly level: number;
  /** How much has been seen of it, in full answers. */
  readonly seen: number;
}

/** Nothing is known yet; most people cannot do yet what they have not learned. */
export const unknownSkill: Skill = { level: -1, seen: 0 };

/** What one answer says of one skill. */
export interface Sign {
  /** From 0, failed, to 1, done without help. */
  readonly outcome: number;
  /** From 1 to 5. */
  readonly difficulty: number;
  /** The chance of being right without knowing anything. */
  readonly guess: number;
  /** How much it counts beside a full answer. */
  readonly weight: number;
}

const middle = 3;
/** How far a level moves by one full answer: far at first, then less, but never not at all, so that levels can fall. */
const step = { first: 1.1, last: 0.45, halved: 4 } as const;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** The chance that somebody of this level solves a problem of this difficulty unaided. */
export function chanceOf(level: number, difficulty: number, guess = 0): number {
  return guess + (1 - guess) * logistic(level - (difficulty - middle));
}

/** The skill after one more sign: it moves by how much the outcome surprises. */
export function learn({ level, seen }: Skill, { outcome, difficulty, guess, weight }: Sign): Skill {
  const size = step.last + (step.first - step.last) * 2 ** (-seen / step.halved);
  const surprise = outcome - chanceOf(level, difficulty, guess);
  return { level: level + weight * size * surprise, seen: seen + weight };
}

export type Grasp = "new" | "learning" | "practised" | "mastered";

/** A problem as most are: what levels are told by. */
const usual = 2;

const masteredFrom = { chance: 0.85, seen: 3 };
const practisedFrom = { chance: 0.68, seen: 1.5 };

/**
 * From 0 to 1: the chance of solving a usual problem, as far as it is above that of somebody of whom nothing is known. It
 * rises with every right answer and falls with every wrong one, as the level does.
 */
export function mastery({ level }: Skill): number {
  const before = chanceOf(unknownSkill.level, usual);
  return Math.max(0, (chanceOf(level, usual) - before) / (1 - before));
}

/** The level in one word. It can fall as well as rise. */
export function graspOf({ level, seen }: Skill): Grasp {
  const chance = chanceOf(level, usual);
  if (seen >= masteredFrom.seen && chance >= masteredFrom.chance) return "mastered";
  if (seen >= practisedFrom.seen && chance >= practisedFrom.chance) return "practised";
  return seen > 0 ? "learning" : "new";
}

/** How well a topic is had, from how its skills are: mastered once all are, practised once half of them are. */
export function jointGrasp(grasps: readonly Grasp[]): Grasp {
  const count = (...among: readonly Grasp[]) => grasps.filter((grasp) => among.includes(grasp)).length;
  if (grasps.length > 0 && count("mastered") === grasps.length) return "mastered";
  if (grasps.length > 0 && 2 * count("mastered", "practised") >= grasps.length) return "practised";
  return count("new") < grasps.length ? "learning" : "new";
}
