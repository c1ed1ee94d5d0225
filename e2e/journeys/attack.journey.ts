import { expect, test } from "@playwright/test";
import { closeDatabase, database } from "../../lib/store";
import { openGround } from "../../scripts/test/stand.mjs";
import { ask } from "../attack/ask";
import { behindProxy, cookiesIn, keepsSomething } from "../attack/behind-tls";
import { call } from "../attack/call";
import { changes } from "../attack/changes";
import { gaps } from "../attack/coverage";
import { comparable, extraFields, tryExtras } from "../attack/extras";
import { atTheEnd, rows } from "../attack/limited";
import { reads } from "../attack/reads";
import { tryFromElsewhere } from "../attack/strangers";
import { type Seen, tryChange, tryFiles, tryRead, unseen } from "../attack/tries";
import { makeWorld, type World } from "../attack/world";

// One world for all of them, and a Nabla in which nobody else changes anything meanwhile.
test.describe.configure({ mode: "serial", timeout: 240_000 });

let ground: Awaited<ReturnType<typeof openGround>> | undefined;
let world: World;
const before = { ...process.env };

test.beforeAll(async () => {
  test.setTimeout(240_000);
  ground = await openGround();
  const { address, env } = await ground.begin();
  await closeDatabase();
  Object.assign(process.env, { NABLA_SECRET: env.NABLA_SECRET, DATABASE_URL: env.DATABASE_URL });
  world = await makeWorld(address);
});

test.afterAll(async () => {
  await closeDatabase();
  process.env.DATABASE_URL = before.DATABASE_URL;
  await ground?.stop();
});

function here() {
  if (!ground) throw new Error("there is no ground");
  return ground;
}

test("Every page, every method of every route and every action has a row that says who may", () => {
  expect(gaps()).toEqual({ missing: [], gone: [] });
});

test("Everybody reads what is theirs and no byte of the rest, under heads that let no foreign script run", async () => {
  const seen: Seen = new Set();
  const found: string[] = [];
  for (const row of reads) found.push(...(await tryRead(world, row, seen)));
  found.push(...(await tryFiles(world)));
  expect(found).toEqual([]);
  // The test would find nothing where nothing is planted.
  expect(unseen(seen)).toEqual([]);
});

test("Everybody changes what is theirs, and a refusal leaves every table as it was", async () => {
  // The first click makes the demonstration's people.
  await call(world, "nobody", { what: "account.enterDemo", given: { fields: { role: "instructor" } } });
  const found: string[] = [];
  for (const row of changes) found.push(...(await tryChange(world, row)));
  expect(found).toEqual([]);
});

test("A field for every column of the schema writes nothing that a call does not write without it", async () => {
  const extras = await extraFields();
  expect(Object.keys(extras)).toEqual(expect.arrayContaining(["role", "personId", "credit", "correct", "publishedAt"]));
  const found: string[] = [];
  for (const row of comparable(changes)) found.push(...(await tryExtras(world, row, extras)));
  expect(found).toEqual([]);
});

test("Nothing is done that a page of another site asks for", async () => {
  expect(await tryFromElsewhere(world)).toEqual([]);
});

test("Behind TLS the browser is held to it, and every cookie is of this host alone", async () => {
  const { port } = await here().begin({ address: "https://nabla.example", env: { TRUST_PROXY: "1" } });
  const proxied = behindProxy(world, port, "nabla.example");
  const answers = await keepsSomething(proxied);
  expect(answers.filter(({ status }) => status >= 400)).toEqual([]);
  const { names, faults } = cookiesIn(answers);
  expect(faults).toEqual([]);
  const ours = ["callback", "csrf", "guest", "session"].map((name) => `__Host-nabla.${name}`);
  expect(names).toEqual(["__Host-nabla-theme", "__Host-nabla-writing", ...ours]);
  for (const { headers } of answers) {
    expect(headers.get("strict-transport-security")).toMatch(/^max-age=\d{8,}/);
    expect(headers.get("content-security-policy")).toContain("upgrade-insecure-requests");
  }
  const page = await ask(proxied.world, "nobody", "/", { headers: proxied.headers });
  expect(page.headers.get("strict-transport-security")).not.toBeNull();
  expect((await ask(world, "nobody", "/")).headers.get("strict-transport-security")).toBeNull();
});

test("A route at the end of its limit says 429 and when to try again, wherever a request says it comes from", async () => {
  for (const row of rows) {
    await database().rateLimit.deleteMany();
    expect(await atTheEnd(world, row)).toEqual({ limit: row.limit, isFree: true, status: 429, wait: true });
  }
});
