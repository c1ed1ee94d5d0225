import { setTimeout as wait } from "node:timers/promises";
import { database, inTransaction } from "../../store";
import { countDone, currentCredit, type LockedAssigned, lockAssigned, tell } from "./assigned";
import { hasSameParameters } from "./comparable";
import { comparing } from "./compare";
import { appendGrades } from "./grades";
import { regradedText } from "./news";
import { practising } from "./practice";
import { replaying } from "./replay";
import type { RegradeRow } from "./rows";
import { assignedIn } from "./scope";
import type { RegradeMode } from "./views";

/**
 * Does what was chosen about the answers that differ, assigned problem by assigned problem; yields after each. Each is done as a
 * whole or not at all, and leaves a ruling: who stops in between and begins again goes on behind the last one.
 */
export async function* applying(regrade: RegradeRow, mode: RegradeMode) {
  yield* comparing(regrade);
  for (const { id } of await reachedBy(regrade)) {
    yield* comparingUntilGraded(regrade, () => giveRuling(regrade, mode, id));
    yield 1;
  }
  if (regrade.courseId === null) yield* practising(regrade, mode);
  yield* replaying(regrade.id);
}

/** The assigned problems that a regrade reaches and has not ruled on yet. */
async function reachedBy(regrade: RegradeRow) {
  return database().assigned.findMany({
    where: { ...(await assignedIn(regrade)), rulings: { none: { regradeId: regrade.id } } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
}

/** In milliseconds: how often is tried again what waits for answers that are being graded. */
const pause = 250;

/** Gives a ruling once all answers have a grade; those that get theirs meanwhile are compared first. */
async function* comparingUntilGraded(regrade: RegradeRow, give: () => Promise<boolean>) {
  while (!(await give())) {
    await wait(pause);
    yield* comparing(regrade);
  }
}

/** False where an answer is still being graded: behind this lock no other comes. */
function giveRuling(regrade: RegradeRow, mode: RegradeMode, assignedId: string): Promise<boolean> {
  return inTransaction(async (transaction) => {
    const row = await lockAssigned(transaction, assignedId);
    if ((await transaction.ungraded.count({ where: { submission: { is: { assignedId } } } })) > 0) return false;
    const key = { regradeId: regrade.id, assignedId };
    if (await transaction.regradeRuling.findUnique({ where: { regradeId_assignedId: key } })) return true;
    await appendGrades(transaction, regrade, mode, { assignedId });
    const after = {
      ...(await currentCredit(transaction, row)),
      full: row.full || mode === "full",
      dropped: row.dropped || mode === "drop",
      versionId: versionAfter(row, regrade, mode),
    };
    await transaction.assigned.update({ where: { id: assignedId }, data: after });
    await transaction.regradeRuling.create({
      data: {
        ...key,
        creditBefore: row.credit,
        creditAfter: after.credit,
        fullBefore: row.full,
        droppedBefore: row.dropped,
        versionBefore: row.versionId,
      },
    });
    await tell(transaction, row, { ...row, ...after }, (change) => regradedText(mode, change));
    await countDone(transaction, regrade.id);
    return true;
  });
}

/** A newer version takes the place of the one that is asked, where the student keeps their numbers. */
function versionAfter(row: LockedAssigned, { version }: RegradeRow, mode: RegradeMode): string {
  const isNewer = version.number > row.version.number;
  const corrects = mode === "raise" || mode === "replace";
  return corrects && isNewer && hasSameParameters(row.version.parameters, version.parameters)
    ? version.id
    : row.versionId;
}
