import { createHash } from "node:crypto";
import { validate as isUuid } from "uuid";
import type { Viewer } from "../../../auth";
import { fail, ok, type Result } from "../../../base";
import { database, inTransaction, log, recordAct, type Transaction, takeRooms } from "../../../store";
import { notFound, refused, type ServiceError, tooMany } from "../../error";
import type { Reply } from "../../reply";
import { courseView } from "../courses";
import { lockCourse } from "../lock";
import { type Member, memberWith } from "../rights";
import { byName } from "../sections";
import type { RosterPlanView } from "../views";
import { writeActions } from "./apply";
import { decodeRoster, tidyRoster } from "./decode";
import { type PlanRow, planRoster } from "./plan";
import { readRecords } from "./records";
import { type Roster, readRows } from "./rows";
import { loadStanding } from "./standing";

/** Rosters hold addresses of people; one that nobody has gone on with is forgotten after a day. */
const keptFor = 24 * 60 * 60 * 1000;

/** Keeps a roster, from a file or pasted, to be looked at before it does anything. */
export async function keepRoster(
  viewer: Viewer,
  courseId: string,
  given: Uint8Array | string,
  now: Date,
): Reply<{ readonly rosterId: string }> {
  const member = await memberWith(viewer, courseId, "edit-roster");
  if (!member.ok) return member;
  const wait = await takeRooms([["roster-person", member.value.personId]]);
  if (wait !== null) return tooMany(wait);
  const text = typeof given === "string" ? tidyRoster(given) : decodeRoster(given);
  if (!text.ok) return refused(text.error);
  const roster = readRoster(text.value);
  if (!roster.ok) return refused(roster.error);
  await database().rosterDraft.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - keptFor) } } });
  const { id } = await database().rosterDraft.create({
    data: { courseId, personId: member.value.personId, text: text.value, createdAt: now },
  });
  return ok({ rosterId: id });
}

/** What a roster would do to the course as it stands at this moment. Nothing is changed. */
export async function getRosterPlan(viewer: Viewer, courseId: string, rosterId: string): Reply<RosterPlanView> {
  const member = await memberWith(viewer, courseId, "edit-roster");
  if (!member.ok) return member;
  const roster = await loadRoster(courseId, rosterId);
  if (!roster) return notFound();
  const standing = await loadStanding(database(), courseId, roster.rows);
  const rows = planRoster(roster.rows, standing);
  const known = new Set(standing.sections.map((name) => name.toLowerCase()));
  const brought = rows.flatMap(({ action }) => action?.section ?? []);
  // Of two ways to write a name the first counts.
  const names = new Map(brought.toReversed().map((name) => [name.toLowerCase(), name]));
  return ok({
    course: courseView(member.value),
    rosterId,
    mark: markOf(rows),
    columns: roster.columns && {
      read: roster.columns.read.map(({ head, field }) => ({ head, field })),
      ignored: roster.columns.ignored,
    },
    newSections: [...names].flatMap(([key, name]) => (known.has(key) ? [] : [name])).sort(byName),
    rows: rows.map(({ line, text, outcome, note, action }, index) => ({
      number: index,
      line,
      text,
      outcome,
      note,
      does: action !== null,
    })),
  });
}

/** What came of a roster. */
export interface RosterDone {
  readonly enrolled: number;
  readonly changed: number;
  readonly invited: number;
}

/**
 * Does what was shown, all of it or nothing: the rows that are clear, and of the ambiguous ones those that were taken. Where
 * the course has changed since, so that the roster would do something else, nothing is done.
 */
export async function applyRoster(
  viewer: Viewer,
  courseId: string,
  rosterId: string,
  shown: { readonly mark: string; readonly taken: readonly number[] },
): Reply<RosterDone> {
  const member = await memberWith(viewer, courseId, "edit-roster");
  if (!member.ok) return member;
  const wait = await takeRooms([["roster-person", member.value.personId]]);
  if (wait !== null) return tooMany(wait);
  const roster = await loadRoster(courseId, rosterId);
  if (!roster) return gone();
  const applied = await inTransaction((transaction) => apply(transaction, member.value, rosterId, roster, shown));
  if (applied.ok) log.info({ course: courseId, ...applied.value }, "roster applied");
  return applied;
}

async function apply(
  transaction: Transaction,
  { personId, course: { id: courseId } }: Member,
  rosterId: string,
  roster: Roster,
  { mark, taken }: { readonly mark: string; readonly taken: readonly number[] },
): Promise<Result<RosterDone, ServiceError>> {
  await lockCourse(transaction, courseId);
  const rows = planRoster(roster.rows, await loadStanding(transaction, courseId, roster.rows));
  if (markOf(rows) !== mark) {
    return refused(
      "The course has changed since this was shown. Look at it again: this is what the roster would do now.",
    );
  }
  const used = await transaction.rosterDraft.deleteMany({ where: { id: rosterId, courseId } });
  if (used.count === 0) return gone();
  const chosen = new Set(taken);
  const actions = rows.flatMap(({ outcome, action }, index) =>
    action && (outcome !== "ambiguous" || chosen.has(index)) ? [action] : [],
  );
  await writeActions(transaction, courseId, actions);
  const count = (...kinds: string[]) => actions.filter((action) => kinds.includes(action.do)).length;
  const done = { enrolled: count("enrol"), changed: count("change", "reinvite"), invited: count("invite") };
  const staff = actions.filter(({ role }) => role !== undefined && role !== "student").length;
  const act = { action: "roster-applied", by: personId, subject: courseId, courseId } as const;
  await recordAct(transaction, { ...act, facts: { ...done, staff } });
  return ok(done);
}

function gone(): ReturnType<typeof refused> {
  return refused("This roster has been applied or thrown away already.");
}

/** Throws a roster away that was looked at. */
export async function discardRoster(viewer: Viewer, courseId: string, rosterId: string): Reply<null> {
  const member = await memberWith(viewer, courseId, "edit-roster");
  if (!member.ok) return member;
  if (isUuid(rosterId)) await database().rosterDraft.deleteMany({ where: { id: rosterId, courseId } });
  return ok(null);
}

async function loadRoster(courseId: string, rosterId: string): Promise<Roster | null> {
  if (!isUuid(rosterId)) return null;
  const draft = await database().rosterDraft.findFirst({ where: { id: rosterId, courseId } });
  const roster = draft && readRoster(draft.text);
  return roster?.ok ? roster.value : null;
}

function readRoster(text: string): Result<Roster, string> {
  const records = readRecords(text);
  if (!records.ok) return records;
  const roster = readRows(records.value);
  return roster.rows.length > 0 ? ok(roster) : fail("There is a head in this roster, and nobody under it.");
}

/** Names a plan: two that would do the same have the same mark, and no others. */
function markOf(rows: readonly PlanRow[]): string {
  const said = rows.map(({ line, outcome, note, action }) => [line, outcome, note, action]);
  return createHash("sha256").update(JSON.stringify(said)).digest("base64url");
}
