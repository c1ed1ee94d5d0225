import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, pool } from "../store";
import { gradeForProgram, keepAssignedDraft, keepDraft } from "./index";
import { loadTestBank, somebody } from "./test-world";

/** What a body of JSON may hold where a draft, an answer or a record is expected. */
let deep: unknown = "x";
for (let at = 0; at < 3_000; at++) deep = { fields: deep, problem: [deep] };

const values: readonly (readonly [tries: string, value: unknown])[] = [
  ["nothing", undefined],
  ["null", null],
  ["a number out of reach", Number.POSITIVE_INFINITY],
  ["a text", "x"],
  ["a list", [[], {}, null]],
  ["depth", deep],
  ["another prototype", JSON.parse('{"__proto__": {"personId": "x"}, "constructor": {"prototype": {}}}')],
  ["NUL and halves of characters", "\0\uD800"],
  ["a long text", "x".repeat(30_000)],
  ["many keys", Object.fromEntries(Array.from({ length: 3_000 }, (_, at) => [`k${at}`, at]))],
];

/** A draft as a page sends it, with one of its parts taken for something else. */
const draft = {
  problemId: "squared-length",
  assignedId: "0190f8a0-0000-7000-8000-000000000000",
  asked: "",
  owner: "visitor",
  fields: { answer: "x" },
  writing: "text",
  chosen: false,
  typedAt: 1,
};
const record = { id: 1, problem: { variables: { x: { shape: ["n"] } }, function: "x'*x", wrt: "x" }, answer: "2*x" };

const spoilt = <T extends object>(whole: T, value: unknown) => [
  value,
  ...Object.keys(whole).map((key) => ({ ...whole, [key]: value })),
];

/** How many rows each table has had written since the statistics began; counted in the rows themselves. */
async function rowCounts(): Promise<unknown> {
  const tables = ["draft", "assigned_draft", "submission", "grade", "progress"];
  const counts = tables.map((table) =>
    pool().query(`SELECT count(*) AS n, md5(string_agg(t::text, '')) FROM ${table} AS t`),
  );
  return (await Promise.all(counts)).map(({ rows }) => rows);
}

beforeAll(() => loadTestBank());
afterAll(closeDatabase);

describe("a hostile value", () => {
  it.each(values)("for a draft, or a part of one, is refused and writes nothing: %s", async (_, value) => {
    const student = await somebody();
    const before = await rowCounts();
    for (const keep of [keepDraft, keepAssignedDraft]) {
      for (const body of spoilt(draft, value))
        expect(await keep(student, body as never, new Date())).toMatchObject({ ok: false });
    }
    expect(await rowCounts()).toEqual(before);
  });

  it.each(values)("for a record, or a part of one, gets a verdict or is refused: %s", async (_, value) => {
    const student = await somebody();
    const holder = { viewer: student, courseId: null, scopes: ["grade"] as const };
    for (const body of [
      ...spoilt(record, value),
      ...spoilt(record.problem, value).map((problem) => ({ ...record, problem })),
    ]) {
      const reply = await gradeForProgram(holder, body);
      if (reply.ok) expect(JSON.stringify(reply.value).length).toBeLessThan(60_000);
      else expect(reply.error.message).not.toBe("");
    }
  });
});
