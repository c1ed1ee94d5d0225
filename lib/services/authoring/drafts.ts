import { mayTeach, type Viewer } from "../../auth";
import { invariant, ok } from "../../base";
import { database, inTransaction, isId, Prisma, type Transaction } from "../../store";
import { notFound, refused } from "../error";
import type { Reply } from "../reply";
import { type AuthoredRow, loadOwn } from "./access";
import { draftFrom, emptyDraft, isSameDraft, type ProblemDraft, sizeComplaints } from "./draft";
import { problemOfVersion } from "./version-problem";
import type { DraftKept } from "./views";
import { draftOfProblem } from "./write-draft";

export const lookAgain = "Please look at the marked fields.";

/** A draft on its way to be kept. */
export interface DraftToKeep {
  /** Chosen before the problem exists, so that making it twice makes it once. */
  readonly problemId: string;
  /** The revision that the draft goes on from; `null` for a problem that does not exist yet. */
  readonly revision: number | null;
  readonly draft: ProblemDraft;
  /** What the author had before they took over a change of somebody else: kept in the history. */
  readonly aside?: ProblemDraft;
}

/** Keeps a draft as it stands, however unfinished. A change that somebody else has made since is shown and not written over. */
export async function saveDraft(viewer: Viewer, input: DraftToKeep): Reply<DraftKept> {
  const { problemId, draft } = input;
  if (viewer.personId === null || !isId(problemId)) return notFound();
  const complaints = sizeComplaints(draft);
  if (Object.keys(complaints).length > 0) return refused(lookAgain, complaints);
  if (input.revision === null && !(await makeProblem(viewer, problemId))) return notFound();
  if (!(await loadOwn(viewer, problemId))) return notFound();
  const personId = viewer.personId;
  return ok(await inTransaction((transaction) => keepDraft(transaction, personId, input)));
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A problem of the viewer's with nothing in it yet; false where they may not, or where the id is another's. */
async function makeProblem(viewer: Viewer, id: string): Promise<boolean> {
  if (!mayTeach(viewer) || !uuid.test(id)) return false;
  await database().problem.createMany({ data: [{ id, authorId: viewer.personId }], skipDuplicates: true });
  return true;
}

/** Locks the problem, so that of two authors at once the second sees the first one's change. */
async function keepDraft(
  transaction: Transaction,
  personId: string,
  { problemId, revision, draft, aside }: DraftToKeep,
): Promise<DraftKept> {
  const row = await lockProblem(transaction, problemId);
  const before = currentDraft(row);
  const at = row.draftAt ?? row.updatedAt;
  if (row.draftRevision > 0 && isSameDraft(before, draft)) return { kind: "kept", revision: row.draftRevision, at };
  if (row.draftRevision !== (revision ?? 0)) return changedBySomebody(transaction, row);

  const now = new Date();
  const writtenOver = row.draft !== null && row.draftById !== personId ? before : null;
  if (writtenOver) await keepAside(transaction, problemId, row.draftById, writtenOver);
  if (aside) await keepAside(transaction, problemId, personId, aside);
  const published = publishedDraft(row);
  const isPublished = published !== null && isSameDraft(draft, published);
  await transaction.problem.update({
    where: { id: problemId },
    data: {
      draft: isPublished ? Prisma.DbNull : asJson(draft),
      draftRevision: row.draftRevision + 1,
      draftById: personId,
      draftAt: now,
    },
  });
  return { kind: "kept", revision: row.draftRevision + 1, at: now };
}

/** The problem as it is now; nobody else changes it until the transaction ends. */
export async function lockProblem(transaction: Transaction, id: string): Promise<AuthoredRow> {
  await transaction.$queryRaw`SELECT id FROM problem WHERE id = ${id} FOR NO KEY UPDATE`;
  return transaction.problem.findUniqueOrThrow({ where: { id }, include: { currentVersion: true } });
}

/** What somebody else has made of the draft since. */
export async function changedBySomebody(
  transaction: Transaction,
  row: AuthoredRow,
): Promise<Extract<DraftKept, { kind: "changed" }>> {
  const by = await nameOf(transaction, row.draftById);
  return { kind: "changed", revision: row.draftRevision, theirs: currentDraft(row), by, at: row.draftAt };
}

async function nameOf(transaction: Transaction, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const person = await transaction.person.findUnique({ where: { id }, select: { name: true } });
  return person?.name ?? null;
}

async function keepAside(
  transaction: Transaction,
  problemId: string,
  personId: string | null,
  draft: ProblemDraft,
): Promise<void> {
  await transaction.keptDraft.create({ data: { problemId, personId, draft: asJson(draft) } });
}

export function asJson(draft: ProblemDraft): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(draft));
}

/** The draft as it was left, or else what is published. */
export function currentDraft(row: AuthoredRow): ProblemDraft {
  return storedDraft(row.draft) ?? publishedDraft(row) ?? emptyDraft;
}

/** A draft of a row; `null` where there is none. */
export function storedDraft(stored: Prisma.JsonValue): ProblemDraft | null {
  if (stored === null) return null;
  const draft = draftFrom(stored);
  invariant(draft, "a stored draft can be read");
  return draft;
}

/** What is published, as its author would have typed it. */
export function publishedDraft({ id, topicId, currentVersion }: AuthoredRow): ProblemDraft | null {
  return currentVersion && draftOfProblem(problemOfVersion(currentVersion, id, topicId ?? ""));
}
