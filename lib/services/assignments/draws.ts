import { createHmac } from "node:crypto";
import { database, type Prisma, setting } from "../../store";
import { publishedOnly } from "../rows";
import type { LoadedAssignment, LoadedItem } from "./rows";

/** A problem that a student gets in a place of an assignment. */
export interface Draw {
  readonly itemId: string;
  /** Which of the item's problems, from 0. */
  readonly slot: number;
  readonly problemId: string;
  readonly versionId: string;
}

/** A problem that can be drawn. */
export interface Candidate {
  readonly id: string;
  readonly topicId: string | null;
  readonly difficulty: number | null;
  readonly versionId: string;
}

type Item = Pick<LoadedItem, "id" | "problemId" | "topicId" | "difficulty" | "count">;
type Given = Pick<Draw, "itemId" | "slot" | "problemId">;

/** The problems that an instructor of a course may give: those of the bank, of the course, and of who teaches in it. */
export function assignableIn(courseId: string): Prisma.ProblemWhereInput {
  const teaches = { courseId, role: "instructor", leftAt: null } as const;
  return {
    ...publishedOnly,
    OR: [{ fromBank: true }, { courseId }, { author: { is: { enrolments: { some: teaches } } } }],
  };
}

/** What the items of an assignment can be drawn from now. A problem that was named stays, also where it was retired since. */
export async function loadCandidates(courseId: string, items: readonly Item[]): Promise<readonly Candidate[]> {
  const topicIds = items.flatMap(({ topicId }) => topicId ?? []);
  const named = items.flatMap(({ problemId }) => problemId ?? []);
  const rows = await database().problem.findMany({
    where: {
      OR: [{ id: { in: named } }, { topicId: { in: topicIds }, ...assignableIn(courseId) }],
    },
    select: { id: true, topicId: true, currentVersion: { select: { id: true, difficulty: true } } },
  });
  return rows.flatMap(({ id, topicId, currentVersion: version }) =>
    version ? [{ id, topicId, difficulty: version.difficulty, versionId: version.id }] : [],
  );
}

/** Ranks a problem for a student and an item by chance: the same each time, and known to nobody outside. */
export type Rank = (itemId: string, problemId: string) => string;

export function rankFor(personId: string): Rank {
  return (itemId, problemId) =>
    createHmac("sha256", setting("NABLA_SECRET")).update(`hand out ${itemId} ${personId} ${problemId}`).digest("hex");
}

/**
 * What a student still gets: for each place that is not given out yet a problem, no problem twice. Where a topic has too few, places
 * stay empty.
 */
export function drawsOf(
  items: readonly Item[],
  candidates: readonly Candidate[],
  given: readonly Given[],
  rank: Rank,
): readonly Draw[] {
  const used = new Set([
    ...given.map(({ problemId }) => problemId),
    ...items.flatMap(({ problemId }) => problemId ?? []),
  ]);
  const draws: Draw[] = [];
  // Rows that take any difficulty come last, so that they leave to the others what those need.
  const pickyFirst = [
    ...items.filter(({ difficulty }) => difficulty !== null),
    ...items.filter(({ difficulty }) => difficulty === null),
  ];
  for (const item of pickyFirst) {
    for (let slot = 0; slot < item.count; slot++) {
      if (given.some((each) => each.itemId === item.id && each.slot === slot)) continue;
      const drawn =
        item.problemId === null ? best(fitting(item, candidates, used), item.id, rank) : named(item, candidates);
      if (!drawn) continue;
      used.add(drawn.id);
      draws.push({ itemId: item.id, slot, problemId: drawn.id, versionId: drawn.versionId });
    }
  }
  return draws;
}

function named({ problemId }: Item, candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.find(({ id }) => id === problemId);
}

/** What an item may draw. */
export function fitting(
  { topicId, difficulty }: Pick<Item, "topicId" | "difficulty">,
  candidates: readonly Candidate[],
  used: ReadonlySet<string>,
): readonly Candidate[] {
  return candidates.filter(
    (each) => each.topicId === topicId && (difficulty === null || each.difficulty === difficulty) && !used.has(each.id),
  );
}

function best(candidates: readonly Candidate[], itemId: string, rank: Rank): Candidate | undefined {
  const ranked = candidates.map((each) => ({ each, at: rank(itemId, each.id) }));
  return ranked.sort((one, two) => (one.at < two.at ? -1 : 1))[0]?.each;
}

/** What a student gets of an assignment that is not given out to them yet. */
export async function missingDraws(
  { courseId, items }: LoadedAssignment,
  personId: string,
  given: readonly Given[],
): Promise<readonly Draw[]> {
  const places = items.reduce((sum, { count }) => sum + count, 0);
  if (given.length >= places) return [];
  return drawsOf(items, await loadCandidates(courseId, items), given, rankFor(personId));
}
