import pg from "pg";

/** Speaks SQL as the owner of the tables: for what the application has no right to, and for whether triggers hold without it. */
export async function asOwner(sql: string, values: readonly unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client(process.env.MIGRATION_DATABASE_URL);
  await client.connect();
  try {
    return await client.query(sql, [...values]);
  } finally {
    await client.end();
  }
}
