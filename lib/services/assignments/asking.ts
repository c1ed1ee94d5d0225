import { database } from "../../store";
import { loadTerms, phaseOf } from "./terms";

/** An assignment that is open to somebody and asks them a problem. */
export interface AskingAssignment {
  readonly id: string;
  readonly title: string;
}

/**
 * The open assignment in which a problem is asked of somebody: practice shows no solution of it until that is closed. What an
 * assignment names counts from its opening on, what it draws once it is handed out.
 */
export async function assignmentAsking(
  personId: string | null,
  problemId: string,
  now: Date,
): Promise<AskingAssignment | null> {
  if (personId === null) return null;
  const student = { personId, role: "student", leftAt: null } as const;
  const rows = await database().assignment.findMany({
    where: {
      publishedAt: { not: null },
      opensAt: { lte: now },
      course: { is: { enrolments: { some: student } } },
      AND: [
        { OR: [{ items: { some: { problemId } } }, { assigned: { some: { personId, problemId } } }] },
        { OR: [{ closesAt: { gte: now } }, { extensions: { some: { endedAt: null } } }] },
      ],
    },
    include: { course: true },
    orderBy: { closesAt: "asc" },
  });
  for (const assignment of rows) {
    const terms = (await loadTerms(assignment, { personId }))(personId);
    if (phaseOf(terms, now) !== "closed") return { id: assignment.id, title: assignment.title };
  }
  return null;
}
