import type { Viewer } from "../../auth";
import { fail, ok, type Result } from "../../base";
import type { AuthoredProblem } from "../../problems";
import { database, inTransaction, isId, log, Prisma, recordAct, type Transaction } from "../../store";
import type { FieldComplaints, ServiceError } from "../error";
import { notFound, refused, tooMany } from "../error";
import type { Reply } from "../reply";
import { mayDraft, roomToAuthor } from "./access";
import { type ProblemDraft, sizeComplaints } from "./draft";
import { Complaints, draftField } from "./draft-fields";
import { changedBySomebody, type DraftToKeep, lockProblem, lookAgain, saveDraft } from "./drafts";
import { testInSteps } from "./problem-test";
import { problemOfDraft } from "./read-draft";
import { contentOfProblem } from "./version-problem";
import { addVersion } from "./versions";
import type { PublishStep } from "./views";

/**
 * Publishes a draft as a new version, once it passes its own test: right answers are graded right in every variant, and wrong
 * ones wrong. The draft is kept first, whatever comes of it. Says how far it has come.
 */
export async function* publishInSteps(viewer: Viewer, input: DraftToKeep): AsyncGenerator<PublishStep, void> {
  const kept = await saveDraft(viewer, input);
  if (!kept.ok) return yield refusal(kept.error);
  if (kept.value.kind === "changed") return yield { kind: "changed", kept: kept.value };
  const { revision } = kept.value;

  const { draft, problemId } = input;
  const problem = await readyProblem(draft, problemId);
  if (!problem.ok) return yield refusal(problem.error);
  const wait = await roomToAuthor(viewer, "test");
  if (wait !== null) return yield refusal(tooMany(wait).error);

  const complaints = yield* testDraft(problem.value, draft);
  if (!complaints.isEmpty) return yield { kind: "refused", message: failing, complaints: complaints.fields };
  yield await inTransaction((transaction) => publish(transaction, viewer, problem.value, revision));
}

const failing = "The problem does not pass its own test yet. Please look at the marked fields.";

function refusal({ message, fields = {} }: ServiceError): PublishStep {
  return { kind: "refused", message, complaints: fields };
}

/** The same without steps: for whoever waits for the end. */
export async function publishProblem(
  viewer: Viewer,
  input: DraftToKeep,
): Reply<Extract<PublishStep, { kind: "published" | "changed" }>> {
  if (!(await mayDraft(viewer, input.problemId))) return notFound();
  for await (const step of publishInSteps(viewer, input)) {
    if (step.kind === "refused") return refused(step.message, step.complaints);
    if (step.kind !== "testing") return ok(step);
  }
  return notFound();
}

/** The problem that a draft says, once nothing is missing in it; all complaints at once. */
async function readyProblem(draft: ProblemDraft, problemId: string): Promise<Result<AuthoredProblem, ServiceError>> {
  const read = problemOfDraft(draft, problemId);
  const complaints = new Complaints();
  complaints.addAll(sizeComplaints(draft));
  if (!read.ok) complaints.addAll(read.error);
  complaints.addAll(await placeComplaints(draft));
  if (read.ok && complaints.isEmpty) return read;
  return fail({ code: "refused", message: lookAgain, fields: complaints.fields });
}

/** The topic is taught, and the skills are known, the first of them the topic's own. */
async function placeComplaints({ topicId, skills }: ProblemDraft): Promise<FieldComplaints> {
  const complaints = new Complaints();
  const topic =
    isId(topicId) &&
    (await database().topic.findFirst({ where: { id: topicId, retired: false }, select: { id: true } }));
  if (!topic) complaints.add("topicId", "Choose a topic.");
  const known = await database().skill.findMany({ where: { id: { in: [...skills] }, retired: false } });
  const unknown = skills.find((skill) => !known.some(({ id }) => id === skill));
  if (unknown !== undefined) complaints.add("skills", `${unknown} is no skill.`);
  const [main] = skills;
  const home = known.find(({ id }) => id === main)?.topicId;
  if (topic && home !== undefined && home !== topicId) complaints.add("skills", "The first skill is one of the topic.");
  return complaints.fields;
}

async function* testDraft(problem: AuthoredProblem, draft: ProblemDraft): AsyncGenerator<PublishStep, Complaints> {
  // A place in the bank is a file and a line; here it is a field of the form.
  const test = testInSteps(problem, (_, field = []) => ({ path: draftField(field, draft), line: 1 }));
  for (;;) {
    const step = await test.next();
    if (!step.done) {
      yield { kind: "testing", ...step.value };
      continue;
    }
    const complaints = new Complaints();
    for (const { path, message } of step.value)
      complaints.add(path, path === "alike" ? aboutLayouts(draft) : message.replace(/^\w+: /, ""));
    return complaints;
  }
}

function aboutLayouts({ alike }: ProblemDraft): string {
  if (alike) return "This is ticked, but the same answer is not right in both layouts.";
  return "The two layouts cannot be told apart here: tick this, or change the problem.";
}

/** One short transaction; the test was run before it. */
async function publish(
  transaction: Transaction,
  viewer: Viewer,
  problem: AuthoredProblem,
  revision: number,
): Promise<PublishStep> {
  const row = await lockProblem(transaction, problem.id);
  if (row.draftRevision !== revision) return { kind: "changed", kept: await changedBySomebody(transaction, row) };
  await placeProblem(transaction, problem);
  const versionNumber = await addVersion(transaction, problem.id, contentOfProblem(problem), viewer.personId);
  await transaction.problem.update({
    where: { id: problem.id },
    data: { draft: Prisma.DbNull, draftRevision: revision + 1, draftById: viewer.personId, draftAt: new Date() },
  });
  const act = {
    action: "problem-published",
    by: viewer.personId,
    subject: problem.id,
    courseId: row.courseId,
  } as const;
  await recordAct(transaction, { ...act, facts: { version: versionNumber } });
  log.info({ problem: problem.id, version: versionNumber }, "problem published");
  return { kind: "published", problemId: problem.id, versionNumber };
}

/** Puts a problem into its topic, at its end where it comes from elsewhere. */
export async function placeProblem(
  transaction: Transaction,
  { id, topic: topicId }: Pick<AuthoredProblem, "id" | "topic">,
): Promise<void> {
  const before = await transaction.problem.findUniqueOrThrow({ where: { id }, select: { topicId: true } });
  if (before.topicId === topicId) return;
  const last = await transaction.problem.aggregate({ where: { topicId }, _max: { position: true } });
  await transaction.problem.update({ where: { id }, data: { topicId, position: (last._max.position ?? 0) + 1 } });
}
