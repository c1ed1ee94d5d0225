import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { viewerOf } from "../../auth";
import { invariant } from "../../base";
import { closeDatabase, database, pool } from "../../store";
import { asOwner } from "../../store/testing/owner";
import { demoPerson } from "../accounts";
import { testCourse } from "../courses/test-course";
import { guest, somebody } from "../test-world";
import { type EraseInput, eraseAccount } from "./erase";
import { exportEverything } from "./export";
import { isPersonal, personal, registry, rowsWhere } from "./registry";
import { type FullPerson, fullPerson } from "./testing/full-person";

afterAll(closeDatabase);

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly data_type: string;
}

/** Every column of the schema that is ours. */
async function columns(): Promise<readonly Column[]> {
  const { rows } = await asOwner(
    `SELECT c.table_name, c.column_name, c.data_type
     FROM information_schema.columns AS c JOIN information_schema.tables AS t USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
  );
  return rows;
}

/** The columns that are foreign keys: which table they lead to, and what happens when the row there goes. */
async function foreignKeys(): Promise<ReadonlyMap<string, { readonly to: string; readonly rule: string }>> {
  const { rows } = await asOwner(
    `SELECT conrelid::regclass::text AS "from", attname AS column, confrelid::regclass::text AS "to",
       CASE confdeltype WHEN 'c' THEN 'row goes' WHEN 'n' THEN 'link goes' ELSE 'refused' END AS rule
     FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  return new Map(rows.map((row) => [`${row.from}.${row.column}`.replaceAll('"', ""), { to: row.to, rule: row.rule }]));
}

/** Names by which a column that says who somebody is can be told. */
const ofSomebody = /(^|_)(person|author|student|teacher|owner|user|giver|email|mail)(_id)?$|_(by|for)(_id)?$/;

/** Ids that lead nowhere by a foreign key, and to nobody. */
const harmless = new Set(["audit_log.course_id", "regrade_ruling.version_before"]);

describe("the registry of personal data", () => {
  it("has every table of the database, and no others", async () => {
    const tables = new Set((await columns()).map(({ table_name }) => table_name));
    expect(Object.keys(registry).toSorted()).toEqual([...tables].toSorted());
  });

  it("names every foreign key to a person, and says what it does", async () => {
    for (const [column, { to, rule }] of await foreignKeys()) {
      if (to !== "person") continue;
      const [table = "", name = ""] = column.split(".");
      const entry = registry[table];
      expect(entry && isPersonal(entry) ? entry.people[name] : undefined, column).toBe(rule);
    }
  });

  it("names every column that is called after somebody, or holds an id that leads nowhere", async () => {
    const keys = await foreignKeys();
    for (const { table_name: table, column_name: name, data_type: type } of await columns()) {
      const column = `${table}.${name}`;
      const entry = registry[table];
      const isLoose = type === "uuid" && name !== "id" && !keys.has(column) && !harmless.has(column);
      if (!ofSomebody.test(name) && !isLoose) continue;
      expect(entry && isPersonal(entry) ? Object.keys(entry.people) : [], column).toContain(name);
    }
  });

  it("names only columns that are there", async () => {
    const known = new Set((await columns()).map(({ table_name, column_name }) => `${table_name}.${column_name}`));
    for (const [table, { key, people, withheld = {}, heldBack }] of personal) {
      const named = [...key, ...Object.keys(people), ...Object.keys(withheld), ...(heldBack?.columns ?? [])];
      for (const name of named.filter((each) => each !== "*")) expect(known).toContain(`${table}.${name}`);
    }
  });

  it("sees that a table with a person in it is missing", async () => {
    await asOwner("CREATE TABLE planted (id uuid PRIMARY KEY, person_id uuid REFERENCES person (id))");
    try {
      const planted = (await foreignKeys()).get("planted.person_id");
      expect(planted).toEqual({ to: "person", rule: "refused" });
      expect((await columns()).some(({ table_name }) => !(table_name in registry))).toBe(true);
    } finally {
      await asOwner("DROP TABLE planted");
    }
  });
});

async function exported(viewer: Parameters<typeof exportEverything>[0]): Promise<string> {
  const reply = await exportEverything(viewer, new Date());
  invariant(reply.ok, "somebody takes their data out");
  let text = "";
  for await (const piece of reply.value.text) text += piece;
  return text;
}

/** Every text in every table, those of the jobs too. */
async function dump(): Promise<string> {
  const { rows } = await asOwner(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_schema IN ('public', 'graphile_worker') AND table_type = 'BASE TABLE'`,
  );
  const texts: string[] = [];
  for (const { name } of rows) {
    const { rows: all } = await asOwner(`SELECT t::text AS row FROM ${name} AS t`);
    texts.push(...all.map(({ row }) => `${name} ${row}`));
  }
  return texts.join("\n");
}

describe("somebody about whom every table has a row", () => {
  let person: FullPerson;
  let file: Record<string, unknown>;
  let text = "";

  const rowsOf = (key: string) => file[key] as Record<string, unknown>[];
  const viewer = async () => {
    const found = await viewerOf(person.personId, `test ${v7()}`);
    invariant(found, "the account is there");
    return found;
  };

  beforeAll(async () => {
    person = await fullPerson();
    text = await exported(await viewer());
    file = JSON.parse(text);
  });

  it("is given rows of all of them", async () => {
    for (const [table, { as, whose, withheld }] of personal) {
      const sql = `SELECT 1 FROM ${rowsWhere(table, whose)}`;
      const { rowCount } = await pool().query(sql, [person.personId, person.email]);
      expect(rowCount, table).toBeGreaterThan(0);
      if (withheld?.["*"] === undefined) expect(rowsOf(as)?.length, table).toBe(rowCount);
    }
  });

  it("is given no secret, no key, no other person and no verdict that is held back", async () => {
    for (const secret of ["argon2", "zqseed", "zqdrawn", "zqverdict", "0.73", "zqreason", person.otherId])
      expect(text).not.toContain(secret);
    const [practised, assigned] = ["grades", "assigned_problems"].map(rowsOf);
    expect(practised?.filter((row) => row.held_back !== undefined)).toHaveLength(1);
    expect(practised?.filter((row) => row.correct === true)).toHaveLength(1);
    expect(assigned?.[0]).toMatchObject({ held_back: "until the assignment shows it", assignment_title: "Sheet" });
  });

  it("is told what is left out, and that it was taken out", async () => {
    expect(file.left_out).toMatchObject({ answers: { seed: expect.any(String) }, account: expect.anything() });
    expect(rowsOf("audit_log")).toContainEqual(expect.objectContaining({ action: "data-exported", by_you: true }));
  });

  it("goes without a trace, and what others rely on stays", async () => {
    expect(await dump()).toContain(person.personId);
    const input = { personId: person.personId, typed: person.email.toUpperCase(), password: person.password };
    expect(await eraseAccount(await viewer(), input)).toEqual({ ok: true, value: null });
    const left = (await dump()).toLowerCase();
    for (const trace of [person.personId, person.email, person.name]) {
      expect(left.split("\n").filter((row) => row.includes(trace.toLowerCase()))).toEqual([]);
    }
    expect(left).not.toContain("zqunpublished");
    const version = await database().problemVersion.findUniqueOrThrow({ where: { id: person.versionId } });
    expect(version).toMatchObject({ title: "T", authorId: null });
    const override = await database().override.findUniqueOrThrow({ where: { id: person.overrideId } });
    expect(override).toMatchObject({ points: 2, givenBy: null });
    const acts = await database().auditLog.findMany({
      where: { courseId: person.courseId },
      orderBy: { id: "asc" },
      include: { actor: true },
    });
    expect(acts.map(({ action }) => action)).toEqual(["role-changed", "course-edited", "account-erased"]);
    expect(acts[1]?.actor).toMatchObject({ personId: null });
    expect(acts[1]?.actorId).toBe(acts[2]?.actorId);
    expect(await viewerOf(person.personId, "")).toBeNull();
  });
});

describe("many answers", () => {
  it("come in the file each once, however many pages they take", async () => {
    const student = await somebody();
    const data = Array.from({ length: 450 }, () => ({ personId: student.personId, text: "For you." }));
    await database().message.createMany({ data });
    const { messages } = JSON.parse(await exported(student));
    expect(new Set(messages.map(({ id }: { id: string }) => id)).size).toBe(450);
  });
});

describe("erasing is refused", () => {
  const password = "seven quiet matrices";
  const typing = (of: { personId: string; email: string }, more: Partial<EraseInput> = {}): EraseInput => ({
    personId: of.personId,
    typed: of.email,
    password,
    ...more,
  });
  const isThere = (id: string) => database().person.count({ where: { id } });

  it("with a wrong password, or another address than the account's", async () => {
    const one = await somebody("student", password);
    expect(await eraseAccount(one, typing(one, { password: "not this one at all" }))).toMatchObject({
      error: { fields: { password: expect.anything() } },
    });
    expect(await eraseAccount(one, typing(one, { typed: "somebody@example.org" }))).toMatchObject({
      error: { fields: { typed: expect.anything() } },
    });
    expect(await isThere(one.personId)).toBe(1);
  });

  it("to whoever is somebody else, an instructor too", async () => {
    const [one, other] = [await somebody("student", password), await somebody("instructor", password)];
    expect(await eraseAccount(other, typing(one))).toMatchObject({ error: { code: "not-found" } });
    expect(await eraseAccount(guest(), typing(one))).toMatchObject({ error: { code: "not-found" } });
    expect(await isThere(one.personId)).toBe(1);
  });

  it("to the only instructor of a course with people, until it is archived", async () => {
    const { courseId } = await testCourse(1);
    const teacher = await somebody("instructor", password);
    const where = { courseId, role: "instructor" } as const;
    await database().enrolment.updateMany({ where, data: { personId: teacher.personId } });
    expect(await eraseAccount(teacher, typing(teacher))).toMatchObject({
      error: { message: expect.stringContaining("only instructor") },
    });
    await database().course.update({ where: { id: courseId }, data: { archivedAt: new Date() } });
    expect(await eraseAccount(teacher, typing(teacher))).toMatchObject({ ok: true });
  });

  it("of a demonstration account, which is everybody's", async () => {
    const { id, email } = await demoPerson("student");
    const demo = { personId: id, role: "student", name: "D", email: email ?? "", address: "test" } as const;
    expect(await eraseAccount(demo, typing(demo))).toMatchObject({
      error: { message: expect.stringContaining("demonstration") },
    });
  });

  it("to the only admin; an admin can erase others with a password of their own", async () => {
    const [admin, one] = [await somebody("admin", password), await somebody("student")];
    expect(await eraseAccount(admin, typing(admin))).toMatchObject({
      error: { message: expect.stringContaining("only admin") },
    });
    expect(await eraseAccount(admin, typing(one))).toMatchObject({ ok: true });
    expect(await isThere(one.personId)).toBe(0);
  });
});

describe("a guest", () => {
  it("takes along what they have done, and erases it by a word", async () => {
    const visitor = guest();
    expect(await exportEverything(visitor, new Date())).toMatchObject({ error: { code: "not-found" } });
    await database().person.create({ data: { id: visitor.personId, name: "Guest", role: "guest" } });
    expect(JSON.parse(await exported(visitor)).account).toHaveLength(1);
    const input = { personId: visitor.personId, password: "" };
    expect(await eraseAccount(visitor, { ...input, typed: "" })).toMatchObject({ ok: false });
    expect(await eraseAccount(visitor, { ...input, typed: "Erase" })).toMatchObject({ ok: true });
    expect(await database().person.count({ where: { id: visitor.personId } })).toBe(0);
  });
});
