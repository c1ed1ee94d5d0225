import { v7 } from "uuid";
import { database, inTransaction } from "../../store";
import { ruleOnNewcomers } from "../regrade/newcomers";
import { missingDraws } from "./draws";
import { assignedInclude, assignedOrder, type LoadedAssigned, type LoadedAssignment } from "./rows";

/** The problems that a student has got in an assignment. */
export function loadAssigned(assignmentId: string, personId: string): Promise<LoadedAssigned[]> {
  return database().assigned.findMany({
    where: { assignmentId, personId },
    orderBy: assignedOrder,
    include: assignedInclude,
  });
}

/**
 * The problems of a student, given out where they are not yet, each with the version that is published now. Two requests at once give
 * out the same.
 */
export async function handOut(assignment: LoadedAssignment, personId: string): Promise<readonly LoadedAssigned[]> {
  const given = await loadAssigned(assignment.id, personId);
  const missing = await missingDraws(assignment, personId, given);
  if (missing.length === 0) return given;
  await inTransaction(async (transaction) => {
    // An instructor who changes the items meanwhile is waited for.
    await transaction.$queryRaw`SELECT id FROM assignment WHERE id = ${assignment.id}::uuid FOR SHARE`;
    const items = await transaction.assignmentItem.findMany({
      where: { assignmentId: assignment.id },
      select: { id: true },
    });
    const known = new Set(items.map(({ id }) => id));
    const rows = missing
      .filter(({ itemId }) => known.has(itemId))
      .map((draw) => ({ id: v7(), assignmentId: assignment.id, personId, ...draw }));
    const made = await transaction.assigned.createManyAndReturn({
      data: rows,
      skipDuplicates: true,
      select: { id: true },
    });
    await ruleOnNewcomers(
      transaction,
      made.map(({ id }) => id),
    );
  });
  return loadAssigned(assignment.id, personId);
}
