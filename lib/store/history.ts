import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pool } from "./database";

const folder = join(/* turbopackIgnore: true */ process.cwd(), "prisma", "migrations");

/** Why the database is not ready for this version of Nabla; `null` where every migration on disk is applied. */
export async function migrationsMissing(): Promise<string | null> {
  const onDisk = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const { rows } = await pool().query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  const applied = new Set(rows.map(({ name }) => name));
  const missing = onDisk.filter(({ name }) => !applied.has(name)).length;
  return missing === 0 ? null : `${missing} of ${onDisk.length} are not applied`;
}

/** Why the database cannot be used; `null` where it answers. */
export async function databaseAway(): Promise<string | null> {
  try {
    await pool().query("SELECT 1");
    return null;
  } catch {
    return "cannot be reached";
  }
}
