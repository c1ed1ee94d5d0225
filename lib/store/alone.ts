import { sessions } from "./database";

/**
 * Does a piece of work unless somebody over the same database is at the same one, and says whether it did. The lock belongs to a
 * connection, so it falls with a process that is killed.
 */
export async function alone(name: string, work: () => Promise<void>): Promise<boolean> {
  const connection = await sessions().connect();
  try {
    const { rows } = await connection.query<{ mine: boolean }>(
      "SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS mine",
      [name],
    );
    if (!rows[0]?.mine) return false;
    try {
      await work();
    } finally {
      await connection.query("SELECT pg_advisory_unlock(hashtextextended($1, 0))", [name]);
    }
    return true;
  } finally {
    connection.release();
  }
}
