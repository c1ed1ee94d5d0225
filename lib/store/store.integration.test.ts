import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pool } from "./database";
import { closeDatabase, database, erasePeople } from "./index";

const ids = { person: v7(), version: v7(), submission: v7(), grade: v7(), problem: `store-${v7()}` };

beforeAll(async () => {
  await database().person.create({ data: { id: ids.person, name: "Test", email: `${ids.person}@example.org` } });
  await database().problem.create({ data: { id: ids.problem } });
  const words = { title: "T", statement: "S", contentHash: "h", policy: "either" } as const;
  const version = { id: ids.version, problemId: ids.problem, number: 1, record: {}, answers: {}, spoiled: [] };
  await database().problemVersion.create({ data: { ...words, ...version } });
  const flags = { numerator: false, denominator: false, correct: false };
  await database().submission.create({
    data: {
      id: ids.submission,
      personId: ids.person,
      problemId: ids.problem,
      versionId: ids.version,
      text: "x",
      syntax: "text",
      graderVersion: "1",
      seed: "s",
      idempotencyKey: "k",
      grades: { create: { id: ids.grade, graderVersion: "1", status: "graded", verdict: {}, ...flags } },
    },
  });
});
afterAll(closeDatabase);

const refusal = /never changed or deleted/;

describe("the database refuses", () => {
  it.each([
    [
      "to change a version",
      () => database().problemVersion.update({ where: { id: ids.version }, data: { title: "X" } }),
    ],
    ["to delete a version", () => database().problemVersion.delete({ where: { id: ids.version } })],
    ["to change a grade", () => database().grade.update({ where: { id: ids.grade }, data: { correct: true } })],
    ["to delete a grade", () => database().grade.delete({ where: { id: ids.grade } })],
    [
      "to change what was answered",
      () => database().submission.update({ where: { id: ids.submission }, data: { text: "y" } }),
    ],
    ["to delete an answer", () => database().submission.delete({ where: { id: ids.submission } })],
    ["to delete a person by the way", () => database().person.delete({ where: { id: ids.person } })],
    ["to empty the grades", () => database().$executeRawUnsafe("TRUNCATE grade")],
    ["to empty the versions", () => database().$executeRawUnsafe("TRUNCATE problem_version CASCADE")],
  ])("%s", async (_, change) => {
    await expect(change()).rejects.toThrow(refusal);
  });

  it("an email with capitals, a guest with an email, and an account without one", async () => {
    const person = (data: { email?: string; role?: "guest" | "student" }) =>
      database().person.create({ data: { name: "Test", ...data } });
    await expect(person({ email: "Ada@example.org" })).rejects.toThrow();
    await expect(person({ email: "guest@example.org", role: "guest" })).rejects.toThrow();
    await expect(person({ role: "student" })).rejects.toThrow();
  });
});

describe("erasing people", () => {
  it("takes their answers and grades along, and leaves the next transaction as strict as before", async () => {
    const other = v7();
    await database().person.create({ data: { id: other, name: "Other", email: `${other}@example.org` } });
    await erasePeople([ids.person]);
    expect(await database().grade.findUnique({ where: { id: ids.grade } })).toBeNull();
    expect(await database().submission.count({ where: { personId: ids.person } })).toBe(0);
    expect(await database().person.count({ where: { id: other } })).toBe(1);
    await expect(database().problemVersion.delete({ where: { id: ids.version } })).rejects.toThrow(refusal);
    const [{ erasing } = { erasing: "?" }] = await database().$queryRaw<{ erasing: string | null }[]>`
      SELECT current_setting('nabla.erasing', true) AS erasing`;
    expect(erasing ?? "").toBe("");
  });
});

describe("a lost connection", () => {
  it("is replaced: the server goes on when the database was restarted", async () => {
    const ask = () => database().person.count();
    await Promise.all([ask(), ask(), ask()]);
    await pool().query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()",
    );
    await expect.poll(() => pool().idleCount).toBeLessThanOrEqual(1);
    expect(await ask()).toBeGreaterThan(0);
  });
});
