import { expect, test } from "@playwright/test";
import { closeDatabase } from "../../lib/store";
import { openStand } from "../../scripts/test/stand.mjs";
import { call } from "../attack/call";
import { changes } from "../attack/changes";
import { gaps } from "../attack/coverage";
import { reads } from "../attack/reads";
import { type Seen, tryChange, tryRead, unseen } from "../attack/tries";
import { makeWorld, type World } from "../attack/world";

// One world for all of them, and a Nabla in which nobody else changes anything meanwhile.
test.describe.configure({ mode: "serial" });

let world: World;
let undo: () => Promise<void>;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const stand = await openStand();
  const { AUTH_SECRET, NABLA_SECRET } = stand.env;
  const before = { ...process.env };
  await closeDatabase();
  Object.assign(process.env, { AUTH_SECRET, NABLA_SECRET, DATABASE_URL: stand.databaseUrl });
  undo = async () => {
    await closeDatabase();
    Object.assign(process.env, before);
    await stand.stop();
  };
  world = await makeWorld(stand.address);
});

test.afterAll(() => undo());

test("Every page, every method of every route and every action has a row that says who may", () => {
  expect(gaps()).toEqual({ missing: [], gone: [] });
});

test("Everybody reads what is theirs to read and no byte of the rest, under heads that let no foreign script run", async () => {
  test.setTimeout(180_000);
  const seen: Seen = new Set();
  const found: string[] = [];
  for (const row of reads) found.push(...(await tryRead(world, row, seen)));
  expect(found).toEqual([]);
  // The test would find nothing where nothing is planted.
  expect(unseen(seen)).toEqual([]);
});

test("Everybody changes what is theirs to change, and a refusal leaves every table as it was", async () => {
  test.setTimeout(180_000);
  // The first click makes the demonstration's people.
  await call(world, "nobody", { what: "account.enterDemo", given: { fields: { role: "instructor" } } });
  const found: string[] = [];
  for (const row of changes) found.push(...(await tryChange(world, row)));
  expect(found).toEqual([]);
});
