import type { Transaction } from "../../store";
import { assignedIn } from "./scope";

/**
 * Full marks and drops hold too for those who get the problem later. Each such ruling is kept, so that undoing the regrade takes it
 * back with the others.
 */
export async function ruleOnNewcomers(transaction: Transaction, assignedIds: readonly string[]): Promise<void> {
  const rows = await transaction.assigned.findMany({
    where: { id: { in: [...assignedIds] } },
    select: { problemId: true },
  });
  const regrades = await transaction.regrade.findMany({
    where: {
      problemId: { in: rows.map(({ problemId }) => problemId) },
      state: "applied",
      mode: { in: ["full", "drop"] },
    },
    orderBy: { createdAt: "asc" },
  });
  for (const regrade of regrades) {
    const reached = await transaction.assigned.findMany({
      where: { AND: [{ id: { in: [...assignedIds] } }, await assignedIn(regrade, transaction)] },
    });
    if (reached.length === 0) continue;
    await transaction.regradeRuling.createMany({
      data: reached.map(({ id, credit, full, dropped, versionId }) => ({
        regradeId: regrade.id,
        assignedId: id,
        creditBefore: credit,
        creditAfter: credit,
        fullBefore: full,
        droppedBefore: dropped,
        versionBefore: versionId,
      })),
      skipDuplicates: true,
    });
    await transaction.assigned.updateMany({
      where: { id: { in: reached.map(({ id }) => id) } },
      data: regrade.mode === "full" ? { full: true } : { dropped: true },
    });
  }
}
