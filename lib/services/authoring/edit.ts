import { v7 } from "uuid";
import { mayTeach, type Viewer } from "../../auth";
import { invariant, ok, type Result } from "../../base";
import { describeTruth } from "../../grade";
import { database, inTransaction, isId, log, Prisma, type Transaction } from "../../store";
import { placed, readDraft, sizeComplaints, wordComplaints } from "./read-draft";
import { draftOfVersion, isSameDraft, storableDraft } from "./write-draft";
import { type FieldComplaints, notFound, refused, type ServiceError } from "../error";
import { type Question, seedOf } from "../grading";
import type { Reply } from "../reply";
import { testProblem } from "./self-test";
import { addVersion, type VersionContent } from "./versions";
import type { AuthoredProblemView, ProblemDraft, TruthView } from "../views";

const authoredInclude = { currentVersion: true } satisfies Prisma.ProblemInclude;
type AuthoredProblem = Prisma.ProblemGetPayload<{ include: typeof authoredInclude }>;

const lookAgain = "Please look at the marked fields.";

/** A problem opened for editing. */
export async function getAuthoredProblem(viewer: Viewer, problemId: string): Reply<AuthoredProblemView> {
  const problem = await loadOwn(viewer, problemId);
  if (!problem) return notFound();
  const published = problem.currentVersion && draftOfVersion(problem.currentVersion, problem.topicId);
  const draft = (problem.draft as ProblemDraft | null) ?? published;
  invariant(draft, `problem ${problemId} has a draft or a version`);
  return ok({
    id: problem.id,
    draft,
    versionNumber: problem.currentVersion?.number ?? null,
    unpublishedChanges: problem.draft !== null,
    fromBank: problem.fromBank,
  });
}

/** What the grader makes of a draft, or complaints by field. Stores nothing. */
export async function previewProblem(viewer: Viewer, draft: ProblemDraft): Reply<TruthView> {
  if (!mayTeach(viewer)) return notFound();
  const complaints = sizeComplaints(draft);
  if (Object.keys(complaints).length > 0) return refused(lookAgain, complaints);
  const read = readDraft(draft);
  return read.ok ? truthOf(read.value.question) : refused(lookAgain, read.error);
}

/** Keeps a draft as it stands, however unfinished; without an id it makes a new problem. */
export async function saveDraft(
  viewer: Viewer,
  draft: ProblemDraft,
  problemId?: string,
): Reply<{ readonly problemId: string }> {
  if (!mayTeach(viewer) || viewer.personId === null) return notFound();
  const complaints = sizeComplaints(draft);
  if (Object.keys(complaints).length > 0) return refused(lookAgain, complaints);
  const kept = storableDraft(draft);
  if (problemId === undefined) return ok({ problemId: await makeProblem(viewer.personId, kept) });
  const problem = await loadOwn(viewer, problemId);
  if (!problem) return notFound();
  await keepDraft(problem, kept);
  return ok({ problemId });
}

/**
 * Publishes a draft as a new version, once it passes its own test: the sample answer is graded right under the policy, and
 * spoiled copies of it wrong. The refused draft of a problem that is there already is kept as its draft.
 */
export async function publishProblem(
  viewer: Viewer,
  draft: ProblemDraft,
  problemId?: string,
): Reply<{ readonly problemId: string; readonly versionNumber: number }> {
  if (!mayTeach(viewer) || viewer.personId === null) return notFound();
  const problem = problemId === undefined ? null : await loadOwn(viewer, problemId);
  if (problemId !== undefined && !problem) return notFound();

  const kept = storableDraft(draft);
  const content = await readContent(kept);
  if (!content.ok) {
    const isTooLong = Object.keys(sizeComplaints(kept)).length > 0;
    if (problem && !isTooLong) await keepDraft(problem, kept);
    return content;
  }
  const id = problem?.id ?? v7();
  const authorId = viewer.personId;
  const versionNumber = await inTransaction(async (transaction) => {
    if (!problem) await transaction.problem.create({ data: { id, authorId } });
    await place(transaction, id, kept.topicId);
    return addVersion(transaction, id, content.value);
  });
  log.info({ problem: id, version: versionNumber }, "problem published");
  return ok({ problemId: id, versionNumber });
}

/** A problem that the viewer may edit: their own, and any for an admin; the bank's are edited in its files. */
async function loadOwn(viewer: Viewer, problemId: string): Promise<AuthoredProblem | null> {
  if (!mayTeach(viewer) || !isId(problemId)) return null;
  const problem = await database().problem.findUnique({ where: { id: problemId }, include: authoredInclude });
  if (!problem || problem.fromBank) return null;
  return viewer.role === "admin" || problem.authorId === viewer.personId ? problem : null;
}

async function makeProblem(authorId: string, draft: ProblemDraft): Promise<string> {
  const { id } = await database().problem.create({ data: { id: v7(), authorId, draft: asJson(draft) } });
  return id;
}

/** A draft that says what is published is none. */
async function keepDraft({ id, currentVersion, topicId }: AuthoredProblem, draft: ProblemDraft): Promise<void> {
  const isPublished = currentVersion !== null && isSameDraft(draft, draftOfVersion(currentVersion, topicId));
  await database().problem.update({ where: { id }, data: { draft: isPublished ? Prisma.DbNull : asJson(draft) } });
}

function asJson(draft: ProblemDraft): Prisma.InputJsonObject {
  return { ...draft, variables: draft.variables.map((variable) => ({ ...variable })) };
}

/** A draft that is fit to be published, or why it is not: all complaints at once, then the problem's own test. */
async function readContent(draft: ProblemDraft): Promise<Result<VersionContent, ServiceError>> {
  const read = readDraft(draft);
  const complaints: FieldComplaints = {
    ...(read.ok ? {} : read.error),
    ...wordComplaints(draft),
    ...(await topicComplaints(draft)),
    ...sizeComplaints(draft),
  };
  if (!read.ok || Object.keys(complaints).length > 0) return refused(lookAgain, complaints);

  const { record, policy, question } = read.value;
  const tested = testProblem(question, draft.sampleAnswer, seedOf("draft"));
  if (!tested.ok) return refused("The problem does not pass its own test yet.", { sampleAnswer: tested.error });
  return ok({ title: draft.title.trim(), statement: draft.statement, record, policy, ...tested.value, ...nothingMore });
}

/** What only problems of the bank have so far. */
const nothingMore = {
  parameters: null,
  alike: false,
  input: "text",
  hints: [],
  solution: null,
  difficulty: null,
  skills: [],
  sources: [],
} satisfies Partial<VersionContent>;

async function topicComplaints({ topicId }: ProblemDraft): Promise<FieldComplaints> {
  const topic = isId(topicId) && (await database().topic.findFirst({ where: { id: topicId, retired: false } }));
  return topic ? {} : { topicId: { message: "Choose a topic." } };
}

/** Puts a problem into a topic, at its end where it comes from elsewhere; its draft is no draft any more. */
async function place(transaction: Transaction, problemId: string, topicId: string): Promise<void> {
  const before = await transaction.problem.findUniqueOrThrow({ where: { id: problemId }, select: { topicId: true } });
  const last = await transaction.problem.aggregate({ where: { topicId }, _max: { position: true } });
  const moved = before.topicId !== topicId && { topicId, position: (last._max.position ?? 0) + 1 };
  await transaction.problem.update({ where: { id: problemId }, data: { draft: Prisma.DbNull, ...moved } });
}

/** The truth of a question with a sample, in words and numbers. */
function truthOf({ key, shapes }: Question): Result<TruthView, ServiceError> {
  invariant(key.ok && shapes, "a draft asks for a derivative, which has layouts");
  const truth = describeTruth(key.value, seedOf("draft"));
  if (!truth.ok) return refused(lookAgain, { function: placed(truth.error) });
  const { numerator, denominator, at } = truth.value;
  return ok({
    numerator: { shape: shapes.numerator, sample: numerator.sample },
    denominator: { shape: shapes.denominator, sample: denominator.sample },
    at,
  });
}
