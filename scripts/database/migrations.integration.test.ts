import pg from "pg";
import { expect, it } from "vitest";
import { diagnose, differenceToSchema } from "./engine.mjs";
import { applyPending, withoutPassword } from "./migrations.mjs";

const ownerUrl = process.env.MIGRATION_DATABASE_URL ?? "";
const urls = { ownerUrl, url: process.env.DATABASE_URL ?? "" };

it("leads to what schema.prisma describes", async () => {
  expect(await differenceToSchema(ownerUrl)).toBe("");
});

it("leaves a history with which the ordinary Prisma command agrees", async () => {
  expect(await diagnose(ownerUrl)).toEqual({
    editedMigrationNames: [],
    failedMigrationNames: [],
    hasMigrationsTable: true,
    history: null,
  });
});

it("records every migration as finished", async () => {
  const client = new pg.Client(ownerUrl);
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
  expect(await applyPending(urls)).toEqual({ applied: [], restricted: true });
});

it("sees that a table is missing from the schema", async () => {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  await client.query("CREATE TABLE planted (id int PRIMARY KEY)");
  try {
    expect(await differenceToSchema(ownerUrl)).toContain('DROP TABLE "planted"');
  } finally {
    await client.query("DROP TABLE planted");
    await client.end();
  }
});

it("says in one sentence that a server cannot be reached, without the password", async () => {
  const nowhere = "postgresql://someone:secret@127.0.0.1:1/nabla";
  await expect(applyPending({ ownerUrl: nowhere, url: nowhere })).rejects.toThrow(
    /^The database postgresql:\/\/someone@127\.0\.0\.1:1\/nabla .*Can't reach/,
  );
  expect(withoutPassword(nowhere)).not.toContain("secret");
});
