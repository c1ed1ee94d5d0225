import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connected } from "./connection.mjs";
import { applyMigrations, migrationsFolder } from "./engine.mjs";
import { described } from "./testing/described";
import { countRows, fillTables, type Table, tablesOf } from "./testing/fill";

const migrations = readdirSync(migrationsFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

const urlOf = (base: string | undefined, name: string): string =>
  Object.assign(new URL(base ?? ""), { pathname: `/${name}` }).href;

const inOneGo = process.env.TEMPLATE_OWNER_URL ?? "";
const stepByStep = urlOf(inOneGo, `steps_${process.pid}`);
const command = (sql: string) => connected(urlOf(inOneGo, "postgres"), (client) => client.query(sql));

/** A folder into which the migrations come one after the other. */
let folder = "";
let later: readonly Table[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "nabla-steps-"));
  cpSync(join(migrationsFolder, "migration_lock.toml"), join(folder, "migration_lock.toml"));
  later = await connected(inOneGo, tablesOf);
  await command(`CREATE DATABASE ${new URL(stepByStep).pathname.slice(1)}`);
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await command(`DROP DATABASE ${new URL(stepByStep).pathname.slice(1)}`);
});

// After each migration every table gets rows, so that each migration finds those of every version before it.
describe("a migration loses no row of any earlier version", () => {
  it.each(migrations.map((name, seed) => ({ name, seed })))("$name", async ({ name, seed }) => {
    const before = seed === 0 ? {} : await connected(stepByStep, countRows);
    cpSync(join(migrationsFolder, name), join(folder, name), { recursive: true });

    expect(await applyMigrations(stepByStep, folder)).toEqual([name]);

    const after = await connected(stepByStep, countRows);
    expect(Object.entries(before).filter(([table, count]) => (after[table] ?? 0) < count)).toEqual([]);
    const filled = await connected(stepByStep, (client) => fillTables(client, { seed, later }));
    expect(Object.entries(filled).filter(([, count]) => count === 0)).toEqual([]);
  });

  it("and together they lead to the schema that they make in an empty database", async () => {
    expect(await connected(stepByStep, described)).toEqual(await connected(inOneGo, described));
  });
});
