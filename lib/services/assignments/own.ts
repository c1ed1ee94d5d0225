import { validate as isUuid } from "uuid";
import type { Phase, Terms } from "../../assess";
import type { Viewer } from "../../auth";
import { ok } from "../../base";
import { database } from "../../store";
import { notFound, refused } from "../error";
import type { Reply } from "../reply";
import { type AskedHere, askedHere } from "./asked";
import type { Level } from "./level";
import { assignedInclude, type LoadedAssigned, type Place, placeOfStudent } from "./rows";
import { levelNow } from "./shown";
import { loadTerms, phaseOf } from "./terms";

/** An assigned problem of whoever is asking, with all that decides what they may do with it now. */
export interface Own extends Place {
  readonly assigned: LoadedAssigned;
  readonly asked: AskedHere<LoadedAssigned["version"]>;
  readonly terms: Terms;
  readonly phase: Exclude<Phase, "before">;
  readonly level: Level;
  /** `null` where there is no limit. */
  readonly attemptsLeft: number | null;
}

/** The asker's own assigned problem. Somebody else's is not there, and before the opening nobody's is. */
export async function loadOwn(viewer: Viewer, assignedId: string, now: Date): Reply<Own> {
  if (viewer.personId === null || !isUuid(assignedId)) return notFound();
  const assigned = await database().assigned.findFirst({
    where: { id: assignedId, personId: viewer.personId },
    include: assignedInclude,
  });
  if (!assigned) return notFound();
  const place = await placeOfStudent(viewer, assigned.assignmentId);
  if (!place.ok) return place;
  const { assignment } = place.value;
  const terms = (await loadTerms(assignment, { personId: assigned.personId }))(assigned.personId);
  const phase = phaseOf(terms, now);
  if (phase === "before") return refused("This assignment has not opened yet.");
  return ok({
    ...place.value,
    assigned,
    asked: askedHere(assignment, assigned),
    terms,
    phase,
    level: levelNow(assignment, phase === "closed"),
    attemptsLeft: attemptsLeft(assignment.attempts, assigned.attempts),
  });
}

export function attemptsLeft(limit: number | null, used: number): number | null {
  return limit === null ? null : Math.max(0, limit - used);
}
