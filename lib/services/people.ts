import type { Viewer } from "../auth";
import type { Statements } from "../store";

/**
 * Keeps whoever is asking from being erased or adopted while we work; false where they are gone. A guest becomes a row with
 * the first work that is stored.
 */
export function holdAsker(transaction: Statements, { role }: Viewer, personId: string): Promise<boolean> {
  return role === "guest" ? holdGuest(transaction, personId) : holdPerson(transaction, personId);
}

async function holdPerson(transaction: Statements, personId: string): Promise<boolean> {
  const found = await transaction.$queryRaw<unknown[]>`
    SELECT id FROM person WHERE id = ${personId}::uuid FOR KEY SHARE`;
  return found.length === 1;
}

/**
 * A guest becomes a row with their first answer, and again with an answer that was on its way while the row was adopted: one
 * statement, so that there is no moment in between.
 */
async function holdGuest(transaction: Statements, guestId: string): Promise<boolean> {
  const held = await transaction.$queryRaw<unknown[]>`
    INSERT INTO person AS known (id, name, role) VALUES (${guestId}::uuid, 'Visitor', 'guest')
    ON CONFLICT (id) DO UPDATE SET name = known.name WHERE known.role = 'guest' RETURNING id`;
  return held.length === 1;
}
