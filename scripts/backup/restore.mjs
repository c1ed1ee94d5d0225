import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Trouble, troubleWith } from "../base/trouble.mjs";
import { applyMigrations, migrationsFolder } from "../database/engine.mjs";
import { applyPending, makeQueue } from "../database/migrations.mjs";
import { linesIn, readBackup } from "./format.mjs";
import { putBack, setAside, throwAway } from "./place.mjs";
import { withoutRules } from "./rules.mjs";
import { putJobs, putRows, rowsOf, setSequences, tableName, tablesOf, withTexts } from "./tables.mjs";

/**
 * Makes a database what a backup says: the migrations that it had, its rows, and then the migrations since. The file is read through
 * before anything is touched, and what was loaded is compared with it before anything is kept.
 *
 * @param {{ ownerUrl: string, url: string, file: string, replace?: boolean, folder?: string }} asked
 *   `replace` gives up what the database holds now
 * @returns {Promise<{ takenAt: string, counts: Record<string, number>, applied: string[] }>}
 */
export async function restoreBackup({ ownerUrl, url, file, replace = false, folder = migrationsFolder }) {
  const { head, parts } = await readBackup(file, async () => undefined);
  await checkMigrations(head.migrations, folder);
  await setAside(ownerUrl, replace);
  try {
    await applyOnly(ownerUrl, head.migrations, folder);
    await makeQueue(ownerUrl);
    await withTexts(ownerUrl, (client) => load(client, file, head, parts));
    const { applied } = await applyPending({ ownerUrl, url });
    await throwAway(ownerUrl);
    return {
      takenAt: head.takenAt,
      applied,
      counts: Object.fromEntries(tablesIn(parts).map(({ table, rows }) => [table, rows])),
    };
  } catch (error) {
    await putBack(ownerUrl);
    throw error instanceof Trouble
      ? error
      : troubleWith("The backup could not be restored, and nothing was changed", error);
  }
}

const tablesIn = (parts) => parts.filter(({ table }) => table !== undefined);

/** A migration that is not here, or says something else here, belongs to another Nabla. */
async function checkMigrations(migrations, folder) {
  for (const { name, checksum } of migrations) {
    const script = join(folder, name, "migration.sql");
    const text = existsSync(script) ? await readFile(script) : "";
    if (createHash("sha256").update(text).digest("hex") === checksum) continue;
    throw new Trouble(
      `The backup has a migration that this Nabla does not know (${name}): take a newer one to restore it.`,
    );
  }
}

async function applyOnly(ownerUrl, migrations, folder) {
  const only = mkdtempSync(join(tmpdir(), "nabla-migrations-"));
  try {
    for (const name of ["migration_lock.toml", ...migrations.map((migration) => migration.name)])
      cpSync(join(folder, name), join(only, name), { recursive: true });
    await applyMigrations(ownerUrl, only);
  } finally {
    rmSync(only, { recursive: true, force: true });
  }
}

/** Loads and compares in one transaction: all of it is there afterwards, or nothing. */
async function load(client, file, head, parts) {
  await client.query("BEGIN");
  await withoutRules(client, async () => {
    for (const { table } of await tablesOf(client)) await client.query(`DELETE FROM ${tableName(table)}`);
    await readBackup(file, async (_, part, data) => {
      if (part.jobs) await putJobs(client, data);
      else await putRows(client, tableName(part.table), part.columns, data);
    });
    await setSequences(client, head.sequences);
  });
  await compare(client, tablesIn(parts));
  await client.query("COMMIT");
}

async function compare(client, parts) {
  const tables = await tablesOf(client);
  for (const { table, columns, rows, sha256 } of parts) {
    const { key } = tables.find((one) => one.table === table) ?? {};
    const found = await sumsOf(rowsOf(client, { table, columns, key }));
    if (found.rows === rows && found.sha256 === sha256) continue;
    throw new Trouble(`The table ${table} came out as something else (${found.rows} of ${rows} rows).`);
  }
}

async function sumsOf(data) {
  const hash = createHash("sha256");
  let rows = 0;
  for await (const bytes of data) {
    hash.update(bytes);
    rows += linesIn(bytes);
  }
  return { rows, sha256: hash.digest("hex") };
}
