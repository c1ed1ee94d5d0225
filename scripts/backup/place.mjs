import { Trouble } from "../base/trouble.mjs";
import { connected } from "../database/connection.mjs";
import { tableName, tablesOf } from "./tables.mjs";

/** Where the rows of Nabla and of its jobs stand, and what they are called while a restore is under way. */
const schemas = ["public", "graphile_worker"];
const asideOf = (schema) => `${schema}_before_restore`;

async function has(client, schema) {
  const { rowCount } = await client.query("SELECT 1 FROM pg_namespace WHERE nspname = $1", [schema]);
  return rowCount > 0;
}

/** How many rows of what a database holds. */
async function holdings(client) {
  const counts = [];
  for (const { table } of await tablesOf(client)) {
    const { rows } = await client.query(`SELECT count(*)::int AS count FROM ${tableName(table)}`);
    if (rows[0].count > 0) counts.push([table, rows[0].count]);
  }
  return counts;
}

const told = ["person", "course", "submission", "grade"];

function refusal(counts) {
  const known = Object.fromEntries(counts);
  const said = told.map((table) => `${known[table] ?? 0} rows of ${table}`).join(", ");
  return new Trouble(
    `The database is not empty: it holds ${said}, and rows of ${counts.length} tables in all. To lose them and take the backup instead, add --replace.`,
  );
}

/** Others who are at the database would work on with what is gone. */
async function checkAlone(client) {
  const { rows } = await client.query(
    "SELECT count(*)::int AS others FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'",
  );
  if (rows[0].others > 0)
    throw new Trouble(`The database is in use (${rows[0].others} other connections): stop Nabla first.`);
}

/** Takes back what a restore has put in the place of what was there. */
async function takeBack(client, aside) {
  await client.query("BEGIN");
  for (const schema of schemas) await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  for (const schema of aside) await client.query(`ALTER SCHEMA ${asideOf(schema)} RENAME TO ${schema}`);
  await client.query("COMMIT");
}

async function schemasAside(client) {
  const found = await Promise.all(schemas.map(async (schema) => (await has(client, asideOf(schema))) && schema));
  return found.filter(Boolean);
}

/**
 * Makes room for a backup: refuses where there are rows and nobody said that they may go, and puts what is there aside. Where an
 * earlier restore was killed, what it had put aside counts as what is there.
 */
export function setAside(ownerUrl, replace) {
  return connected(ownerUrl, async (client) => {
    await checkAlone(client);
    const left = await schemasAside(client);
    if (left.length > 0) await takeBack(client, left);
    const counts = await holdings(client);
    if (counts.length > 0 && !replace) throw refusal(counts);
    await client.query("BEGIN");
    for (const schema of schemas)
      if (await has(client, schema)) await client.query(`ALTER SCHEMA ${schema} RENAME TO ${asideOf(schema)}`);
    await client.query("CREATE SCHEMA public");
    await client.query("GRANT USAGE ON SCHEMA public TO PUBLIC");
    await client.query("COMMIT");
  });
}

/** The restore did not work out: what was there before is there again. */
export function putBack(ownerUrl) {
  return connected(ownerUrl, async (client) => takeBack(client, await schemasAside(client)));
}

/** The restore worked out: what was there before is gone. */
export function throwAway(ownerUrl) {
  return connected(ownerUrl, async (client) => {
    const names = (await schemasAside(client)).map(asideOf);
    if (names.length > 0) await client.query(`DROP SCHEMA ${names.join(", ")} CASCADE`);
  });
}
