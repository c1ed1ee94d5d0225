import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pool } from "./database";
import { closeDatabase, database, erasePeople } from "./index";
import { asOwner } from "./testing/owner";

const ids = {
  person: v7(),
  version: v7(),
  submission: v7(),
  grade: v7(),
  override: v7(),
  act: v7(),
  problem: `store-${v7()}`,
};

beforeAll(async () => {
  await database().person.create({ data: { id: ids.person, name: "Test", email: `${ids.person}@example.org` } });
  await database().problem.create({ data: { id: ids.problem } });
  const words = { title: "T", statement: "S", contentHash: "h", policy: "either" } as const;
  const version = { id: ids.version, problemId: ids.problem, number: 1, record: {}, answers: {}, spoiled: [] };
  const authorId = ids.person;
  await database().problemVersion.create({ data: { ...words, ...version, authorId } });
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
  await giveSomethingThatStays();
});
afterAll(closeDatabase);

/** An act in the log, and points that somebody gave to another student. */
async function giveSomethingThatStays(): Promise<void> {
  await database().auditLog.create({ data: { id: ids.act, action: "x", subjectKind: "x", facts: {} } });
  const student = await database().person.create({ data: { name: "Student", email: `${v7()}@example.org` } });
  const now = new Date();
  const { id: courseId } = await database().course.create({ data: { title: "Test", joinCode: v7() } });
  const times = { opensAt: now, dueAt: now, closesAt: now };
  const { id: assignmentId } = await database().assignment.create({ data: { courseId, title: "Test", ...times } });
  const { id: itemId } = await database().assignmentItem.create({
    data: { assignmentId, position: 1, problemId: ids.problem },
  });
  const of = { problemId: ids.problem, versionId: ids.version, personId: student.id };
  const assigned = await database().assigned.create({ data: { assignmentId, itemId, ...of } });
  const given = { points: 2, reason: "Because.", givenBy: ids.person };
  await database().override.create({ data: { id: ids.override, assignedId: assigned.id, ...given } });
}

const refusal = /never changed or deleted/;
const noRight = /permission denied/;

/** What nobody may do to rows that stay, by the table. */
const changes = [
  ["a version", `UPDATE problem_version SET title = 'X' WHERE id = '${ids.version}'`],
  ["a version's author by the way", `UPDATE problem_version SET author_id = NULL WHERE id = '${ids.version}'`],
  ["a version away", `DELETE FROM problem_version WHERE id = '${ids.version}'`],
  ["all versions away", "TRUNCATE problem_version CASCADE"],
  ["a grade", `UPDATE grade SET correct = true WHERE id = '${ids.grade}'`],
  ["a grade away", `DELETE FROM grade WHERE id = '${ids.grade}'`],
  ["all grades away", "TRUNCATE grade"],
  ["an answer away", `DELETE FROM submission WHERE id = '${ids.submission}'`],
  ["all answers away", "TRUNCATE submission CASCADE"],
  ["given points", `UPDATE override SET points = 1 WHERE id = '${ids.override}'`],
  ["given points away", `DELETE FROM override WHERE id = '${ids.override}'`],
  ["all given points away", "TRUNCATE override"],
  ["the audit log", `UPDATE audit_log SET action = 'x' WHERE id = '${ids.act}'`],
  ["a row of the audit log away", `DELETE FROM audit_log WHERE id = '${ids.act}'`],
  ["all of the audit log away", "TRUNCATE audit_log"],
] as const;

describe("rows that stay", () => {
  it.each(changes)("are held by a trigger, even against their owner: %s", async (_, sql) => {
    await expect(asOwner(sql)).rejects.toThrow(refusal);
  });

  it.each(changes)("the application has no right to change: %s", async (_, sql) => {
    await expect(pool().query(sql)).rejects.toThrow(noRight);
  });

  it.each([
    ["lift a trigger", "ALTER TABLE grade DISABLE TRIGGER ALL"],
    ["drop a trigger", "DROP TRIGGER grade_is_immutable ON grade"],
    ["put another function in place", "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE sql AS ''"],
    ["make tables", "CREATE TABLE planted (id int)"],
    ["rewrite the history of migrations", "DELETE FROM _prisma_migrations"],
    ["become the owner", "SET ROLE nabla"],
  ])("the application cannot %s", async (_, sql) => {
    await expect(pool().query(sql)).rejects.toThrow(/permission denied|must be owner/);
  });
});

describe("the database refuses", () => {
  it.each([
    [
      "to change what was answered",
      () => database().submission.update({ where: { id: ids.submission }, data: { text: "y" } }),
    ],
    ["to delete a person by the way", () => database().person.delete({ where: { id: ids.person } })],
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
    await expect(asOwner(`DELETE FROM problem_version WHERE id = '${ids.version}'`)).rejects.toThrow(refusal);
    const [{ erasing } = { erasing: "?" }] = await database().$queryRaw<{ erasing: string | null }[]>`
      SELECT current_setting('nabla.erasing', true) AS erasing`;
    expect(erasing ?? "").toBe("");
  });
});

describe("rows that outlive who made them", () => {
  it("stay as they are and forget who it was", async () => {
    const version = await database().problemVersion.findUniqueOrThrow({ where: { id: ids.version } });
    expect(version).toMatchObject({ title: "T", authorId: null });
    const override = await database().override.findUniqueOrThrow({ where: { id: ids.override } });
    expect(override).toMatchObject({ points: 2, reason: "Because.", givenBy: null });
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
