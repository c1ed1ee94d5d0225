import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { isAlive } from "../base/process.mjs";
import { openCluster } from "./cluster.mjs";

let folder = "";
let pids: number[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nabla-cluster-"));
  pids = [];
});

afterEach(() => {
  for (const pid of pids.filter(isAlive)) process.kill(pid, "SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

async function open() {
  const cluster = await openCluster(folder, ["fsync=off"]);
  pids.push(cluster.pid);
  return cluster;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

it("keeps its data from one run to the next", async () => {
  const first = await open();
  await ask(first.ownerUrl, "CREATE TABLE kept AS SELECT 42 AS n");
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  const second = await open();
  expect(await ask(second.ownerUrl, "SELECT n FROM kept")).toEqual([{ n: 42 }]);
  await second.stop();
});

it("comes up with all its data after the server was killed", async () => {
  const first = await open();
  await ask(first.ownerUrl, "CREATE TABLE kept AS SELECT 42 AS n");
  process.kill(first.pid, "SIGKILL");
  await first.ended;
  const second = await open();
  expect(await ask(second.ownerUrl, "SELECT n FROM kept")).toEqual([{ n: 42 }]);
  await second.stop();
});

it("takes the place of a server that a killed run left behind", async () => {
  const orphan = await open();
  await ask(orphan.ownerUrl, "CREATE TABLE kept AS SELECT 42 AS n");
  const heir = await open();
  expect(isAlive(orphan.pid)).toBe(false);
  expect(await ask(heir.ownerUrl, "SELECT n FROM kept")).toEqual([{ n: 42 }]);
  await heir.stop();
});

it("is not held up by a stale note that names some other process", async () => {
  const first = await open();
  await first.stop();
  writeFileSync(join(folder, "postgres", "postmaster.pid"), `${process.pid}\n${join(folder, "postgres")}\n`);
  const second = await open();
  expect(isAlive(process.pid)).toBe(true);
  await second.stop();
});

it("listens on loopback alone and wants its password, which only its owner can read", async () => {
  const cluster = await open();
  const { hostname, password } = new URL(cluster.url);
  expect(hostname).toBe("127.0.0.1");
  expect(await ask(cluster.url, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  await expect(ask(cluster.url.replace(password, "guess"), "SELECT 1")).rejects.toThrow(/password/);
  for (const name of ["postgres-password", "application-password"])
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  await cluster.stop();
});

it("starts afresh where an earlier layout broke off", async () => {
  writeFileSync(join(folder, "postgres.new"), "in the way");
  const cluster = await open();
  expect(await ask(cluster.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await cluster.stop();
});
