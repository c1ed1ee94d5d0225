import { v7 } from "uuid";
import type { Limits } from "../../pool";
import { database, inTransaction, log, type Transaction } from "../../store";
import { toldLevel } from "../assignments/level";
import type { Graded } from "../grading";
import { drawnOf, filled } from "../instances";
import { currentCredit, lockAssigned } from "../regrade/assigned";
import { computeStanding } from "../regrade/practice";
import { lockStanding } from "../standings";
import { gradeRow } from "./finish";
import { gradeStored, loadUngraded, type Ungraded } from "./ungraded";

/** Far more time than an answer gets while somebody waits for it. */
const patience: Limits = { soft: 60_000, hard: 60_000 };

/** Looks again at all answers that wait for it, the oldest first, each once. For a job that is alone at it. */
export async function takeSecondLooks(): Promise<void> {
  for (;;) {
    const next = await database().secondLook.findFirst({ orderBy: { askedAt: "asc" } });
    if (!next) return;
    await lookAgain(next.submissionId);
  }
}

/**
 * Grades again, with more time, an answer whose grading was stopped, and appends what comes of it. It was told to be free, so it stays
 * free: a wrong one costs no attempt; a right one gives the credit of the time at which it arrived. Done again it does nothing.
 */
export async function lookAgain(submissionId: string, limits = patience): Promise<void> {
  const answer = await loadUngraded(submissionId);
  if (!answer) return;
  const graded = await gradeStored(answer, { lane: "second-looks", limits });
  await inTransaction((transaction) => append(transaction, answer, graded));
  log.info({ submission: submissionId, status: graded.verdict.status }, "an answer was looked at again");
}

async function append(transaction: Transaction, answer: Ungraded, graded: Graded): Promise<void> {
  const { id, personId, problemId, assigned } = answer;
  const held = assigned && (await lockAssigned(transaction, assigned.id));
  const standing = assigned ? null : await lockStanding(transaction, personId, problemId);
  const { count } = await transaction.secondLook.deleteMany({ where: { submissionId: id } });
  if (count === 0 || !(await isStillOpen(transaction, id))) return;
  // A verdict that is the old one is no news for the record.
  if (!graded.isUnfinished)
    await transaction.grade.createMany({ data: [{ ...gradeRow(graded), id: v7(), submissionId: id }] });
  if (held && graded.correct)
    await transaction.assigned.update({ where: { id: held.id }, data: await currentCredit(transaction, held) });
  if (standing && graded.correct) await computeStanding(transaction, personId, problemId, standing);
  await transaction.message.create({ data: { personId, text: textOf(answer, graded), link: linkOf(answer) } });
}

/** True where nothing has been said of an answer but that its first grading was stopped. */
async function isStillOpen(transaction: Transaction, submissionId: string): Promise<boolean> {
  const grades = await transaction.grade.findMany({ where: { submissionId }, select: { status: true } });
  return grades.length === 1 && grades[0]?.status === "undecided";
}

function textOf({ version, drawn, assigned }: Ungraded, { verdict, correct, isUnfinished }: Graded): string {
  const title = filled(version.title, drawnOf(drawn));
  const begin = `Your answer to “${title}” took long to grade, so it was looked at again.`;
  if (isUnfinished || verdict.status !== "graded")
    return `${begin} It could not be decided. It costs nothing; you can send it again, written in another way.`;
  if (toldLevel(assigned) === "receipt") return `${begin} It has been graded now.`;
  if (correct) return `${begin} It is right, and counts from when it arrived.`;
  return `${begin} It is not right. It cost no attempt.`;
}

function linkOf({ problemId, assigned }: Ungraded): string {
  return assigned ? `/assignments/${assigned.assignmentId}/${assigned.id}` : `/problems/${problemId}`;
}
