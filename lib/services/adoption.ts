import { join } from "../progress";
import { inTransaction, log, type Transaction } from "../store";
import { moveDrafts } from "./drafts";
import { moveGivenUp } from "./mastery/given-up";
import { replayInside } from "./mastery/replay";
import { keepStanding, lockStanding, toStanding } from "./standings";
import { adoptVariant } from "./variants";

/**
 * Moves a guest's answers and drafts to a person, behind the person's own, estimates the person's skills from all of them, and forgets
 * the guest. Answers that the guest is just giving are waited for. Does nothing for a guest who is not one, or is gone already.
 */
export async function adoptGuestWork(guestId: string, personId: string): Promise<void> {
  const problems = await inTransaction(async (transaction) => {
    if (!(await lockBoth(transaction, guestId, personId))) return [];
    const rows = await transaction.progress.findMany({ where: { personId: guestId }, orderBy: { problemId: "asc" } });
    for (const { problemId, ...row } of rows) {
      const own = await lockStanding(transaction, personId, problemId);
      await moveSubmissions(transaction, { guestId, personId, problemId, behind: own.attempts });
      const variant = adoptVariant(own, toStanding(row), guestId);
      await keepStanding(transaction, personId, problemId, { ...variant, ...join(own, row) });
    }
    await moveDrafts(transaction, guestId, personId);
    await moveGivenUp(transaction, guestId, personId);
    const placed = await movePlacement(transaction, guestId, personId);
    await transaction.person.delete({ where: { id: guestId } });
    if (rows.length > 0 || placed) await replayInside(transaction, personId);
    return rows;
  });
  if (problems.length > 0) log.info({ person: personId, problems: problems.length }, "guest work adopted");
}

/** A person's own placement stays. Says whether the guest's was taken. */
async function movePlacement(transaction: Transaction, guestId: string, personId: string): Promise<boolean> {
  const moved = await transaction.$executeRaw`
    UPDATE placement SET person_id = ${personId}::uuid
    WHERE person_id = ${guestId}::uuid
      AND NOT EXISTS (SELECT FROM placement AS own WHERE own.person_id = ${personId}::uuid)`;
  return moved > 0;
}

/** Two adoptions by one person queue up; so do an adoption and the answers of its guest. */
async function lockBoth(transaction: Transaction, guestId: string, personId: string): Promise<boolean> {
  const person = await transaction.$queryRaw<unknown[]>`
    SELECT id FROM person WHERE id = ${personId}::uuid AND role <> 'guest' FOR NO KEY UPDATE`;
  const guest = await transaction.$queryRaw<unknown[]>`
    SELECT id FROM person WHERE id = ${guestId}::uuid AND role = 'guest' FOR UPDATE`;
  return person.length === 1 && guest.length === 1;
}

interface Move {
  readonly guestId: string;
  readonly personId: string;
  readonly problemId: string;
  /** How many counted answers of the person's own stand before. */
  readonly behind: number;
}

/** A key that both have used stays with the person; the guest's answer gets its own id for one. */
async function moveSubmissions(
  transaction: Transaction,
  { guestId, personId, problemId, behind }: Move,
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE submission AS moved
    SET person_id = ${personId}::uuid,
        ordinal = moved.ordinal + ${behind}::int,
        idempotency_key = CASE
          WHEN EXISTS (
            SELECT FROM submission AS own
            WHERE own.person_id = ${personId}::uuid AND own.idempotency_key = moved.idempotency_key
          ) THEN moved.id::text
          ELSE moved.idempotency_key
        END
    WHERE moved.person_id = ${guestId}::uuid AND moved.problem_id = ${problemId}`;
}
