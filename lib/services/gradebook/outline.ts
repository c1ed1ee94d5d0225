import { validate as isUuid } from "uuid";
import { database, type Prisma } from "../../store";
import { plainTitle } from "../assignments/items";

/** One problem of an assignment, for whoever gets it. */
export interface Place {
  readonly itemId: string;
  readonly slot: number;
  readonly title: string;
  readonly points: number;
}

/** An assignment that has grades, with its places in order. */
export interface Outlined {
  readonly id: string;
  readonly title: string;
  readonly closesAt: Date;
  readonly places: readonly Place[];
}

const itemInclude = {
  topic: { select: { title: true } },
  problem: { select: { currentVersion: { select: { title: true } } } },
} satisfies Prisma.AssignmentItemInclude;

type Item = Prisma.AssignmentItemGetPayload<{ include: typeof itemInclude }>;

/** The assignments of a course that students can have grades in: published, and opened by now. By their due times. */
export async function loadOutline(courseId: string, now: Date): Promise<readonly Outlined[]> {
  const rows = await database().assignment.findMany({
    where: { courseId, publishedAt: { not: null }, opensAt: { lte: now } },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      title: true,
      closesAt: true,
      items: { orderBy: { position: "asc" }, include: itemInclude },
    },
  });
  return rows.map(({ items, ...assignment }) => ({ ...assignment, places: items.flatMap(placesOf) }));
}

function placesOf({ id, points, count, problem, topic }: Item): readonly Place[] {
  const title = problem ? plainTitle(problem.currentVersion?.title ?? "") : (topic?.title ?? "");
  return Array.from({ length: count }, (_, slot) => ({
    itemId: id,
    slot,
    points,
    title: count === 1 ? title : `${title} ${slot + 1}`,
  }));
}

/** What all of an assignment's problems give together. */
export function pointsIn({ places }: Outlined): number {
  return places.reduce((sum, { points }) => sum + points, 0);
}

/** Names a place in an address: "0198….0". */
export function nameOf({ itemId, slot }: Pick<Place, "itemId" | "slot">): string {
  return `${itemId}.${slot}`;
}

/** The place that an address names, if it can be one. */
export function readPlace(name: string): { readonly itemId: string; readonly slot: number } | undefined {
  const [, itemId = "", slot] = /^(.{36})\.(\d{1,2})$/.exec(name) ?? [];
  return !isUuid(itemId) ? undefined : { itemId, slot: Number(slot) };
}
