import { writeBackup, written, writtenPart } from "./format.mjs";
import { jobsOf, migrationsOf, rowsOf, sequencesOf, tablesOf, withTexts } from "./tables.mjs";

/**
 * Writes all that a database holds into a file, as it stands at one moment, while the server goes on working.
 *
 * @param {{ ownerUrl: string, file: string, now?: Date }} asked
 * @returns {Promise<Record<string, number>>} rows, by table
 */
export async function takeBackup({ ownerUrl, file, now = new Date() }) {
  const counts = {};
  await withTexts(ownerUrl, async (client) => {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const head = {
      takenAt: now.toISOString(),
      migrations: await migrationsOf(client),
      sequences: await sequencesOf(client),
    };
    const tables = await tablesOf(client);
    await writeBackup(file, () => written(head, partsOf(client, tables, counts)));
    await client.query("COMMIT");
  });
  return counts;
}

async function* partsOf(client, tables, counts) {
  for (const table of tables) {
    const rows = rowsOf(client, table);
    yield* writtenPart({ table: table.table, columns: table.columns }, rows);
    counts[table.table] = rows.rowCount ?? 0;
  }
  yield* writtenPart({ jobs: true }, jobsOf(client));
}
