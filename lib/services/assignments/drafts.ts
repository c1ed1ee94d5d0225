import { z } from "zod";
import type { Viewer } from "../../auth";
import { answerOf, ok, type Typed } from "../../base";
import type { Syntax } from "../../expr";
import { database, inTransaction } from "../../store";
import { draftView, ownerName, storableFields, typedFields } from "../drafts";
import { refused, signInNeeded, tooMany } from "../error";
import { fieldOf } from "../fields";
import { questionOf } from "../grading";
import { recordOf } from "../instances";
import type { Reply } from "../reply";
import type { TypingView, Writing } from "../views";
import { roomForTyping } from "../work-limits";
import { loadOwn, type Own } from "./own";
import { canBeRead } from "./readable";

const draftInput = z.object({
  assignedId: z.uuid(),
  /** Names what was asked, as the problem's view has it. */
  asked: z.string().max(16),
  /** As the page named the typist, who may have signed out since. */
  owner: z.string().max(16),
  fields: typedFields,
  writing: z.enum(["text", "latex", "visual"]),
  /** True where the writing was chosen just now, and is to be remembered. */
  chosen: z.boolean(),
  /** When it was typed, in milliseconds of the typist's clock. */
  typedAt: z.number().int().min(0),
});

type Draft = z.output<typeof draftInput>;

/** Keeps what a student has typed for an assigned problem, unless something newer is kept. Behind the closing nothing is taken. */
export async function keepAssignedDraft(viewer: Viewer, input: unknown, now: Date): Reply<null> {
  const { personId } = viewer;
  if (personId === null) return signInNeeded();
  const read = draftInput.safeParse(input);
  if (!read.success) return refused("This is not a draft.");
  const draft = read.data;
  if (draft.owner !== ownerName(viewer)) return refused("Somebody else has signed in.");
  const retryAfter = await roomForTyping(viewer, personId);
  if (retryAfter !== null) return tooMany(retryAfter);
  const own = await loadOwn(viewer, draft.assignedId, now);
  if (!own.ok) return own;
  if (own.value.phase === "closed") return refused("This assignment is closed.");
  if (own.value.asked.name !== draft.asked) return refused("This is not asked any more.");
  await store(personId, draft, isSendable(own.value, draft), now);
  return ok(null);
}

/** Where drafts are sent at the closing, the newest that can be read is kept beside the newest. */
function isSendable({ assignment, asked }: Own, { fields, writing }: Draft): boolean {
  if (!assignment.sendsDrafts) return false;
  const { version, drawn } = asked;
  const record = recordOf(version, drawn);
  const field = fieldOf(record, version.input, () => questionOf(version, drawn));
  return canBeRead(field, answerOf(fields), syntaxOf(writing), record.indices ?? []);
}

/** The visual editor writes LaTeX. */
export function syntaxOf(writing: Writing): Syntax {
  return writing === "text" ? "text" : "latex";
}

async function store(personId: string, draft: Draft, sendable: boolean, now: Date): Promise<void> {
  const { assignedId, writing, chosen, typedAt } = draft;
  const typed = JSON.stringify(storableFields(draft.fields));
  const at = new Date(Math.min(typedAt, now.getTime()));
  const [readable, readableWriting] = sendable ? [typed, writing] : [null, null];
  await inTransaction(async (transaction) => {
    await transaction.$executeRaw`
      INSERT INTO assigned_draft AS kept (assigned_id, fields, writing, typed_at, readable, readable_writing)
      VALUES (${assignedId}::uuid, ${typed}::json, ${writing}::writing, ${at}, ${readable}::json, ${readableWriting}::writing)
      ON CONFLICT (assigned_id) DO UPDATE
      SET fields = EXCLUDED.fields, writing = EXCLUDED.writing, typed_at = EXCLUDED.typed_at,
        readable = coalesce(EXCLUDED.readable, kept.readable),
        readable_writing = coalesce(EXCLUDED.readable_writing, kept.readable_writing)
      WHERE kept.typed_at <= EXCLUDED.typed_at`;
    if (chosen) await transaction.person.update({ where: { id: personId }, data: { writing } });
  });
}

/** What the student has typed for an assigned problem and how they like to write, as the page needs it. */
export async function assignedTyping({ personId }: Viewer, assignedId: string, owner: string): Promise<TypingView> {
  if (personId === null) return { owner, writing: null, draft: null };
  const [person, row] = await Promise.all([
    database().person.findUnique({ where: { id: personId }, select: { writing: true } }),
    database().assignedDraft.findUnique({ where: { assignedId } }),
  ]);
  return { owner, writing: person?.writing ?? null, draft: row && draftView(row) };
}

/** The fields of a draft that will be sent at the closing, as they were stored. */
export function readableOf(stored: unknown): Typed | null {
  const read = typedFields.safeParse(stored);
  return read.success ? read.data : null;
}
