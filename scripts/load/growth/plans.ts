import type pg from "pg";
import { pool } from "../../../lib/store";

/** A statement as it was sent, with its values. */
export interface Sent {
  readonly text: string;
  readonly values: readonly unknown[];
}

type Asking = (...words: unknown[]) => unknown;

/** Writes down all statements that the store sends over connections that it opens from now on. */
export function watchStatements(): { readonly take: () => readonly Sent[] } {
  let sent: Sent[] = [];
  pool().on("connect", (client) => {
    const asked = client as unknown as { query: Asking };
    const query = asked.query.bind(client);
    asked.query = (...words) => {
      const statement = statementOf(words);
      if (statement) sent.push(statement);
      return query(...words);
    };
  });
  return {
    take: () => {
      const taken = sent;
      sent = [];
      return taken;
    },
  };
}

function statementOf([statement, values]: readonly unknown[]): Sent | undefined {
  const given = Array.isArray(values) ? values : [];
  if (typeof statement === "string") return { text: statement, values: given };
  const { text, values: own } = (statement ?? {}) as Partial<Sent>;
  return text === undefined ? undefined : { text, values: own ?? given };
}

/** A step of a plan, as PostgreSQL's JSON has it. */
interface Step {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows"?: number;
  readonly "Actual Loops"?: number;
  readonly "Rows Removed by Filter"?: number;
  readonly "Index Searches"?: number;
  readonly Plans?: readonly Step[];
}

/** How a statement reads a table. */
export interface Reading {
  readonly table: string;
  /** True where the whole table is gone through. */
  readonly isScan: boolean;
  /** Rows gone through and searches of an index, in all; 0 where the statement was not run. */
  readonly rows: number;
}

const planned = /^\s*(select|insert|update|delete|with)\b/i;

/** What has an effect beyond its transaction. */
const lasting = /advisory|add_job/;

/**
 * How PostgreSQL reads its tables for a statement. With `avoidScans` it goes through a whole table only where there is no other way, as
 * it would if the table were large. What only reads is run as well, for the number of rows.
 */
export async function readingsOf(
  client: pg.Client,
  { text, values }: Sent,
  { avoidScans }: { readonly avoidScans: boolean },
): Promise<readonly Reading[]> {
  if (!planned.test(text) || lasting.test(text)) return [];
  const analyze = /^\s*select\b/i.test(text) ? ", ANALYZE, TIMING OFF" : "";
  await client.query("BEGIN");
  try {
    await client.query(`SET LOCAL enable_seqscan = ${avoidScans ? "off" : "on"}`);
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON${analyze}) ${text}`, [...values]);
    return stepsOf(rows[0]["QUERY PLAN"][0].Plan);
  } finally {
    await client.query("ROLLBACK");
  }
}

function stepsOf(step: Step): readonly Reading[] {
  return [...readingOf(step), ...(step.Plans ?? []).flatMap(stepsOf)];
}

function readingOf(step: Step): readonly Reading[] {
  const table = step["Relation Name"];
  if (table === undefined || !step["Node Type"].includes("Scan")) return [];
  const each = (step["Actual Rows"] ?? 0) + (step["Rows Removed by Filter"] ?? 0);
  const rows = Math.round(each * (step["Actual Loops"] ?? 0)) + (step["Index Searches"] ?? 0);
  return [{ table, isScan: step["Node Type"] === "Seq Scan", rows }];
}
