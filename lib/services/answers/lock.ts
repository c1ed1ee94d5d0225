import { invariant } from "../../base";
import type { Statements } from "../../store";

/** The row of an assigned problem, as it is under its lock. */
export interface LockedGiven {
  readonly versionId: string;
  readonly attempts: number;
  readonly firstRight: number | null;
  readonly hints: number;
  readonly credit: number;
}

/** Locks an assigned problem until the transaction ends: its answers queue up here. */
export async function lockGiven(transaction: Statements, assignedId: string): Promise<LockedGiven> {
  const [row] = await transaction.$queryRaw<LockedGiven[]>`
    SELECT version_id AS "versionId", attempts, first_right AS "firstRight", hints, credit
    FROM assigned WHERE id = ${assignedId}::uuid FOR NO KEY UPDATE`;
  invariant(row, `the assigned problem ${assignedId} is there`);
  return row;
}
