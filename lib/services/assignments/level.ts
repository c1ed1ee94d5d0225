import type { Prisma } from "../../store";

/** How much of a verdict the student of an assigned problem sees. */
export type Level = "all" | "verdict" | "receipt";

/** What is loaded of an assigned problem to know how much is seen of its answers. */
export const levelSelect = {
  settledAt: true,
  assignment: { select: { shownOpen: true, shownClosed: true } },
} satisfies Prisma.AssignedSelect;

interface Leveled {
  readonly settledAt: Date | null;
  readonly assignment: { readonly shownOpen: Level; readonly shownClosed: Level };
}

/** How much progress may tell of answers that were given; all of those in practice. It catches up when a closing is seen to. */
export function toldLevel(assigned: Leveled | null): Level {
  if (!assigned) return "all";
  const { shownOpen, shownClosed } = assigned.assignment;
  return assigned.settledAt === null ? shownOpen : shownClosed;
}
