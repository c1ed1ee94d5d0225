import { invariant } from "../base";
import { type ActCode, acts, areCodes, type Facts } from "./acts";
import type { Database } from "./database";

/** Something that was done, to be kept. */
export interface Act {
  readonly action: ActCode;
  /** The account that did it; `null` where nobody was signed in. */
  readonly by: string | null;
  /** The id of what it is about; for an act about a person theirs. */
  readonly subject?: string | null;
  /** The course whose instructors may read of it. */
  readonly courseId?: string | null;
  readonly facts?: Facts;
}

/**
 * Adds to the audit log. Given the transaction of what was done, both happen or neither does. Throws on facts that are sentences.
 */
export async function recordAct(
  database: Database,
  { action, by, subject = null, courseId = null, facts = {} }: Act,
): Promise<void> {
  invariant(areCodes(facts), `the facts of ${action} are codes`);
  const subjectKind = acts[action];
  const actorId = by === null ? null : await auditName(database, by);
  const isPerson = subjectKind === "person" && subject !== null;
  const subjectId = isPerson ? await auditName(database, subject) : subject;
  await database.auditLog.create({ data: { action, actorId, subjectKind, subjectId, courseId, facts: { ...facts } } });
}

/** The name under which the log knows an account; given with the first act. */
async function auditName(database: Database, personId: string): Promise<string> {
  const known = await database.auditName.findUnique({ where: { personId }, select: { id: true } });
  if (known) return known.id;
  await database.auditName.createMany({ data: [{ personId }], skipDuplicates: true });
  const made = await database.auditName.findUniqueOrThrow({ where: { personId }, select: { id: true } });
  return made.id;
}
