import type { Cell } from "../../assess";
import type { Prisma, Transaction } from "../../store";
import { askedHere } from "../assignments/asked";
import { creditFor, creditSelect } from "../assignments/credit";
import { toldLevel } from "../assignments/level";
import { loadTerms } from "../assignments/terms";
import { wordsOf } from "../instances";
import { cellOf } from "./cells";
import { isNews } from "./news";

/** What is loaded of an assigned problem under its lock. */
const lockedInclude = {
  item: { select: { points: true } },
  version: true,
  assignment: { include: { course: true } },
} satisfies Prisma.AssignedInclude;

export type LockedAssigned = Prisma.AssignedGetPayload<{ include: typeof lockedInclude }>;

/** Locks an assigned problem until the transaction ends. */
export async function lockAssigned(transaction: Transaction, assignedId: string): Promise<LockedAssigned> {
  await transaction.$queryRaw`SELECT id FROM assigned WHERE id = ${assignedId}::uuid FOR NO KEY UPDATE`;
  return transaction.assigned.findUniqueOrThrow({ where: { id: assignedId }, include: lockedInclude });
}

/** The credit and the first right answer by the newest grades and the times that hold now. */
export async function currentCredit(transaction: Transaction, { id, personId, assignment, attempts }: LockedAssigned) {
  const row = await transaction.assigned.findUniqueOrThrow({ where: { id }, select: creditSelect });
  const { credit, firstRight } = creditFor(row, await loadTerms(assignment, { personId, of: transaction }));
  return { credit, firstRight, attempts: Math.max(attempts, firstRight ?? 0) };
}

/** Tells the student, where their points are others now. */
export async function tell(
  transaction: Transaction,
  row: LockedAssigned,
  next: Pick<LockedAssigned, "item" | "credit" | "full" | "dropped" | "override">,
  words: (change: { problem: string; assignment: string; before: Cell; after: Cell; told: boolean }) => string,
): Promise<void> {
  const [before, after] = [cellOf(row), cellOf(next)];
  if (!isNews({ before, after })) return;
  const { drawn } = askedHere(row.assignment, row);
  const problem = wordsOf(row.version, drawn).title;
  const text = words({
    problem,
    assignment: row.assignment.title,
    before,
    after,
    told: toldLevel(row) !== "receipt",
  });
  const link = `/assignments/${row.assignmentId}/${row.id}`;
  await transaction.message.create({ data: { personId: row.personId, text, link } });
}

/** One more assigned problem is done with; there may be more than were counted at the beginning. */
export async function countDone(transaction: Transaction, regradeId: string): Promise<void> {
  await transaction.$executeRaw`
    UPDATE regrade SET done = done + 1, total = greatest(total, done + 1) WHERE id = ${regradeId}::uuid`;
}
