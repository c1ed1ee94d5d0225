import { pipeline } from "node:stream/promises";
import pg from "pg";
import copy from "pg-copy-streams";
import { connected } from "../database/connection.mjs";

const { escapeIdentifier, escapeLiteral } = pg;

/** Works with a connection of its own, whose texts look the same on every server. */
export function withTexts(url, work) {
  return connected(url, async (client) => {
    await client.query("SET client_encoding TO 'UTF8'; SET datestyle TO 'ISO'; SET intervalstyle TO 'iso_8601'");
    await client.query("SET timezone TO 'UTC'; SET extra_float_digits TO 1; SET bytea_output TO 'hex'");
    return await work(client);
  });
}

export const tableName = (name) => `public.${escapeIdentifier(name)}`;

/** Kept by the migrations themselves, which are applied anew. */
const ofMigrations = "_prisma_migrations";

/**
 * The tables with their columns, as the catalogue has them, so that a new table is in the next backup by itself. The key puts rows
 * into an order that is the same everywhere.
 *
 * @returns {Promise<{ table: string, columns: string[], key: string[] }[]>}
 */
export async function tablesOf(client) {
  const { rows } = await client.query(
    `SELECT c.relname AS table,
       (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
       coalesce((SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a JOIN pg_index i ON i.indrelid = c.oid
        WHERE i.indisprimary AND a.attrelid = c.oid AND a.attnum = ANY (i.indkey)), '{}') AS key
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> $1
     ORDER BY c.relname COLLATE "C"`,
    [ofMigrations],
  );
  return rows;
}

/** The rows of a table as COPY writes them, in order. */
export function rowsOf(client, { table, columns, key }) {
  const names = columns.map(escapeIdentifier).join(", ");
  const order = (key.length > 0 ? key : columns).map((column) => `${escapeIdentifier(column)}::text COLLATE "C"`);
  return client.query(
    copy.to(`COPY (SELECT ${names} FROM ${tableName(table)} ORDER BY ${order.join(", ")}) TO STDOUT`),
  );
}

/** Puts rows into a table, as COPY wrote them. */
export async function putRows(client, target, columns, data) {
  const names = columns.map(escapeIdentifier).join(", ");
  await pipeline(data, client.query(copy.from(`COPY ${target} (${names}) FROM STDIN`)));
}

/** The migrations that a database has. */
export async function migrationsOf(client) {
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum FROM ${tableName(ofMigrations)}
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
  );
  return rows;
}

/** Where the counters of the tables stand. */
export async function sequencesOf(client) {
  const { rows } = await client.query(
    `SELECT sequencename AS name, last_value::text AS value FROM pg_sequences
     WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY sequencename COLLATE "C"`,
  );
  return rows;
}

export async function setSequences(client, sequences) {
  for (const { name, value } of sequences)
    await client.query(`SELECT setval(${escapeLiteral(tableName(name))}, $1::bigint)`, [value]);
}

/**
 * Jobs that wait, or were under way when the backup was made, as they were asked for. The tables of the jobs are a library's own,
 * and change with it; what is asked for does not.
 */
export const jobColumns = ["task", "payload", "queue", "run_at", "max_attempts", "key", "priority"];

export function jobsOf(client) {
  return client.query(
    copy.to(
      `COPY (SELECT t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.key, j.priority
         FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
         LEFT JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id
         WHERE j.attempts < j.max_attempts OR j.locked_at IS NOT NULL ORDER BY j.id) TO STDOUT`,
    ),
  );
}

export async function putJobs(client, data) {
  await client.query(`CREATE TEMPORARY TABLE asked_job (task text, payload json, queue text, run_at timestamptz,
    max_attempts int, key text, priority int) ON COMMIT DROP`);
  await putRows(client, "asked_job", jobColumns, data);
  await client.query(
    `SELECT graphile_worker.add_job(task, payload, queue, run_at, max_attempts, key, priority) FROM asked_job`,
  );
}
