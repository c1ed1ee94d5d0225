import { isSignedIn, type Viewer } from "../../auth";
import { ok } from "../../base";
import { database, pool, recordAct, takeRooms } from "../../store";
import { notFound, tooMany } from "../error";
import type { Reply } from "../reply";
import { type Personal, personal, rowsWhere } from "./registry";

/** Rows that are read at once: what a slow reader keeps in memory. */
const atOnce = 200;

/** Everything about a person as one JSON file, piece by piece. */
export interface ExportedPerson {
  readonly name: string;
  readonly text: AsyncIterable<string>;
}

/** All that the database holds about the viewer, account or guest. */
export async function exportEverything(viewer: Viewer, now: Date): Reply<ExportedPerson> {
  const { personId } = viewer;
  if (personId === null) return notFound();
  const person = await database().person.findUnique({ where: { id: personId }, select: { email: true } });
  if (!person) return notFound();
  const wait = await takeRooms([["export-person", personId]]);
  if (wait !== null) return tooMany(wait);
  const by = isSignedIn(viewer) ? personId : null;
  await recordAct(database(), { action: "data-exported", by, subject: by });
  return ok({ name: "nabla-about-me.json", text: fileOf({ id: personId, email: person.email }, now) });
}

interface Whom {
  readonly id: string;
  readonly email: string | null;
}

async function* fileOf(whom: Whom, now: Date): AsyncGenerator<string> {
  yield `{\n"about": ${JSON.stringify("All that Nabla holds about you, table by table. Times are in UTC.")}`;
  yield `,\n"made_at": ${JSON.stringify(now.toISOString())}`;
  yield `,\n"left_out": ${JSON.stringify(leftOut(), null, 1)}`;
  for (const [table, entry] of personal) {
    if (entry.withheld?.["*"] !== undefined) continue;
    yield `,\n${JSON.stringify(entry.as)}: [`;
    let first = true;
    for await (const row of rowsOf(table, entry, whom)) {
      yield `${first ? "\n" : ",\n"}${row}`;
      first = false;
    }
    yield "]";
  }
  yield "\n}\n";
}

/** What stays back for good, and why, by the keys of the file. */
function leftOut(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(personal.flatMap(([, { as, withheld }]) => (withheld ? [[as, withheld]] : [])));
}

/** The rows of a table about somebody as JSON, a handful at a time: no connection is held while the file is being read. */
async function* rowsOf(table: string, entry: Personal, { id, email }: Whom): AsyncGenerator<string> {
  let behind: readonly string[] = [];
  for (;;) {
    const { rows } = await pool().query<{ row: string; key: string[] }>(pageOf(table, entry, behind.length > 0), [
      id,
      email,
      ...behind,
    ]);
    for (const { row } of rows) yield row;
    if (rows.length < atOnce) return;
    behind = rows.at(-1)?.key ?? [];
  }
}

function pageOf(table: string, entry: Personal, hasBehind: boolean): string {
  const key = entry.key.map((column) => `t.${column}::text`);
  const place = key.map((_, at) => `$${at + 3}`).join(", ");
  const back = hasBehind ? `AND (${key.join(", ")}) > (${place})` : "";
  return `SELECT (${shownRow(entry)})::text AS row, ARRAY[${key.join(", ")}] AS key
    FROM ${rowsWhere(table, entry.whose)} ${back}
    ORDER BY ${key.join(", ")} LIMIT ${atOnce}`;
}

/** A row without what stays back, for good or for now. */
function shownRow({ withheld = {}, heldBack, readable }: Personal): string {
  const minus = (columns: readonly string[]) => columns.map((column) => ` - '${column}'`).join("");
  const row = `to_jsonb(t)${minus(Object.keys(withheld))}${readable ? ` || ${readable}` : ""}`;
  if (!heldBack) return row;
  return `CASE WHEN ${heldBack.when}
    THEN (${row})${minus(heldBack.columns)} || '{"held_back": "until the assignment shows it"}'::jsonb
    ELSE ${row} END`;
}
