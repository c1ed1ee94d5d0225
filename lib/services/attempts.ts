import type { Viewer } from "../auth";
import { ok } from "../base";
import { beingGraded, explain } from "../feedback";
import type { Verdict } from "../grade";
import { database, type Prisma } from "../store";
import { answerOfRow } from "./answer-text";
import { policyIn, policySelect } from "./assignments/policy";
import { notFound } from "./error";
import type { Question } from "./grader/question";
import { lookCloser, questionOf } from "./grading";
import { drawnOf } from "./instances";
import type { Reply } from "./reply";
import { loadPublished } from "./rows";
import { verdictView } from "./verdict-view";
import type { AttemptView, FeedbackView } from "./views";

const versionSelect = {
  id: true,
  number: true,
  title: true,
  record: true,
  parameters: true,
  policy: true,
} satisfies Prisma.ProblemVersionSelect;

/**
 * What is loaded with a submission wherever one is shown: its version, and the newest of its grades with the version that a regrade
 * took for it.
 */
export const attemptInclude = {
  assigned: { select: { assignment: { select: policySelect } } },
  version: { select: versionSelect },
  grades: {
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 1,
    include: { version: { select: versionSelect }, rule: { select: { message: true, endedAt: true } } },
  },
} satisfies Prisma.SubmissionInclude;

export type LoadedAttempt = Prisma.SubmissionGetPayload<{ include: typeof attemptInclude }>;

/** More of one's own answers than anybody reads. */
const mostShown = 100;

/** The viewer's own answers to a problem in practice, the newest first. */
export async function listAttempts(viewer: Viewer, problemId: string): Reply<readonly AttemptView[]> {
  return (await loadPublished(problemId)) ? ok(await loadAttempts(viewer, problemId)) : notFound();
}

export async function loadAttempts(viewer: Viewer, problemId: string): Promise<readonly AttemptView[]> {
  if (viewer.personId === null) return [];
  const rows = await database().submission.findMany({
    where: { personId: viewer.personId, problemId, assignedId: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostShown,
    include: attemptInclude,
  });
  return rows.map(attemptView);
}

/** An answer with its newest grade, as its writer and their teacher see it. */
export function attemptView(row: LoadedAttempt): AttemptView {
  const question = questionFor(row);
  const verdict = verdictOf(row);
  return {
    id: row.id,
    text: row.text,
    variant: row.variant,
    syntax: row.syntax,
    createdAt: row.createdAt,
    ordinal: row.ordinal,
    versionNumber: row.version.number,
    verdict: verdictView(verdict, question),
    feedback: { ...feedbackOn(verdict, question), ...remarkOn(row) },
  };
}

/** What is said of a verdict, or of there being none yet. */
export function feedbackOn(verdict: Verdict | null, { policy, kind, form }: Question): FeedbackView {
  if (!verdict) return beingGraded;
  const { outcome, title, lines } = explain(verdict, policy, kind, form);
  return { outcome, title, lines };
}

/** What a teacher says to answers of this value, while the rule holds. */
function remarkOn({ grades: [newest] }: LoadedAttempt): { readonly remark?: string } {
  return newest?.rule && newest.rule.endedAt === null ? { remark: newest.rule.message } : {};
}

/** An answer that was just sent, with all that can be said of its verdict. */
export async function lookedAtCloser(row: LoadedAttempt, view: AttemptView): Promise<AttemptView> {
  const known = verdictOf(row);
  if (!known) return view;
  const verdict = await lookCloser(view.verdict, known, questionFor(row), answerOfRow(row), row.seed);
  return { ...view, verdict };
}

/** The question that an answer was given to, or graded by since, under the policy that counts for it. */
export function questionFor({ version: asked, drawn, assigned, grades: [newest] }: LoadedAttempt): Question {
  const version = newest?.version ?? asked;
  const policy = assigned ? policyIn(assigned.assignment, version.policy) : version.policy;
  return questionOf({ ...version, policy }, drawnOf(drawn));
}

/** The newest verdict; `null` while an answer is being graded. */
export function verdictOf({ grades: [newest] }: LoadedAttempt): Verdict | null {
  return newest ? (newest.verdict as unknown as Verdict) : null;
}
