import { v7 } from "uuid";
import { afterAll, expect, it } from "vitest";
import { alone, closeDatabase, database } from "../store";
import { startJobs } from "./worker";

const { stop } = startJobs();
afterAll(async () => {
  await stop();
  await closeDatabase();
});

it("a job that was asked for is done by whoever is there", async () => {
  const problem = await database().problem.create({ data: { id: `jobs-${v7()}` } });
  const words = { title: "T", statement: "S", contentHash: "h", policy: "either" } as const;
  const version = await database().problemVersion.create({
    data: { ...words, problemId: problem.id, number: 1, record: {}, answers: {}, spoiled: [] },
  });
  const { id } = await database().regrade.create({ data: { problemId: problem.id, versionId: version.id } });
  const payload = JSON.stringify({ regradeId: id });
  await database().$executeRaw`SELECT graphile_worker.add_job('regrade', ${payload}::json)`;
  const state = async () => (await database().regrade.findUniqueOrThrow({ where: { id } })).state;
  await expect.poll(state, { timeout: 20_000 }).toBe("compared");
});

it("work that somebody is at is not begun again, and can be once they are done or gone", async () => {
  const done: string[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const first = alone("test", async () => {
    done.push("first");
    await held;
  });
  await expect.poll(() => done).toEqual(["first"]);
  expect(await alone("test", async () => void done.push("second"))).toBe(false);
  expect(await alone("another", async () => void done.push("another"))).toBe(true);
  release();
  expect(await first).toBe(true);
  expect(await alone("test", async () => void done.push("third"))).toBe(true);
  await expect(alone("test", async () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await alone("test", async () => void done.push("fourth"))).toBe(true);
  expect(done).toEqual(["first", "another", "third", "fourth"]);
});
