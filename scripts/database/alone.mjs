import { connected } from "./connection.mjs";

/**
 * Does a piece of work on a database while nobody else does the like: several servers that start at once bring it up to date one
 * after the other.
 */
export function aloneWith(ownerUrl, work) {
  return connected(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtextextended('nabla: bring up to date', 0))");
    return await work();
  });
}
