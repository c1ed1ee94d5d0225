import pg from "pg";

/**
 * Works with a connection of its own to a database.
 *
 * @template T
 * @param {string | undefined} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function connected(url, work) {
  const client = new pg.Client(url);
  // One that breaks fails the query that uses it, which says so.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
