import type pg from "pg";

/**
 * Rows for every table of a database, made up from its catalogue: a new table, column, check or key is filled without a word about
 * it here. Values are drawn from few for each type, and drawn anew until the checks and keys of the table take the row.
 */

interface Column {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly identity: boolean;
  readonly labels: readonly string[] | null;
}

interface ForeignKey {
  readonly columns: readonly string[];
  readonly target: string;
  readonly targetColumns: readonly string[];
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly keys: readonly ForeignKey[];
}

/** Tables that hold one row at most take no second one, however often it is tried. */
const mostTries = 100;

/** A number from 0 to below 1; the same ones again for the same seed. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Adds rows to every table, to those first that others refer to. What a later schema knows as a reference is one already, so that
 * rows are as the application writes them.
 *
 * @returns how many rows each table has
 */
export async function fillTables(
  client: pg.Client,
  { seed = 1, later = [] }: { readonly seed?: number; readonly later?: readonly Table[] } = {},
): Promise<Readonly<Record<string, number>>> {
  const random = chance(seed);
  for (const table of inOrder(withKeysOf(later, await tablesOf(client)))) {
    for (let row = 0; row < 2; row++) await insertOne(client, table, random);
  }
  return countRows(client);
}

/** Tables with the references that a later schema has between columns that are there. */
function withKeysOf(later: readonly Table[], tables: readonly Table[]): readonly Table[] {
  const has = (name: string, columns: readonly string[]) => {
    const there = tables.find((table) => table.name === name)?.columns ?? [];
    return columns.every((column) => there.some((one) => one.name === column));
  };
  return tables.map((table) => {
    const known = later.find(({ name }) => name === table.name)?.keys ?? [];
    const possible = known.filter((key) => has(table.name, key.columns) && has(key.target, key.targetColumns));
    return { ...table, keys: [...table.keys, ...possible] };
  });
}

/** How many rows each table has. */
export async function countRows(client: pg.Client): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const { name } of await tablesOf(client)) counts[name] = await countOf(client, name);
  return counts;
}

async function countOf(client: pg.Client, table: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM "${table}"`);
  return rows[0]?.count ?? 0;
}

/** The tables as the catalogue has them. */
export async function tablesOf(client: pg.Client): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name,
       (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'nullable', NOT a.attnotnull,
          'identity', a.attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval%',
          'labels', (SELECT json_agg(enumlabel ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = a.atttypid)) ORDER BY a.attnum)
        FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
       coalesce((SELECT json_agg(json_build_object('columns', (SELECT json_agg(attname ORDER BY n) FROM unnest(k.conkey) WITH ORDINALITY u(num, n)
            JOIN pg_attribute ON attrelid = k.conrelid AND attnum = num),
          'target', k.confrelid::regclass::text,
          'targetColumns', (SELECT json_agg(attname ORDER BY n) FROM unnest(k.confkey) WITH ORDINALITY u(num, n)
            JOIN pg_attribute ON attrelid = k.confrelid AND attnum = num)))
        FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f'), '[]') AS keys
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
     ORDER BY c.relname`,
  );
  return rows.map((table) => ({
    ...table,
    keys: table.keys.map((key) => ({ ...key, target: key.target.replaceAll('"', "") })),
  }));
}

/** Tables after those that they refer to; in a ring, one comes first whose keys may be null. */
function inOrder(tables: readonly Table[]): readonly Table[] {
  const sorted: Table[] = [];
  const isThere = (name: string) => sorted.some((table) => table.name === name);
  const left = () => tables.filter((table) => !isThere(table.name));
  while (sorted.length < tables.length) {
    const next =
      left().find((table) => targetsOf(table).every(isThere)) ?? left().find((table) => needsOf(table).every(isThere));
    if (!next) throw new Error("tables cannot do without each other");
    sorted.push(next);
  }
  return sorted;
}

const targetsOf = ({ name, keys }: Table): readonly string[] =>
  keys.map(({ target }) => target).filter((target) => target !== name);

function needsOf(table: Table): readonly string[] {
  const mustBe = (name: string) => table.columns.some((column) => column.name === name && !column.nullable);
  return targetsOf({ ...table, keys: table.keys.filter(({ columns }) => columns.every(mustBe)) });
}

async function insertOne(client: pg.Client, table: Table, random: () => number): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries++) {
    const row = await draw(client, table, random);
    const names = Object.keys(row);
    const places = names.map((_, place) => `$${place + 1}`).join(", ");
    try {
      await client.query(
        `INSERT INTO "${table.name}" (${names.map((name) => `"${name}"`).join(", ")}) VALUES (${places})`,
        Object.values(row),
      );
      return true;
    } catch (error) {
      if (!isRefused(error)) throw error;
    }
  }
  return false;
}

/** A check, a key or a null that is not taken: another draw may be. */
function isRefused(error: unknown): boolean {
  return String((error as { code?: string }).code).startsWith("23");
}

async function draw(client: pg.Client, table: Table, random: () => number): Promise<Record<string, unknown>> {
  const row: Record<string, unknown> = {};
  for (const column of table.columns)
    if (!column.identity) row[column.name] = column.nullable && random() < 0.5 ? null : madeUp(column, random);
  for (const key of table.keys) {
    const columns = key.targetColumns.map((name) => `"${name}"`).join(", ");
    const { rows } = await client.query({ text: `SELECT ${columns} FROM "${key.target}"`, rowMode: "array" });
    const target = rows[Math.floor(random() * rows.length)] as readonly unknown[] | undefined;
    key.columns.forEach((name, place) => {
      if (row[name] !== null) row[name] = target?.[place] ?? null;
    });
  }
  return row;
}

const pick = <T>(values: readonly T[], random: () => number): T => values[Math.floor(random() * values.length)] as T;

const hex = (count: number, random: () => number): string =>
  Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join("");

const kinds: readonly (readonly [RegExp, (random: () => number) => unknown])[] = [
  [/\[\]$/, () => []],
  [/^uuid/, (random) => hex(32, random)],
  [/^character/, (random) => hex(8, random)],
  [/^text/, (random) => pick([hex(8, random), `é "quoted"\tand \\ ${hex(4, random)}`.toLowerCase()], random)],
  [/^(integer|bigint|smallint)/, (random) => pick([0, 1, 1, 2, 3], random)],
  [/^(double|real|numeric)/, (random) => pick([0, 0.1, 1, 1.5], random)],
  [/^boolean/, (random) => random() < 0.5],
  [/^(timestamp|date)/, (random) => `2026-0${1 + Math.floor(random() * 3)}-01T00:00:00.123Z`],
  [/^jsonb?/, (random) => JSON.stringify({ text: 'a "quoted" line\nand another', number: random() })],
  [/^bytea/, (random) => Buffer.from(hex(16, random), "hex")],
  [/^inet/, () => "192.0.2.1"],
];

function madeUp({ type, labels, name }: Column, random: () => number): unknown {
  if (labels) return pick(labels, random);
  const kind = kinds.find(([pattern]) => pattern.test(type));
  if (!kind) throw new Error(`no value is known for ${name}, a column of type ${type}`);
  return kind[1](random);
}
