import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connected } from "../database/connection.mjs";
import { applyMigrations, migrationsFolder } from "../database/engine.mjs";
import { makeQueue } from "../database/migrations.mjs";
import { described } from "../database/testing/described";
import { fillTables } from "../database/testing/fill";
import { readBackup, writeBackup, written, writtenPart } from "./format.mjs";
import { restoreBackup } from "./restore.mjs";
import { takeBackup } from "./take.mjs";

const ownerUrl = process.env.MIGRATION_DATABASE_URL ?? "";
const url = process.env.DATABASE_URL ?? "";
const another = (base: string): string => `${base}_restored`;
const there = { ownerUrl: another(ownerUrl), url: another(url) };

const one = async (at: string, sql: string): Promise<unknown> =>
  connected(at, async (client) => Object.values((await client.query(sql)).rows[0] ?? {})[0]);

/** A hash over all that every grade says, in the database's own words. */
const hashOfGrades = `SELECT count(*) || ' ' || md5(string_agg(grade::text, ',' ORDER BY id)) FROM grade`;

const command = (sql: string) => connected(ownerUrl.replace(/[^/]*$/, "postgres"), (client) => client.query(sql));
const emptyDatabase = async () => {
  const name = new URL(there.ownerUrl).pathname.slice(1);
  await command(`DROP DATABASE IF EXISTS ${name}`);
  await command(`CREATE DATABASE ${name}`);
};

let folder = "";
let file = "";
let counts: Readonly<Record<string, number>> = {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "nabla-drill-"));
  file = join(folder, "drill.backup");
  await connected(ownerUrl, async (client) => {
    for (let seed = 1; seed <= 5; seed++) await fillTables(client, { seed });
    await client.query(
      `SELECT graphile_worker.add_job('regrade', '{"regradeId": "kept"}', run_at => '2040-01-01', max_attempts => 3)`,
    );
  });
  counts = await takeBackup({ ownerUrl, file });
  await emptyDatabase();
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await command(`DROP DATABASE IF EXISTS ${new URL(there.ownerUrl).pathname.slice(1)}`);
});

it("holds rows of every table", () => {
  expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
  expect(counts.grade).toBeGreaterThan(5);
});

it("is one file that only its owner can read, with nothing beside it", () => {
  expect(readdirSync(folder)).toEqual(["drill.backup"]);
  expect(statSync(file).mode & 0o077).toBe(0);
});

it("brings every row, every grade and every rule into another database", async () => {
  const restored = await restoreBackup({ ...there, file });
  expect(restored.counts).toEqual(counts);
  expect(restored.applied).toEqual([]);
  expect(await one(there.ownerUrl, hashOfGrades)).toBe(await one(ownerUrl, hashOfGrades));
  expect(await connected(there.ownerUrl, described)).toEqual(await connected(ownerUrl, described));
});

it("brings the jobs that wait, and the rights of the application", async () => {
  const jobs =
    "SELECT string_agg(t.identifier || j.payload::text || j.max_attempts || j.run_at, ',') FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id";
  expect(await one(there.ownerUrl, jobs)).toBe(await one(ownerUrl, jobs));
  expect(await one(there.url, "SELECT count(*)::int FROM grade")).toBe(counts.grade);
  await expect(one(there.url, "DELETE FROM audit_log")).rejects.toThrow(/permission denied/);
});

it("refuses a database that holds something, says what, and takes its place where that is wanted", async () => {
  await expect(restoreBackup({ ...there, file })).rejects.toThrow(
    new RegExp(`not empty: it holds ${counts.person} rows of person.*--replace`),
  );
  await connected(there.ownerUrl, (client) => client.query("INSERT INTO rate_limit (key) VALUES ('since')"));
  const restored = await restoreBackup({ ...there, file, replace: true });
  expect(restored.counts).toEqual(counts);
  expect(await one(there.ownerUrl, "SELECT count(*)::int FROM rate_limit WHERE key = 'since'")).toBe(0);
  expect(await one(there.ownerUrl, "SELECT count(*)::int FROM pg_namespace WHERE nspname LIKE '%restore'")).toBe(0);
});

it("refuses a database that somebody works with", async () => {
  await connected(there.ownerUrl, async () => {
    await expect(restoreBackup({ ...there, file, replace: true })).rejects.toThrow(/in use \(1 other/);
  });
});

const spoiled: readonly (readonly [string, (whole: Buffer) => Buffer])[] = [
  ["cut off in the middle", (whole) => whole.subarray(0, whole.length / 2)],
  ["cut off at the very end", (whole) => whole.subarray(0, whole.length - 4)],
  [
    "with one bit turned",
    (whole) => Buffer.concat([whole.subarray(0, 900), Buffer.from([(whole[900] ?? 0) ^ 1]), whole.subarray(901)]),
  ],
  ["of another kind", () => Buffer.from("a text")],
  ["that is empty", () => Buffer.alloc(0)],
];

it.each(spoiled)("refuses a file %s, and leaves the database as it is", async (_how, spoil) => {
  const damaged = join(folder, "damaged.backup");
  writeFileSync(damaged, spoil(readFileSync(file)));
  await expect(restoreBackup({ ...there, file: damaged, replace: true })).rejects.toThrow(/damaged or not complete/);
  expect(await one(there.ownerUrl, hashOfGrades)).toBe(await one(ownerUrl, hashOfGrades));
});

/** A backup like the drill's, with another head or with other data. */
async function rewritten(
  change: (head: object) => object,
  keep: (table: string | undefined) => boolean = () => true,
): Promise<string> {
  const parts: [object, Buffer[]][] = [];
  const { head } = await readBackup(file, async (_: object, part: { table?: string }, data: AsyncIterable<Buffer>) => {
    const all: Buffer[] = [];
    for await (const bytes of data) all.push(bytes);
    parts.push([part, keep(part.table) ? all : []]);
  });
  const again = join(folder, "rewritten.backup");
  await writeBackup(again, async function* () {
    yield* written(change(head), inParts(parts));
  });
  return again;
}

async function* inParts(parts: readonly [object, Buffer[]][]) {
  for (const [what, data] of parts) yield* writtenPart(what, data);
}

it("refuses what a newer Nabla wrote", async () => {
  const newerFormat = await rewritten((head) => ({ ...head, "nabla-backup": 2 }));
  await expect(restoreBackup({ ...there, file: newerFormat })).rejects.toThrow(/made by a newer Nabla/);
  const newerSchema = await rewritten((head) => ({ ...head, migrations: [{ name: "2999_later", checksum: "0" }] }));
  await expect(restoreBackup({ ...there, file: newerSchema })).rejects.toThrow(/does not know \(2999_later\)/);
});

it("keeps what was there where a backup turns out to contradict itself", async () => {
  const withoutPeople = await rewritten(
    (head) => head,
    (table) => table !== "person",
  );
  await expect(restoreBackup({ ...there, file: withoutPeople, replace: true })).rejects.toThrow(/foreign key/);
  expect(await one(there.ownerUrl, hashOfGrades)).toBe(await one(ownerUrl, hashOfGrades));
  expect(await one(there.url, "SELECT count(*)::int FROM grade")).toBe(counts.grade);
});

it("finds what was there where an earlier restore was killed", async () => {
  await connected(there.ownerUrl, (client) =>
    client.query(
      "ALTER SCHEMA public RENAME TO public_before_restore; CREATE SCHEMA public; CREATE TABLE half (id int)",
    ),
  );
  await expect(restoreBackup({ ...there, file })).rejects.toThrow(/database is not empty/);
  expect(await one(there.ownerUrl, hashOfGrades)).toBe(await one(ownerUrl, hashOfGrades));
});

it("brings a backup of an earlier version up to date", async () => {
  const folders = readdirSync(migrationsFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = folders.map(({ name }) => name).sort();
  const earlier = join(folder, "earlier");
  cpSync(migrationsFolder, earlier, { recursive: true });
  rmSync(join(earlier, names.at(-1) ?? ""), { recursive: true });
  await emptyDatabase();
  await applyMigrations(there.ownerUrl, earlier);
  await makeQueue(there.ownerUrl);
  await connected(there.ownerUrl, fillTables);
  const before = await takeBackup({ ownerUrl: there.ownerUrl, file: join(folder, "earlier.backup") });

  const restored = await restoreBackup({ ...there, file: join(folder, "earlier.backup"), replace: true });

  expect(restored.counts).toEqual(before);
  expect(restored.applied).toEqual([names.at(-1)]);
  expect(await connected(there.ownerUrl, described)).toEqual(await connected(ownerUrl, described));
});

it("says where a file is not there, and where none can be written, and leaves no half", async () => {
  await expect(restoreBackup({ ...there, file: join(folder, "none") })).rejects.toThrow(/^There is no file/);
  const nowhere = join(folder, "no-such-folder", "drill.backup");
  await expect(takeBackup({ ownerUrl, file: nowhere })).rejects.toThrow(/backup cannot be written/);
  // The system's own full disk; there is none but on Linux.
  if (!existsSync("/dev/full")) return;
  const full = join(folder, "full.backup");
  symlinkSync("/dev/full", `${full}.part`);
  await expect(takeBackup({ ownerUrl, file: full })).rejects.toThrow(/disk is full/);
  expect(readdirSync(folder).filter((name) => name.startsWith("full"))).toEqual([]);
});
