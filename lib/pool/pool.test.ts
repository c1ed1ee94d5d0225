import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { Pool } from "./pool";

const folder = mkdtempSync(join(tmpdir(), "nabla-pool-"));
const file = join(folder, "worker.mjs");
writeFileSync(
  file,
  `const tasks = {
    double: (n) => ({ value: 2 * n }),
    throw: () => ({ threw: "broken" }),
    forever: () => { for (;;); },
    end: () => process.exit(1),
  };
  export default ({ task, input }) => tasks[task](input);`,
);
const pool = new Pool({ name: "test", file, threads: 2, mostWaiting: 3, isKept: true });
const patience = { soft: 5_000, hard: 20_000 };

afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

const double = (n: number) => pool.run("double", n, patience);

it("gives what the work comes to", async () => {
  expect(await double(21)).toEqual({ ended: "done", value: 42 });
});

it.each(["forever", "end"])("ends a thread that does %s, and goes on", async (task) => {
  const hard = task === "forever" ? 50 : patience.hard;
  const stopped = [1, 2, 3].map(() => pool.run(task, null, { soft: 10, hard }));
  const outcomes = await Promise.all([...stopped, double(1), double(2)]);
  expect(outcomes.map(({ ended }) => ended)).toEqual(["stopped", "stopped", "stopped", "done", "done"]);
});

it("tells work that threw from a thread that ended", async () => {
  expect(await pool.run("throw", null, patience)).toEqual({ ended: "failed" });
  expect(await double(3)).toEqual({ ended: "done", value: 6 });
});

it("says when to come again once too much waits, and does all that was begun", async () => {
  expect(pool.wait()).toBeNull();
  const all = Array.from({ length: 8 }, (_, n) => double(n));
  expect(pool.wait()).toBeGreaterThanOrEqual(1);
  expect(pool.counts).toMatchObject({ running: 2, waiting: 6 });
  expect(await Promise.all(all)).toEqual(Array.from({ length: 8 }, (_, n) => ({ ended: "done", value: 2 * n })));
  expect(pool.wait()).toBeNull();
});

it("counts what takes longer than the soft limit, and lets it go on", async () => {
  const before = pool.counts.slow;
  expect(await pool.run("double", 1, { soft: 0, hard: 20_000 })).toEqual({ ended: "done", value: 2 });
  expect(pool.counts.slow).toBe(before + 1);
});

it("lets what was begun come to its end when it is closed, and takes nothing more", async () => {
  const closing = new Pool({ name: "closing", file, threads: 1, mostWaiting: 3, isKept: false });
  const begun = closing.run("double", 4, patience);
  await Promise.all([begun, closing.close()]);
  expect(await begun).toEqual({ ended: "done", value: 8 });
  await expect(closing.run("double", 1, patience)).rejects.toThrow("closed");
});
