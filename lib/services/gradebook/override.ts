import { v7 } from "uuid";
import type { Viewer } from "../../auth";
import { ok } from "../../base";
import { inTransaction, log, recordAct, storable, type Transaction } from "../../store";
import { askedHere } from "../assignments/asked";
import { handOut } from "../assignments/hand-out";
import type { LoadedAssigned } from "../assignments/rows";
import { levelNow } from "../assignments/shown";
import { loadTerms, phaseOf } from "../assignments/terms";
import { refused } from "../error";
import { filled } from "../instances";
import type { Reply } from "../reply";
import { type FoundPlace, findPlace } from "./place";
import type { OverrideInput } from "./views";

const longestReason = 1_000;

/**
 * Gives points instead of those that were earned, or takes that back. Each is a row of its own with its reason; the student is told.
 * Who has not opened the assignment yet gets their problems with it.
 */
export async function overridePoints(viewer: Viewer, input: OverrideInput, now: Date): Reply<null> {
  const found = await findPlace(viewer, input, "override");
  if (!found.ok) return found;
  const read = readInput(input, found.value.item.points);
  if ("complaints" in read) return refused("Look at the marked fields again.", read.complaints);
  if (read.points === null && found.value.assigned?.override == null) return refused("Nobody has given points here.");

  const assigned = await assignedOf(found.value);
  if (!assigned) return refused("This student has no problem here: the topic has too few.");
  const tells = await mayTell(found.value, now);
  await inTransaction(async (transaction) => {
    await transaction.$queryRaw`SELECT id FROM assigned WHERE id = ${assigned.id}::uuid FOR NO KEY UPDATE`;
    await transaction.override.create({
      data: { id: v7(), assignedId: assigned.id, ...read, givenBy: found.value.member.personId, createdAt: now },
    });
    await transaction.assigned.update({ where: { id: assigned.id }, data: { override: read.points } });
    await recordAct(transaction, {
      action: read.points === null ? "points-taken-back" : "points-given",
      by: found.value.member.personId,
      subject: assigned.id,
      courseId: found.value.assignment.courseId,
      facts: { points: read.points },
    });
    if (tells) await tell(transaction, found.value, assigned, read);
  });
  log.info({ assigned: assigned.id, points: read.points }, "points given or taken back");
  return ok(null);
}

interface Given {
  readonly points: number | null;
  readonly reason: string;
}

function readInput(input: OverrideInput, most: number): Given | { complaints: Record<string, { message: string }> } {
  const reason = storable(input.reason).trim();
  const typed = input.points.trim().replace(",", ".");
  const points = typed === "" ? null : Number(typed);
  const complaints = {
    ...(points !== null && !(points >= 0 && points <= most) && { points: { message: `A number from 0 to ${most}.` } }),
    ...(reason === "" && { reason: { message: "Say why: the student reads it." } }),
    ...(reason.length > longestReason && { reason: { message: `At most ${longestReason} characters.` } }),
  };
  return Object.keys(complaints).length > 0 ? { complaints } : { points, reason };
}

async function assignedOf({
  assigned,
  assignment,
  student,
  item,
  slot,
}: FoundPlace): Promise<LoadedAssigned | undefined> {
  if (assigned) return assigned;
  const given = await handOut(assignment, student.id);
  return given.find((each) => each.itemId === item.id && each.slot === slot);
}

/** Points that are held back are not told by the way. */
async function mayTell({ assignment, student }: FoundPlace, now: Date): Promise<boolean> {
  const terms = (await loadTerms(assignment, { personId: student.id }))(student.id);
  return levelNow(assignment, phaseOf(terms, now) === "closed") !== "receipt";
}

async function tell(
  transaction: Transaction,
  { assignment, student, item }: FoundPlace,
  assigned: LoadedAssigned,
  { points, reason }: Given,
): Promise<void> {
  const title = filled(assigned.version.title, askedHere(assignment, assigned).drawn);
  const what =
    points === null
      ? `The points that were given for “${title}” were taken back, and those of your answers count again.`
      : `You were given ${points} of ${item.points} points for “${title}”.`;
  const text = `${assignment.title}: ${what} ${reason}`;
  const link = `/assignments/${assignment.id}/${assigned.id}`;
  await transaction.message.create({ data: { personId: student.id, text, link } });
}
