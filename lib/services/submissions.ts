import { createHash } from "node:crypto";
import { v7 } from "uuid";
import type { Viewer } from "../auth";
import { fail, ok } from "../base";
import type { Syntax } from "../expr";
import { type Answer, GRADER_VERSION } from "../grade";
import { advance, type StoredAnswer, stateOf, topicProgress } from "../progress";
import { database, inTransaction, log, type Prisma } from "../store";
import { type AnswerText, partsOf, readable, storableText } from "./answer-text";
import { type Asked, askedOf } from "./asked";
import { attemptInclude, attemptView, type LoadedAttempt, lookedAtCloser } from "./attempts";
import { forgetDraft } from "./drafts";
import { notFound, type ServiceError, signInNeeded, tooMany } from "./error";
import { withRule } from "./feedback-rules";
import { type Graded, gradeAnswer, questionOf, seedOf } from "./grading";
import { learnFrom } from "./mastery/estimates";
import { storedAnswer } from "./mastery/stored-answer";
import { holdAsker } from "./people";
import type { Reply } from "./reply";
import { loadPublished, type PublishedProblem } from "./rows";
import { keepStanding, loadStanding, loadStandings, lockStanding, type ProblemStanding, standingOf } from "./standings";
import type { SubmissionView } from "./views";
import { roomForWork } from "./work-limits";

export interface AnswerInput {
  readonly problemId: string;
  readonly versionId: string;
  /** Names the variant that the answerer saw, as the problem's view has it. */
  readonly asked: string;
  readonly text: AnswerText;
  readonly syntax: Syntax;
  /** Made once per form: the same answer sent twice with one key is stored once. */
  readonly idempotencyKey: string;
}

/** The longest answer that is read and kept, in characters; longer ones are refused with `too-long`. */
export const longestAnswer = 10_000;

/** Grades an answer, stores it and moves progress. The viewer comes from `viewerForWork`. */
export async function submitAnswer(viewer: Viewer, input: AnswerInput, now = new Date()): Reply<SubmissionView> {
  if (viewer.personId === null) return signInNeeded();
  const { length } = readable(input.text);
  if (length > longestAnswer) return fail(tooLong(length));

  const retryAfter = await roomForWork(viewer, viewer.personId);
  if (retryAfter !== null) return tooMany(retryAfter);

  const problem = await loadPublished(input.problemId);
  if (!problem) return notFound();
  const answer = { text: storableText(input.text), syntax: input.syntax };
  const key = keyOf(input, answer);
  const before = await findByKey(viewer.personId, key);
  if (before) return ok(await submissionView(viewer, problem, before));
  const version = problem.currentVersion;
  if (version.id !== input.versionId) return fail(stale);
  const standing = await loadStanding(viewer, problem.id);
  const asked = askedOf(version, viewer.personId, standing, input.asked);
  if (!asked) return fail(staleVariant);

  const seed = seedOf(input.versionId);
  const verdict = await gradeAnswer(questionOf(version, asked.drawn), answer, seed);
  const graded = await withRule({ problemId: problem.id, courseId: null }, version, asked.drawn, answer, verdict);
  const told = storedAnswer(version, { ...graded, hints: standing.hints, solutionSeen: standing.gaveUp });
  const stored = await store(viewer, asked, graded, told, {
    text: readable(answer.text),
    parts: partsOf(answer.text),
    syntax: answer.syntax,
    personId: viewer.personId,
    problemId: problem.id,
    versionId: input.versionId,
    variant: asked.variant,
    drawn: asked.drawn ?? undefined,
    hints: standing.hints,
    solutionSeen: standing.gaveUp,
    graderVersion: GRADER_VERSION,
    seed,
    idempotencyKey: key,
    createdAt: now,
  });
  if (!stored) return signInNeeded();
  const { status } = graded.verdict;
  log[status === "bad-problem" ? "error" : "info"](
    { submission: stored.id, problem: problem.id, status },
    "answer graded",
  );
  return ok(await submissionView(viewer, problem, stored));
}

export const stale: ServiceError = {
  code: "stale-version",
  message:
    "This problem has been changed since you opened it. Your answer is kept; read the problem again and send it.",
};

const staleVariant: ServiceError = {
  code: "stale-variant",
  message:
    "You have taken another variant of this problem since you opened this page. Nothing is counted; load the page again to see it.",
};

export function tooLong(length: number): ServiceError {
  const [given, most] = [length, longestAnswer].map((count) => count.toLocaleString("en"));
  const message = `This answer has ${given} characters; at most ${most} are read. Nothing is counted.`;
  return { code: "too-long", message, fields: { text: { message, start: longestAnswer, end: length } } };
}

/** A form's key names one answer: with another text it is another answer. */
function keyOf({ problemId, versionId, asked, idempotencyKey }: AnswerInput, { text, syntax }: Answer): string {
  const parts = JSON.stringify([idempotencyKey, problemId, versionId, asked, syntax, text]);
  return createHash("sha256").update(parts).digest("base64url");
}

function findByKey(personId: string, idempotencyKey: string): Promise<LoadedAttempt | null> {
  return database().submission.findUnique({
    where: { personId_idempotencyKey: { personId, idempotencyKey } },
    include: attemptInclude,
  });
}

type NewSubmission = Omit<Prisma.SubmissionUncheckedCreateInput, "id" | "ordinal" | "grades"> & {
  readonly personId: string;
  readonly variant: number;
  readonly createdAt: Date;
};

/**
 * Stores an answer with its grade and moves the standing and the estimates of skills. Answers of one person to one problem queue up at the row of their
 * standing, so that each counted one gets its own place. Nothing is stored, and `null` comes back, for somebody who is gone.
 */
function store(
  viewer: Viewer,
  asked: Asked,
  graded: Graded,
  told: StoredAnswer,
  submission: NewSubmission,
): Promise<LoadedAttempt | null> {
  const { personId, problemId, idempotencyKey } = submission;
  return inTransaction(async (transaction) => {
    if (!(await holdAsker(transaction, viewer, personId))) return null;
    const standing = await lockStanding(transaction, personId, problemId);

    const twin = { where: { personId_idempotencyKey: { personId, idempotencyKey } }, include: attemptInclude };
    const stored = await transaction.submission.findUnique(twin);
    if (stored) return stored;

    const after = standingAfter(standing, asked, graded);
    const made = await transaction.submission.create({
      data: {
        ...submission,
        id: v7(),
        ordinal: graded.counts ? after.attempts : null,
        grades: { create: gradeRow(graded) },
      },
      include: attemptInclude,
    });
    await keepStanding(transaction, personId, problemId, after);
    if (graded.correct) await forgetDraft(transaction, personId, problemId);
    if (graded.counts) await learnFrom(transaction, made, told);
    return made;
  });
}

/** Another variant may have been taken while the answer was graded: it stays as it is. */
function standingAfter(standing: ProblemStanding, asked: Asked, { counts, correct }: Graded): ProblemStanding {
  const counted = counts ? { ...standing, ...advance(standing, correct) } : standing;
  if (standing.variant !== asked.variant) return counted;
  return { ...counted, drawnFor: asked.drawnFor, solved: standing.solved || correct };
}

/** A grade as it is stored with its answer. */
export function gradeRow({ verdict, correct, ruleId }: Graded): Prisma.GradeCreateWithoutSubmissionInput {
  const flags = verdict.status === "graded" ? verdict : { numerator: false, denominator: false };
  return {
    graderVersion: GRADER_VERSION,
    status: verdict.status === "bad-problem" ? "bad_problem" : verdict.status,
    numerator: flags.numerator,
    denominator: flags.denominator,
    correct,
    verdict: JSON.parse(JSON.stringify(verdict)),
    ...(ruleId !== undefined && { rule: { connect: { id: ruleId } } }),
  };
}

async function submissionView(viewer: Viewer, problem: PublishedProblem, row: LoadedAttempt): Promise<SubmissionView> {
  const { topicId } = problem;
  const [standings, exercises] = await Promise.all([
    loadStandings(viewer, { topicId }),
    database().problem.findMany({
      where: { topicId, retired: false, currentVersionId: { not: null } },
      select: { id: true, currentVersion: { select: { difficulty: true } } },
    }),
  ]);
  const state = stateOf(standingOf(standings, problem.id));
  const progress = topicProgress(
    exercises.map(({ id, currentVersion }) => ({
      difficulty: currentVersion?.difficulty ?? null,
      standing: standingOf(standings, id),
    })),
  );
  return {
    attempt: await lookedAtCloser(row, attemptView(row)),
    state,
    progress: { topicId: problem.topic.id, ...progress },
  };
}
