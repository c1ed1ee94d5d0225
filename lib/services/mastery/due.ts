import { isSignedIn, type Viewer } from "../../auth";
import { database } from "../../store";

/** A skill that is due, with the topic that teaches it. */
export interface DueRow {
  readonly skill: string;
  readonly topicId: string;
}

/** Reviews ask for nothing harder. */
export const hardestReview = 4;

/** The skills of a person that are due, as far as there is a problem for them. */
export function loadDue(personId: string, now: Date): Promise<DueRow[]> {
  return database().$queryRaw<DueRow[]>`
    SELECT skill.id AS skill, skill.topic_id AS "topicId"
    FROM skill_estimate AS estimate
    JOIN skill ON skill.id = estimate.skill_id AND NOT skill.retired
    WHERE estimate.person_id = ${personId}::uuid AND estimate.due <= ${now} AND skill.id IN (
      SELECT unnest(version.skills)
      FROM problem
      JOIN problem_version AS version ON version.id = problem.current_version_id
      JOIN topic ON topic.id = problem.topic_id AND NOT topic.retired
      WHERE NOT problem.retired AND coalesce(version.difficulty, 2) <= ${hardestReview}
    )
    ORDER BY estimate.due, skill.id`;
}

/** How many skills of the viewer are due; none of somebody who has no account. */
export async function countDue(viewer: Viewer, now: Date): Promise<number> {
  if (!isSignedIn(viewer) || viewer.personId === null) return 0;
  return (await loadDue(viewer.personId, now)).length;
}

/** When the next skill is due that is not due yet. */
export async function nextDue(personId: string, now: Date): Promise<Date | null> {
  const next = await database().skillEstimate.findFirst({
    where: { personId, due: { gt: now } },
    orderBy: { due: "asc" },
    select: { due: true },
  });
  return next?.due ?? null;
}
