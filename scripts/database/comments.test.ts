import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const folder = join(process.cwd(), "prisma", "migrations");
const migrations = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

// Prisma's adapter cuts a script at every semicolon, also at one within a remark.
describe("the remarks of a migration", () => {
  it.each(migrations.map(({ name }) => name))("hold no semicolon: %s", (name) => {
    const lines = readFileSync(join(folder, name, "migration.sql"), "utf8").split("\n");
    expect(lines.filter((line) => /--.*;/.test(line))).toEqual([]);
  });
});
