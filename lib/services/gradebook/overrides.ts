import { database } from "../../store";
import type { OverrideView } from "./views";

/** What people gave and took back, the newest first. */
export async function loadOverrides(assignedId: string): Promise<readonly OverrideView[]> {
  const rows = await database().override.findMany({
    where: { assignedId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const givers = await database().person.findMany({
    where: { id: { in: rows.flatMap(({ givenBy }) => givenBy ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(givers.map(({ id, name }) => [id, name]));
  return rows.map(({ id, points, reason, givenBy, createdAt }) => ({
    id,
    points,
    reason,
    by: names.get(givenBy ?? "") ?? null,
    at: createdAt,
  }));
}

/** Points that somebody gave instead of those that were earned, to the student; `null` where nobody did. */
export interface GivenPointsView {
  readonly points: number;
  readonly reason: string;
}

/** What a person gave for an assigned problem, with the reason, as its student may read it. */
export async function loadGivenPoints(assignedId: string): Promise<GivenPointsView | null> {
  const newest = await database().override.findFirst({
    where: { assignedId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { points: true, reason: true },
  });
  return newest?.points == null ? null : { points: newest.points, reason: newest.reason };
}
