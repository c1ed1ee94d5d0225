import { mayTeach, type Viewer } from "../../auth";
import { ok } from "../../base";
import { database, inTransaction, isId, recordAct } from "../../store";
import { memberOf } from "../courses/rights";
import { notFound, refused } from "../error";
import type { Reply } from "../reply";
import { coursesOf, loadOwn } from "./access";
import type { ProblemDraft } from "./draft";
import { currentDraft, publishedDraft } from "./drafts";
import { visibleTo } from "./teaching";
import type { AuthoredProblemView } from "./views";

/** A problem opened for editing. */
export async function getAuthoredProblem(viewer: Viewer, problemId: string): Reply<AuthoredProblemView> {
  const problem = await loadOwn(viewer, problemId);
  if (!problem) return notFound();
  const { draftById } = problem;
  const changer =
    draftById === null || draftById === viewer.personId
      ? null
      : await database().person.findUnique({ where: { id: draftById }, select: { name: true } });
  return ok({
    id: problem.id,
    draft: currentDraft(problem),
    versionNumber: problem.currentVersion?.number ?? null,
    unpublishedChanges: problem.draft !== null,
    fromBank: problem.fromBank,
    revision: problem.draftRevision,
    changedBy: changer?.name ?? null,
    courseId: problem.courseId,
    courses: await coursesOf(viewer),
  });
}

/** What a published problem says, to begin another one with: the bank's too. */
export async function getStart(viewer: Viewer, problemId: string): Reply<ProblemDraft> {
  if (!mayTeach(viewer) || !isId(problemId)) return notFound();
  const problem = await database().problem.findFirst({
    where: { AND: [await visibleTo(viewer), { id: problemId }] },
    include: { currentVersion: true },
  });
  const draft = problem && publishedDraft(problem);
  return draft ? ok(draft) : notFound();
}

/** Lets the instructors of a course edit a problem too, or nobody but its author. */
export async function shareProblem(
  viewer: Viewer,
  problemId: string,
  courseId: string | null,
): Reply<{ readonly courseId: string | null }> {
  const problem = await loadOwn(viewer, problemId);
  if (!problem) return notFound();
  const isAuthors = problem.authorId === viewer.personId || viewer.role === "admin";
  if (!isAuthors) return refused("Only its author says who may edit a problem.");
  if (courseId !== null && (await memberOf(viewer, courseId))?.role !== "instructor") return notFound();
  await inTransaction(async (transaction) => {
    await transaction.problem.update({ where: { id: problemId }, data: { courseId } });
    const act = { action: "problem-shared", by: viewer.personId, subject: problemId } as const;
    await recordAct(transaction, {
      ...act,
      courseId: courseId ?? problem.courseId,
      facts: { open: courseId !== null },
    });
  });
  return ok({ courseId });
}

/** What the form for a problem lets one choose from. */
export interface AuthoringChoices {
  readonly topics: readonly {
    readonly id: string;
    readonly title: string;
    readonly skills: readonly { readonly id: string; readonly ability: string }[];
  }[];
}

/** Topics with their skills, in teaching order. */
export async function getAuthoringChoices(viewer: Viewer, problemId?: string): Reply<AuthoringChoices> {
  if (!mayTeach(viewer) && !(problemId !== undefined && (await loadOwn(viewer, problemId)))) return notFound();
  const topics = await database().topic.findMany({
    where: { retired: false },
    orderBy: { position: "asc" },
    select: {
      id: true,
      title: true,
      skills: { where: { retired: false }, orderBy: { position: "asc" }, select: { id: true, ability: true } },
    },
  });
  return ok({ topics });
}
