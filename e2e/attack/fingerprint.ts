import { pool } from "../../lib/store";

/** Counters of requests, which refusals change too, and what is written down about them. */
const beside = ["rate_limit", "audit_log", "_prisma_migrations"];

let query: Promise<string> | undefined;

/** One row a table: how many rows it has, and which transactions have written them. */
async function makeQuery(): Promise<string> {
  const { rows } = await pool().query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
  );
  const tables = rows.map(({ name }) => name).filter((name) => !beside.includes(name));
  return tables
    .map(
      (name) =>
        `SELECT '${name}' AS name, count(*)::text || ' ' || coalesce(sum(xmin::text::bigint), 0) AS print FROM "${name}"`,
    )
    .join(" UNION ALL ");
}

export type Fingerprint = Readonly<Record<string, string>>;

/** What all tables are like now: every insert, update and delete changes it, and locks do not. */
export async function fingerprint(): Promise<Fingerprint> {
  query ??= makeQuery();
  const { rows } = await pool().query<{ name: string; print: string }>(await query);
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
}

/** The tables that have changed. */
export function changedIn(before: Fingerprint, after: Fingerprint): readonly string[] {
  return Object.keys(after).filter((name) => before[name] !== after[name]);
}
