import type { Viewer } from "../../auth";
import { ok } from "../../base";
import { database, type Prisma } from "../../store";
import { notFound } from "../error";
import type { Reply } from "../reply";
import { type AuthoredRow, loadOwn } from "./access";
import type { ProblemDraft } from "./draft";
import { currentDraft, saveDraft, storedDraft } from "./drafts";
import { problemOfVersion } from "./version-problem";
import type { DraftKept, HistoryEntryView, ProblemHistoryView } from "./views";
import { draftOfProblem } from "./write-draft";

/** An entry with the draft that it stands for. */
interface Entry {
  readonly view: HistoryEntryView;
  draft(): ProblemDraft;
}

/** All that a problem has said, the newest first; two entries, the two newest where none are named, are compared. */
export async function getHistory(
  viewer: Viewer,
  problemId: string,
  chosen: { readonly older?: string; readonly newer?: string } = {},
): Reply<ProblemHistoryView> {
  const problem = await loadOwn(viewer, problemId);
  if (!problem) return notFound();
  const entries = await loadEntries(problem);
  const newerAt = Math.max(0, placeOf(entries, chosen.newer));
  const olderAt = placeOf(entries, chosen.older);
  const newer = entries[newerAt];
  const older = entries[olderAt < 0 ? newerAt + 1 : olderAt];
  return ok({
    id: problem.id,
    title: currentDraft(problem).title,
    entries: entries.map(({ view }) => view),
    compared:
      newer && older && newer !== older
        ? { older: older.view, newer: newer.view, before: older.draft(), after: newer.draft() }
        : null,
  });
}

function placeOf(entries: readonly Entry[], name: string | undefined): number {
  return entries.findIndex(({ view }) => view.name === name);
}

/** Makes an entry of the history the draft. The draft of today stays in the history. */
export async function restoreDraft(viewer: Viewer, problemId: string, name: string): Reply<DraftKept> {
  const problem = await loadOwn(viewer, problemId);
  if (!problem) return notFound();
  const entries = await loadEntries(problem);
  const entry = entries[placeOf(entries, name)];
  if (!entry) return notFound();
  const isOwn = problem.draft !== null && problem.draftById === viewer.personId;
  return saveDraft(viewer, {
    problemId,
    revision: problem.draftRevision,
    draft: entry.draft(),
    ...(isOwn && { aside: currentDraft(problem) }),
  });
}

async function loadEntries(problem: AuthoredRow): Promise<readonly Entry[]> {
  const [versions, kept] = await Promise.all([
    database().problemVersion.findMany({ where: { problemId: problem.id }, orderBy: { number: "desc" } }),
    database().keptDraft.findMany({ where: { problemId: problem.id }, orderBy: { createdAt: "desc" } }),
  ]);
  const names = await loadNames([
    problem.draftById,
    ...versions.map(({ authorId }) => authorId),
    ...kept.map((each) => each.personId),
  ]);
  const past = [
    ...versions.map((version) => versionEntry(problem, version, names)),
    ...kept.map((row) => keptEntry(row, names)),
  ].sort((one, other) => (other.view.at?.getTime() ?? 0) - (one.view.at?.getTime() ?? 0));
  return problem.draft === null ? past : [draftEntry(problem, names), ...past];
}

type Names = ReadonlyMap<string, string>;

async function loadNames(ids: readonly (string | null)[]): Promise<Names> {
  const known = ids.filter((id) => id !== null);
  const people = await database().person.findMany({ where: { id: { in: known } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

const by = (names: Names, id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));

function draftEntry(problem: AuthoredRow, names: Names): Entry {
  const { draftById, draftAt } = problem;
  return {
    view: { name: "draft", kind: "draft", number: null, by: by(names, draftById), at: draftAt },
    draft: () => currentDraft(problem),
  };
}

function versionEntry(
  { id, topicId }: AuthoredRow,
  version: Prisma.ProblemVersionGetPayload<object>,
  names: Names,
): Entry {
  const { number, authorId, createdAt: at } = version;
  return {
    view: { name: String(number), kind: "version", number, by: by(names, authorId), at },
    draft: () => draftOfProblem(problemOfVersion(version, id, topicId ?? "")),
  };
}

function keptEntry(row: Prisma.KeptDraftGetPayload<object>, names: Names): Entry {
  return {
    view: { name: row.id, kind: "kept", number: null, by: by(names, row.personId), at: row.createdAt },
    draft: () => storedDraft(row.draft) as ProblemDraft,
  };
}
