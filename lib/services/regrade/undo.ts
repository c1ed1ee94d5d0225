import { database, inTransaction } from "../../store";
import { countDone, currentCredit, lockAssigned, tell } from "./assigned";
import { restoreGrades } from "./grades";
import { undoneText } from "./news";
import { unpractising } from "./practice";
import { replaying } from "./replay";
import type { RegradeRow } from "./rows";

/** Takes a regrade back, ruling by ruling, by appending again what held before; yields after each. Can be stopped and begun again. */
export async function* undoing(regrade: RegradeRow) {
  const rulings = await database().regradeRuling.findMany({
    where: { regradeId: regrade.id, undoneAt: null },
    orderBy: { assignedId: "asc" },
  });
  for (const { assignedId } of rulings) {
    await takeBack(regrade.id, assignedId);
    yield 1;
  }
  if (regrade.courseId === null) yield* unpractising(regrade);
  yield* replaying(regrade.id);
}

function takeBack(regradeId: string, assignedId: string): Promise<void> {
  return inTransaction(async (transaction) => {
    const row = await lockAssigned(transaction, assignedId);
    const key = { regradeId_assignedId: { regradeId, assignedId } };
    const ruling = await transaction.regradeRuling.findUniqueOrThrow({ where: key });
    if (ruling.undoneAt) return;
    await restoreGrades(transaction, regradeId, { assignedId });
    const after = {
      ...(await currentCredit(transaction, row)),
      full: ruling.fullBefore,
      dropped: ruling.droppedBefore,
      versionId: ruling.versionBefore,
    };
    await transaction.assigned.update({ where: { id: assignedId }, data: after });
    await transaction.regradeRuling.update({ where: key, data: { undoneAt: new Date() } });
    await tell(transaction, row, { ...row, ...after }, undoneText);
    await countDone(transaction, regradeId);
  });
}
