import { createHmac } from "node:crypto";
import { z } from "zod";
import type { Viewer } from "../auth";
import { ok } from "../base";
import { database, inTransaction, type Statements, setting, storable, type Transaction } from "../store";
import { askedOf } from "./asked";
import { notFound, refused, signInNeeded, tooMany } from "./error";
import { hasVariants } from "./instances";
import { holdAsker } from "./people";
import type { Reply } from "./reply";
import { loadPublished, type PublishedProblem } from "./rows";
import { keepStanding, lockStanding } from "./standings";
import type { DraftView, TypingView } from "./views";
import { roomForTyping } from "./work-limits";

/** Names whoever is asking in their own browser, so that nobody who uses it after them sees what they typed. */
export function ownerName({ personId, role }: Viewer): string {
  if (personId === null || role === "guest") return "visitor";
  return createHmac("sha256", setting("NABLA_SECRET")).update(`drafts ${personId}`).digest("hex").slice(0, 16);
}

/** In characters, names and all. An answer has at most half of it. */
const mostTyped = 20_000;
const sizeOf = (fields: Readonly<Record<string, string>>): number =>
  Object.entries(fields).reduce((sum, [name, text]) => sum + name.length + text.length, 0);

/** What stands in fields, by their names: no more than an answer can need. */
export const typedFields = z
  .record(z.string().max(110), z.string())
  .refine((typed) => Object.keys(typed).length <= 200 && sizeOf(typed) <= mostTyped);

const draftInput = z.object({
  problemId: z.string().max(100),
  /** Names the variant, as the problem's view has it. */
  asked: z.string().max(16),
  /** As {@link ownerName} named the typist, who may have signed out since. */
  owner: z.string().max(16),
  /** What stands in the answer's fields, by their names. */
  fields: typedFields,
  writing: z.enum(["text", "latex", "visual"]),
  /** True where the writing was chosen just now, and is to be remembered. */
  chosen: z.boolean(),
  /** When it was typed, in milliseconds of the typist's clock. */
  typedAt: z.number().int().min(0),
});

export type DraftInput = z.input<typeof draftInput>;

/** Keeps what somebody has typed, unless something newer is kept. */
export async function keepDraft(viewer: Viewer, input: unknown, now = new Date()): Reply<null> {
  const { personId } = viewer;
  if (personId === null) return signInNeeded();
  const read = draftInput.safeParse(input);
  if (!read.success) return refused("This is not a draft.");
  if (read.data.owner !== ownerName(viewer)) return refused("Somebody else has signed in.");
  const retryAfter = await roomForTyping(viewer, personId);
  if (retryAfter !== null) return tooMany(retryAfter);
  const problem = await loadPublished(read.data.problemId);
  if (!problem) return notFound();

  const kept = await inTransaction(async (transaction) => {
    if (!(await holdAsker(transaction, viewer, personId))) return false;
    if (!(await holdVariant(transaction, personId, problem, read.data.asked))) return false;
    await store(transaction, personId, read.data, now);
    return true;
  });
  return kept ? ok(null) : refused("This variant is not shown any more.");
}

/** Keeps the numbers that were seen while the typist was nobody; false where the draft is about others. */
async function holdVariant(
  transaction: Transaction,
  personId: string,
  { id, currentVersion }: PublishedProblem,
  name: string,
): Promise<boolean> {
  if (!hasVariants(currentVersion)) return name === "";
  const standing = await lockStanding(transaction, personId, id);
  const asked = askedOf(currentVersion, personId, standing, name);
  if (!asked) return false;
  if (asked.drawnFor !== standing.drawnFor) {
    await keepStanding(transaction, personId, id, { ...standing, drawnFor: asked.drawnFor });
  }
  return true;
}

type Draft = z.output<typeof draftInput>;

async function store(transaction: Transaction, personId: string, draft: Draft, now: Date): Promise<void> {
  const { problemId, asked, writing, chosen, typedAt } = draft;
  const typed = JSON.stringify(storableFields(draft.fields));
  const at = new Date(Math.min(typedAt, now.getTime()));
  await transaction.$executeRaw`
    INSERT INTO draft (person_id, problem_id, variant, fields, writing, typed_at)
    VALUES (${personId}::uuid, ${problemId}, ${asked}, ${typed}::json, ${writing}::writing, ${at})
    ON CONFLICT (person_id, problem_id) DO UPDATE
    SET variant = EXCLUDED.variant, fields = EXCLUDED.fields, writing = EXCLUDED.writing, typed_at = EXCLUDED.typed_at
    WHERE draft.typed_at <= EXCLUDED.typed_at OR draft.variant <> EXCLUDED.variant`;
  if (chosen) await transaction.person.update({ where: { id: personId }, data: { writing } });
}

/** Fields as the database keeps them. */
export function storableFields(typed: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).map(([name, text]) => [storable(name), storable(text)]));
}

/** What the viewer has typed in a variant and how they like to write, as the page needs it. */
export async function typingView(viewer: Viewer, problemId: string, asked: string): Promise<TypingView> {
  const owner = ownerName(viewer);
  const { personId } = viewer;
  if (personId === null) return { owner, writing: null, draft: null };
  const [person, row] = await Promise.all([
    database().person.findUnique({ where: { id: personId }, select: { writing: true } }),
    database().draft.findUnique({ where: { personId_problemId: { personId, problemId } } }),
  ]);
  return { owner, writing: person?.writing ?? null, draft: row?.variant === asked ? draftView(row) : null };
}

interface Row {
  readonly fields: unknown;
  readonly writing: DraftView["writing"];
  readonly typedAt: Date;
}

export function draftView({ fields: typed, writing, typedAt }: Row): DraftView | null {
  const read = typedFields.safeParse(typed);
  return read.success ? { fields: read.data, writing, typedAt } : null;
}

/** Forgets a draft that has become a right answer. */
export async function forgetDraft(transaction: Statements, personId: string, problemId: string): Promise<void> {
  await transaction.$executeRaw`DELETE FROM draft WHERE person_id = ${personId}::uuid AND problem_id = ${problemId}`;
}

/** Moves a guest's drafts to a person. Where both have typed, the person's own stays, and the guest's is still in the browser. */
export async function moveDrafts(transaction: Transaction, guestId: string, personId: string): Promise<void> {
  await transaction.$executeRaw`
    UPDATE draft AS moved SET person_id = ${personId}::uuid
    WHERE moved.person_id = ${guestId}::uuid
      AND NOT EXISTS (
        SELECT FROM draft AS own WHERE own.person_id = ${personId}::uuid AND own.problem_id = moved.problem_id
      )`;
}
