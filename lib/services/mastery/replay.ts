import type { Verdict } from "../../grade";
import { afterAttempt, attemptOf, type Estimates, placeSkills, type StoredAnswer } from "../../progress";
import { type Database, database, inTransaction, type Transaction } from "../../store";
import { levelSelect, toldLevel } from "../assignments/level";
import { keepEstimates, lockEstimates } from "./estimates";
import { loadGivenUp } from "./given-up";
import { storedAnswer, toldAnswer, weighedSelect } from "./stored-answer";

/** A counted answer with its time and the variant that it is about. */
export interface Told {
  readonly at: Date;
  readonly variant: string;
  readonly topicId: string | null;
  readonly answer: StoredAnswer;
}

/** Skills that a placement has shown to be there. */
export interface Placed {
  readonly at: Date;
  readonly skills: readonly string[];
}

/** All that a person's estimates follow from: their counted answers, the oldest first, what they gave up, and their placement. A visitor who is nobody yet has none. */
export interface Story {
  readonly told: readonly Told[];
  readonly givenUp: readonly Told[];
  readonly placed: Placed | null;
}

export async function loadStory(personId: string | null, of: Database = database()): Promise<Story> {
  if (personId === null) return { told: [], givenUp: [], placed: null };
  const told = await loadTold(personId, of);
  const givenUp = await loadGivenUp(personId, of);
  const placement = await of.placement.findUnique({ where: { personId } });
  const at = placement?.finishedAt;
  return { told, givenUp, placed: placement && at ? { at, skills: placement.skills } : null };
}

/** As their newest grades have them, and no more than the answerer has been told of them. */
async function loadTold(personId: string, of: Database): Promise<readonly Told[]> {
  const rows = await of.submission.findMany({
    where: { personId, ordinal: { not: null } },
    // Of answers that arrived at once, the one that was graded first has moved the estimates first.
    orderBy: [{ createdAt: "asc" }, { ordinal: "asc" }, { id: "asc" }],
    select: {
      problemId: true,
      problem: { select: { topicId: true } },
      variant: true,
      hints: true,
      solutionSeen: true,
      createdAt: true,
      assignedId: true,
      assigned: { select: levelSelect },
      version: { select: weighedSelect },
      grades: {
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: 1,
        select: { correct: true, verdict: true },
      },
    },
  });
  return rows.flatMap(({ problemId, problem, variant, createdAt, version, grades: [grade], ...row }) => {
    const level = toldLevel(row.assigned);
    if (!grade || level === "receipt") return [];
    const verdict = grade.verdict as unknown as Verdict;
    const answer = toldAnswer(storedAnswer(version, { ...row, verdict, correct: grade.correct }), level);
    const name = `${row.assignedId ?? problemId} ${version.id} ${variant}`;
    return [{ at: createdAt, variant: name, topicId: problem.topicId, answer }];
  });
}

interface Moment {
  readonly at: Date;
  readonly estimates: Estimates;
}

/** The estimates after each of these answers and after the placement, one after the other. */
export function* replay({ told, givenUp, placed }: Story): Generator<Moment> {
  const before = new Map<string, StoredAnswer[]>();
  let estimates: Estimates = new Map();
  let waiting = placed;
  for (const { at, variant, answer } of inOrder(told, givenUp)) {
    if (waiting && waiting.at < at) {
      estimates = placeSkills(estimates, waiting.skills);
      yield { at: waiting.at, estimates };
      waiting = null;
    }
    const earlier = before.get(variant) ?? [];
    const attempt = attemptOf(answer, earlier);
    before.set(variant, [...earlier, answer]);
    if (attempt) estimates = afterAttempt(estimates, attempt, at);
    yield { at, estimates };
  }
  if (waiting) yield { at: waiting.at, estimates: placeSkills(estimates, waiting.skills) };
}

/** Both by time; at one moment the answer comes first. */
function inOrder(told: readonly Told[], givenUp: readonly Told[]): readonly Told[] {
  return [...told, ...givenUp].sort((a, b) => a.at.getTime() - b.at.getTime());
}

/**
 * Computes a person's estimates again from everything that they have answered. Nobody is erased or adopted meanwhile; whoever is gone
 * by now has none.
 */
export async function replaySkills(personId: string): Promise<void> {
  await inTransaction(async (transaction) => {
    // Before any estimate, as adoption does it: two who took them the other way round would wait for each other.
    const held = await transaction.$queryRaw<unknown[]>`
      SELECT id FROM person WHERE id = ${personId}::uuid FOR KEY SHARE`;
    if (held.length > 0) await replayInside(transaction, personId);
  });
}

export async function replayInside(transaction: Transaction, personId: string): Promise<void> {
  await lockEstimates(transaction, personId);
  const last = [...replay(await loadStory(personId, transaction))].at(-1);
  await transaction.skillEstimate.deleteMany({ where: { personId } });
  if (last) await keepEstimates(transaction, personId, last.estimates, last.at);
}

/** Computes the estimates of those who have answered but have none, as in a database from before there were any. */
export async function estimateMissing(): Promise<number> {
  const people = await database().person.findMany({
    where: { submissions: { some: { ordinal: { not: null } } }, estimates: { none: {} } },
    select: { id: true },
  });
  for (const { id } of people) await replaySkills(id);
  return people.length;
}
