import { database, inTransaction, type Prisma, type Transaction } from "../../store";
import { keepStanding, lockStanding, type ProblemStanding } from "../standings";
import { appendGrades, restoreGrades } from "./grades";
import { practiceText } from "./news";
import type { RegradeRow } from "./rows";
import type { RegradeMode } from "./views";

/** Answers in practice: they have no points, but they say what is solved. */

/** Appends the compared verdicts to the answers in practice, person by person; yields after each. */
export function practising(regrade: RegradeRow, mode: RegradeMode) {
  const differing: Prisma.SubmissionWhereInput = {
    regraded: { some: { regradeId: regrade.id, comparable: true } },
    grades: { none: { regradeId: regrade.id } },
  };
  return each(regrade, differing, (transaction, answers) => appendGrades(transaction, regrade, mode, answers));
}

/** Appends again what held before, person by person; yields after each. */
export function unpractising(regrade: RegradeRow) {
  const touched: Prisma.SubmissionWhereInput = { grades: { some: { regradeId: regrade.id } } };
  return each(regrade, touched, (transaction, answers) => restoreGrades(transaction, regrade.id, answers));
}

async function* each(
  { problemId, version }: RegradeRow,
  touched: Prisma.SubmissionWhereInput,
  change: (transaction: Transaction, answers: Prisma.SubmissionWhereInput) => Promise<number>,
) {
  const people = await database().submission.groupBy({
    by: ["personId"],
    where: { problemId, assignedId: null, ...touched },
    orderBy: { personId: "asc" },
  });
  for (const { personId } of people) {
    const answers = { personId, problemId, assignedId: null };
    await inTransaction(async (transaction) => {
      const standing = await lockStanding(transaction, personId, problemId);
      if ((await change(transaction, answers)) === 0) return;
      const isRight = await computeStanding(transaction, personId, problemId, standing);
      const text = practiceText(version.title.includes("@") ? "A problem" : version.title, isRight);
      await transaction.message.create({ data: { personId, text, link: `/problems/${problemId}` } });
    });
    yield 1;
  }
}

/** What the newest grades come to; true where the problem is solved. */
export async function computeStanding(
  transaction: Transaction,
  personId: string,
  problemId: string,
  standing: ProblemStanding,
): Promise<boolean> {
  const rows = await transaction.submission.findMany({
    where: { personId, problemId, assignedId: null },
    orderBy: [{ ordinal: { sort: "asc", nulls: "last" } }],
    select: {
      ordinal: true,
      variant: true,
      grades: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 1, select: { correct: true } },
    },
  });
  const right = rows.filter(({ grades }) => grades[0]?.correct);
  const [first] = right;
  const firstRight = first ? (first.ordinal ?? standing.attempts + 1) : null;
  const solved = right.some(({ variant }) => variant === standing.variant);
  const attempts = Math.max(standing.attempts, firstRight ?? 0);
  await keepStanding(transaction, personId, problemId, { ...standing, attempts, firstRight, solved });
  return firstRight !== null;
}
