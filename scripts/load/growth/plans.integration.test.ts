import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadBank } from "../../../lib/services";
import { closeDatabase } from "../../../lib/store";
import { type Ask, asksOf } from "./asks";
import { fill } from "./fill";
import { type Reading, readingsOf, type Sent, watchStatements } from "./plans";

/** How the real statements of the services read tables that hold the work of a hundred courses, which is 100,000 answers. */

const courses = 100;

/** A course has about a thousand answers and everybody in it fewer: who reads more rows reads beyond it. */
const mostRows = 3_000;

/** Tables that hold the bank, and grow with it alone. */
const ofTheBank = ["topic", "topic_need", "skill", "source_section", "bank_load"];

/** Tables of answers that wait for their first or second grade: rows leave them as fast as they come. */
const waiting = ["ungraded", "second_look"];

const staySmall: ReadonlySet<string> = new Set([...ofTheBank, ...waiting]);

const ownerUrl = process.env.MIGRATION_DATABASE_URL ?? "";
const statements = watchStatements();
let asks: readonly Ask[];
let large: ReadonlySet<string>;
let client: pg.Client;

beforeAll(async () => {
  await loadBank(join(process.cwd(), "prisma", "bank"));
  const filled = await fill(ownerUrl, courses);
  asks = await asksOf(filled, new Date());
  client = new pg.Client(ownerUrl);
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND reltuples > 10000",
  );
  large = new Set(rows.map(({ name }) => name));
});

afterAll(async () => {
  await client?.end();
  await closeDatabase();
});

/** How a statement reads what grows, where that is more than it needs. */
async function complaintsAbout(sent: Sent): Promise<readonly string[]> {
  const growing = (readings: readonly Reading[]) => readings.filter(({ table }) => !staySmall.has(table));
  const forced = growing(await readingsOf(client, sent, { avoidScans: true }));
  const usual = growing(await readingsOf(client, sent, { avoidScans: false }));
  return [
    ...forced.filter(({ isScan }) => isScan).map(({ table }) => `no index into ${table}`),
    ...forced.filter(({ rows }) => rows > mostRows).map(({ table, rows }) => `${rows} rows of ${table}`),
    ...usual.filter(({ isScan, table }) => isScan && large.has(table)).map(({ table }) => `all of ${table}`),
  ];
}

/** Does what is asked, and looks at each statement that it took. */
async function complaintsOf({ name, ask }: Ask): Promise<readonly string[]> {
  statements.take();
  const reply = (await ask()) as { readonly ok?: boolean } | undefined;
  expect(reply?.ok ?? true, `${name} is there: ${JSON.stringify(reply)?.slice(0, 300)}`).toBe(true);
  const sent = new Map(statements.take().map((each) => [each.text, each]));
  expect(sent.size).toBeGreaterThan(0);
  const complaints: string[] = [];
  for (const each of sent.values()) {
    for (const complaint of await complaintsAbout(each)) complaints.push(`${complaint}: ${each.text.slice(0, 300)}`);
  }
  return complaints;
}

describe("in a database with the work of many courses", () => {
  it("every statement of pages, programs and jobs finds its rows by an index", async () => {
    const found: Record<string, readonly string[]> = {};
    for (const each of asks.filter(({ wide }) => wide === undefined)) {
      const complaints = await complaintsOf(each);
      if (complaints.length > 0) found[each.name] = complaints;
    }
    expect(found).toEqual({});
  }, 120_000);

  it("what has a reason to read more does so, and says the reason", async () => {
    for (const each of asks.filter(({ wide }) => wide !== undefined))
      expect(await complaintsOf(each), `${each.name}: ${each.wide}`).not.toEqual([]);
  });

  it.each([
    ["without an index", "SELECT id FROM submission WHERE text = $1", "no index into submission"],
    ["by an index that is too wide", "SELECT max(text) FROM submission WHERE created_at < $1", "rows of submission"],
  ])("a statement that reads %s is found", async (_, text, complaint) => {
    const values = [text.includes("text =") ? "x" : new Date()];
    expect(await complaintsAbout({ text, values })).toContainEqual(expect.stringContaining(complaint));
  });

  it("who is removed is found in each table by an index", async () => {
    // Versions of problems are never removed, so nobody looks for what refers to one.
    const { rows } = await client.query(`
      SELECT con.conrelid::regclass::text AS "table", att.attname AS "column" FROM pg_constraint con
      JOIN pg_attribute att ON att.attrelid = con.conrelid AND att.attnum = con.conkey[1]
      WHERE con.contype = 'f' AND con.confrelid <> 'problem_version'::regclass AND NOT EXISTS (
        SELECT FROM pg_index WHERE indrelid = con.conrelid AND indpred IS NULL AND indkey[0] = con.conkey[1])`);
    expect(rows).toEqual([]);
  });

  it("every table holds rows, so that its statements are looked at", async () => {
    const empty = ["_prisma_migrations", ...waiting];
    const { rows } = await client.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND reltuples <= 0",
    );
    expect(rows.map(({ name }) => name).filter((name) => !empty.includes(name))).toEqual([]);
  });
});
