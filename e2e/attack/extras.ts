import { pool } from "../../lib/store";
import { type Actor, actors } from "./actors";
import { call, type Fields, type Given } from "./call";
import type { Change } from "./changes";
import { quiet } from "./gifts";
import type { World } from "./world";

/**
 * Every call once as it should be, and once with a field for every column of the schema: what is written must be the same. Values that can
 * be told again are looked for in all that was written; of columns with few values it is compared which ones they got.
 */

/** Something of each type that stands nowhere else; of closed types the most that there is. */
const exampleOf: Readonly<Record<string, string>> = {
  text: "zqextra",
  "character varying": "zqextra",
  ARRAY: "zqextra",
  uuid: "0eeeeeee-0000-7000-8000-000000424242",
  integer: "424242",
  bigint: "424242",
  "double precision": "424242",
  "timestamp with time zone": "2042-04-24T04:24:24.000Z",
  json: '{"zqextra":424242}',
  jsonb: '{"zqextra":424242}',
  boolean: "true",
};

/** How such a value looks where it was written. */
const marks = /zqextra|0eeeeeee-|424242|2042-04-24/;

interface Column {
  readonly name: string;
  readonly type: string;
  /** Of a type that has names for its values, the last. */
  readonly last: string | null;
}

const camelOf = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A field for every column, in both ways of writing it, and what is tried beside. */
export async function extraFields(): Promise<Readonly<Record<string, string>>> {
  const { rows } = await pool().query<Column>(
    `SELECT DISTINCT ON (column_name) column_name AS name, data_type AS type,
       (SELECT enumlabel FROM pg_enum WHERE enumtypid = to_regtype(quote_ident(udt_name)) ORDER BY enumsortorder DESC LIMIT 1) AS last
     FROM information_schema.columns WHERE table_schema = 'public' ORDER BY column_name`,
  );
  const fields = rows.flatMap(({ name, type, last }) => {
    const value = last ?? exampleOf[type] ?? "zqextra";
    return [
      [name, value],
      [camelOf(name), value],
    ] as const;
  });
  const beside = [
    ["isAdmin", "true"],
    ["__proto__", '{"role":"admin"}'],
    ["constructor", "zqextra"],
    ["data", '{"role":"admin"}'],
    ["create", "zqextra"],
  ] as const;
  return Object.fromEntries([...fields, ...beside]);
}

/** Fields that a call reads where it is given them, and that its row has no use for. They are its own, so they are no extras. */
const own: Readonly<Record<string, readonly string[]>> = {
  "answer.checkAnswer": ["assignedId"],
  "courses.saveCourse": ["courseId"],
  "people.saveSection": ["sectionId"],
  "assignment-editing.saveAssignment": ["assignmentId", "hints", "renames", "sendsDrafts"],
  "authoring.editProblem": [
    ...[
      "topicId",
      "difficulty",
      "sources",
      "parameters",
      "answer",
      "solution",
      "skills",
      "alike",
      "title",
      "statement",
    ],
    ...["policy", "input"],
  ],
};

/** No second call can be compared with the first: one erases whoever calls it, the other reads nothing and writes what it draws. */
const once: ReadonlySet<string> = new Set(["privacy.eraseMe", "review.beginReview"]);

/** One row for each call: the first that somebody may make who is still there when everybody has tried everything. */
export function comparable(changes: readonly Change[]): readonly Change[] {
  const first = new Map<string, Change>();
  for (const row of changes) if (callerOf(row) && !once.has(row.what) && !first.has(row.what)) first.set(row.what, row);
  return [...first.values()];
}

function callerOf({ expects }: Change): Actor | undefined {
  return actors.find((actor) => actor !== "other" && expects[actor] !== "no");
}

function without(extras: Fields, taken: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(extras).filter(([name]) => !taken.includes(name)));
}

/** What was given, with the extra fields beside its own, in records within records too. */
function withExtras(what: string, given: Given, extras: Fields): Given {
  const ownOf = (value: object) => [...Object.keys(value), ...(own[what] ?? [])];
  if ("fields" in given) return { fields: { ...without(extras, ownOf(given.fields)), ...given.fields } };
  const spread = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(spread);
    if (typeof value !== "object" || value === null) return value;
    const inner = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, spread(each)]));
    return { ...without(extras, ownOf(value)), ...inner };
  };
  if ("values" in given) return { values: given.values.map(spread) };
  return { body: spread(given.body) as object };
}

interface Written {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Counters, which say nothing of anybody. */
const beside = ["rate_limit", "_prisma_migrations"];

async function writtenSince(transaction: string): Promise<readonly Written[]> {
  const { rows } = await pool().query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
  );
  const selects = rows
    .filter(({ name }) => !beside.includes(name))
    .map(
      ({ name }) => `SELECT '${name}' AS table, to_jsonb(t) AS row FROM "${name}" AS t WHERE xmin::text::bigint >= $1`,
    );
  return (await pool().query<Written>(selects.join(" UNION ALL "), [transaction])).rows;
}

/** The columns that have few values, with those that were written. */
function closedValues(written: readonly Written[], columns: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    written.flatMap(({ table, row }) =>
      Object.entries(row)
        .filter(([name]) => columns.has(`${table}.${name}`))
        .map(([name, value]) => `${table}.${name} = ${value}`),
    ),
  );
}

let closed: Promise<ReadonlySet<string>> | undefined;

async function closedColumns(): Promise<ReadonlySet<string>> {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type IN ('boolean', 'USER-DEFINED')`,
  );
  return new Set(rows.map(({ name }) => name));
}

async function doneBy(world: World, row: Change, actor: Actor, given: Given) {
  await quiet();
  const { rows } = await pool().query<{ now: string }>("SELECT pg_current_xact_id()::text AS now");
  const { status } = await call(world, actor, { ...row, given });
  await quiet();
  return { status, written: await writtenSince(rows[0]?.now ?? "0") };
}

/** Makes a call plainly and with extra fields; gives what the extra fields have done. */
export async function tryExtras(world: World, row: Change, extras: Fields): Promise<readonly string[]> {
  const actor = callerOf(row) ?? "admin";
  closed ??= closedColumns();
  const plain = await doneBy(world, row, actor, await row.given(world, actor));
  const given = await row.given(world, actor);
  const more = await doneBy(world, row, actor, withExtras(row.what, given, extras));
  const usual = closedValues(plain.written, await closed);
  const marked = more.written.filter((each) => marks.test(JSON.stringify(each.row)));
  return [
    ...(more.status >= 500 ? [`${more.status}`] : []),
    ...marked.map(
      ({ table, row: found }) => `an extra field was written into ${table}: ${JSON.stringify(found).slice(0, 300)}`,
    ),
    ...[...closedValues(more.written, await closed)]
      .filter((value) => !usual.has(value))
      .map((value) => `set ${value}`),
    // A record with names that it does not know may be refused whole; a form is done as without them.
    ...("fields" in given && plain.written.length > 0 && more.written.length === 0 ? ["does nothing any more"] : []),
  ].map((fault) => `${[row.what, row.on].filter(Boolean).join(", on ")}, ${actor}: ${fault}`);
}
