import pg from "pg";
import { expect, it } from "vitest";
import { diagnose, differenceToSchema } from "./engine.mjs";
import { applyPending, withoutPassword } from "./migrations.mjs";

const url = process.env.DATABASE_URL ?? "";

it("leads to what schema.prisma describes", async () => {
  expect(await differenceToSchema(url)).toBe("");
});

it("leaves a history with which the ordinary Prisma command agrees", async () => {
  expect(await diagnose(url)).toEqual({
    editedMigrationNames: [],
    failedMigrationNames: [],
    hasMigrationsTable: true,
    history: null,
  });
});

it("records every migration as finished", async () => {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ finished: boolean; checksum: string }>(
    "SELECT finished_at IS NOT NULL AND rolled_back_at IS NULL AS finished, checksum FROM _prisma_migrations",
  );
  await client.end();
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows)
    expect(row).toMatchObject({ finished: true, checksum: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

it("has nothing left to apply", async () => {
  expect(await applyPending(url)).toEqual([]);
});

it("sees that a table is missing from the schema", async () => {
  const client = new pg.Client(url);
  await client.connect();
  await client.query("CREATE TABLE planted (id int PRIMARY KEY)");
  try {
    expect(await differenceToSchema(url)).toContain('DROP TABLE "planted"');
  } finally {
    await client.query("DROP TABLE planted");
    await client.end();
  }
});

it("says in one sentence that a server cannot be reached, without the password", async () => {
  const nowhere = "postgresql://someone:secret@127.0.0.1:1/nabla";
  await expect(applyPending(nowhere)).rejects.toThrow(
    /^The database postgresql:\/\/someone@127\.0\.0\.1:1\/nabla .*Can't reach/,
  );
  expect(withoutPassword(nowhere)).not.toContain("secret");
});
