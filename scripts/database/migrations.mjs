import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "../base/paths.mjs";
import { causeOf, Trouble } from "../base/trouble.mjs";
import { giveRights } from "./application.mjs";
import { applyMigrations, differenceToSchema, migrationsFolder } from "./engine.mjs";
import { openThrowaway } from "./throwaway.mjs";

/** An address without its password, for people's eyes. */
export const withoutPassword = (url) => url.replace(/(:\/\/[^:@/]*):[^@/]*@/, "$1@");

/** The tables of the jobs, in a schema of their own. */
export async function makeQueue(url) {
  const { Logger, runMigrations } = await import("graphile-worker");
  await runMigrations({ connectionString: url, logger: new Logger(() => () => undefined) });
}

/**
 * Brings a database up to the migrations on disk, and gives the application its rights.
 *
 * @param {{ ownerUrl: string, url: string }} urls  as whom tables are made, and as whom the application signs in
 * @returns the names of the migrations that it lacked, and whether the application has rights of its own
 */
export async function applyPending({ ownerUrl, url }) {
  try {
    const applied = await applyMigrations(ownerUrl);
    await makeQueue(ownerUrl);
    return { applied, restricted: await giveRights(ownerUrl, url) };
  } catch (error) {
    const text = String(error?.message ?? error)
      .trim()
      .split("\n")[0];
    throw new Trouble(
      `The database ${withoutPassword(ownerUrl)} could not be brought up to date: ${causeOf(text) ?? text}`,
    );
  }
}

const stamp = (now) => now.toISOString().replace(/\D/g, "").slice(0, 14);
const slug = (name) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");

/** Writes the SQL that the schema is ahead of the migrations by; returns the file, or nothing where they agree. */
export async function writeMigration(name, now = new Date()) {
  const scratch = await openThrowaway();
  try {
    await applyPending(scratch);
    const sql = await differenceToSchema(scratch.ownerUrl);
    if (sql === "") return undefined;
    const folder = join(migrationsFolder, `${stamp(now)}_${slug(name)}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "migration.sql"), sql);
    const lock = join(migrationsFolder, "migration_lock.toml");
    if (!existsSync(lock))
      writeFileSync(lock, '# Prisma reads this file; it belongs to the migrations.\nprovider = "postgresql"\n');
    return relative(root, join(folder, "migration.sql"));
  } finally {
    await scratch.stop();
  }
}
