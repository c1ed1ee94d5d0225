import { creditOf } from "../../assess";
import { inTransaction, type Prisma, type Transaction } from "../../store";
import { loadTerms, type TermsFor, type TimedAssignment } from "./terms";

/** What is loaded of an assigned problem's answers to compute its credit. */
export const creditSelect = {
  id: true,
  personId: true,
  credit: true,
  firstRight: true,
  submissions: {
    // An answer that could not be read costs no attempt, but a regrade may find it right.
    where: { OR: [{ ordinal: { not: null } }, { grades: { some: { correct: true } } }] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      ordinal: true,
      createdAt: true,
      grades: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 1, select: { correct: true } },
    },
  },
} satisfies Prisma.AssignedSelect;

interface CreditRow {
  readonly id: string;
  readonly personId: string;
  readonly credit: number;
  readonly firstRight: number | null;
  readonly submissions: readonly {
    readonly ordinal: number | null;
    readonly createdAt: Date;
    readonly grades: readonly { readonly correct: boolean }[];
  }[];
}

/** What the credit of an assigned problem comes to by its newest grades and these terms. */
export function creditFor(row: Pick<CreditRow, "personId" | "submissions">, termsFor: TermsFor) {
  const answers = row.submissions.map(({ ordinal, createdAt, grades: [grade] }) => ({
    ordinal,
    arrivedAt: createdAt.getTime(),
    correct: grade?.correct ?? false,
  }));
  return { credit: creditOf(termsFor(row.personId), answers), firstRight: firstRightOf(answers) };
}

/** The place of the first right answer among those that count; one that costs nothing takes the place behind those before it. */
function firstRightOf(
  answers: readonly { readonly ordinal: number | null; readonly correct: boolean }[],
): number | null {
  const at = answers.findIndex(({ correct }) => correct);
  if (at < 0) return null;
  const before = answers.slice(0, at).filter(({ ordinal }) => ordinal !== null).length;
  return answers[at]?.ordinal ?? before + 1;
}

/**
 * Computes the credit of an assignment's problems again from the newest grades and the times that hold now: for all students or one.
 * Whoever is just storing an answer is waited for.
 */
export function recomputeCredits(assignment: TimedAssignment, personId?: string): Promise<number> {
  return inTransaction((transaction) => recomputeInside(transaction, assignment, personId));
}

export async function recomputeInside(
  transaction: Transaction,
  assignment: TimedAssignment,
  personId?: string,
): Promise<number> {
  await transaction.$queryRaw`
    SELECT id FROM assigned
    WHERE assignment_id = ${assignment.id}::uuid AND (${personId ?? null}::uuid IS NULL OR person_id = ${personId ?? null}::uuid)
    ORDER BY id FOR NO KEY UPDATE`;
  const termsFor = await loadTerms(assignment, { of: transaction, ...(personId !== undefined && { personId }) });
  const rows = await transaction.assigned.findMany({
    where: { assignmentId: assignment.id, attempts: { gt: 0 }, ...(personId !== undefined && { personId }) },
    select: creditSelect,
  });
  const changed = rows.flatMap((row) => {
    const { credit, firstRight } = creditFor(row, termsFor);
    const same = Math.abs(credit - row.credit) < 1e-9 && firstRight === row.firstRight;
    return same ? [] : [{ id: row.id, credit, first_right: firstRight }];
  });
  if (changed.length === 0) return 0;
  return transaction.$executeRaw`
    UPDATE assigned SET credit = next.credit, first_right = next.first_right
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS next(id uuid, credit float8, first_right int)
    WHERE assigned.id = next.id`;
}
