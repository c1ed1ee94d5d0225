import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { alone, closeDatabase, database, inTransaction, pool } from "../store";
import { startJobs } from "./worker";

const program = "/usr/sbin/pgbouncer";

/** Two connections for everybody, given to another after each transaction: what breaks by that breaks soon. */
function configuration(folder: string, port: number): string {
  const { hostname, port: behind, username, password, pathname } = new URL(process.env.DATABASE_URL ?? "");
  const target = `host=${hostname} port=${behind} dbname=${pathname.slice(1)} user=${username} password=${password}`;
  return `[databases]
nabla = ${target}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 2
logfile = ${join(folder, "log")}
pidfile = ${join(folder, "pid")}
`;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

describe.skipIf(!existsSync(program))("behind PgBouncer in transaction mode", () => {
  let folder = "";
  let bouncer: ChildProcess | undefined;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "nabla-pooler-"));
    chmodSync(folder, 0o777);
    const port = await freePort();
    const file = join(folder, "pgbouncer.ini");
    writeFileSync(file, configuration(folder, port));
    const asOther = process.getuid?.() === 0 ? ["-u", "nobody"] : [];
    bouncer = spawn(program, [...asOther, file], { stdio: "ignore" });
    process.env.SESSION_DATABASE_URL = process.env.DATABASE_URL;
    process.env.DATABASE_URL = `postgresql://anybody@127.0.0.1:${port}/nabla`;
    await vi.waitFor(() => pool().query("SELECT 1"), { timeout: 10_000 });
  });

  afterAll(async () => {
    await closeDatabase();
    bouncer?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it("transactions and reads of many at once come out as they should", async () => {
    const topic = (id: string, position: number) => ({ id, position, title: id, goal: "g", heading: "h" });
    await Promise.all(
      Array.from({ length: 40 }, (_, place) =>
        inTransaction(async (transaction) => {
          await transaction.topic.create({ data: topic(`pooled-${place}`, place) });
          await transaction.topic.update({ where: { id: `pooled-${place}` }, data: { goal: `goal ${place}` } });
        }),
      ),
    );
    const found = await database().topic.findMany({ where: { id: { startsWith: "pooled-" } } });
    expect(found).toHaveLength(40);
    expect(found.every(({ goal, position }) => goal === `goal ${position}`)).toBe(true);
  });

  it("a lock belongs to whoever took it, and jobs are taken", async () => {
    const { areTaken, stop } = startJobs();
    try {
      await alone("pooled", async () => {
        for (let tries = 0; tries < 5; tries++) expect(await alone("pooled", async () => undefined)).toBe(false);
      });
      for (let tries = 0; tries < 5; tries++) expect(await alone("pooled", async () => undefined)).toBe(true);
      await expect.poll(areTaken, { timeout: 10_000 }).toBe(true);
      await pool().query("SELECT graphile_worker.add_job('clean-up-guests', '{}')");
      const left = "SELECT count(*)::int AS left FROM graphile_worker.jobs WHERE task_identifier = 'clean-up-guests'";
      await expect.poll(async () => (await pool().query(left)).rows[0].left, { timeout: 10_000 }).toBe(0);
    } finally {
      await stop();
    }
  });
});
