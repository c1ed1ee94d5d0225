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
      OR: [{ items: { some: { problemId } } }, { assigned: { some: { personId, problemId } } }],
    },
    include: { course: true, extensions: { where: { endedAt: null }, select: { id: true } } },
    orderBy: { closesAt: "asc" },
  });
  const perhapsOpen = rows.filter(({ closesAt, extensions }) => closesAt >= now || extensions.length > 0);
  for (const assignment of perhapsOpen) {
    const terms = (await loadTerms(assignment, { personId }))(personId);
    if (phaseOf(terms, now) !== "closed") return { id: assignment.id, title: assignment.title };
  }
  return null;
}
