import type { Seed } from "../base";
import type { Answer, Verdict } from "../grade";
import { metrics } from "../observe";
import type { Limits, Outcome } from "../pool";
import type { Drawn } from "../problems";
import { setting } from "../store";
import { isWorthALook, withCloserLook } from "./grader/closer-look";
import { keeping } from "./grader/kept";
import { type Lane, onThread, usualLimits } from "./grader/lanes";
import { isCorrect, type Question, readQuestion } from "./grader/question";
import { seedWith } from "./grader/seed";
import { type InstanceRow, recordOf } from "./instances";
import type { VerdictView } from "./views";

/** Versions never change, so what was read once stays true. */
const questions = keeping<Question>(1_000);

/** The question that a version asks with these values drawn, under its policy or that of an assignment. */
export function questionOf(version: InstanceRow, drawn: Drawn | null): Question {
  return questions(`${version.id} ${version.policy} ${JSON.stringify(drawn)}`, () =>
    readQuestion(recordOf(version, drawn), version.policy),
  );
}

/** What is stored of a grade. */
export interface Graded {
  readonly verdict: Verdict;
  /** Right in a layout that the policy takes. */
  readonly correct: boolean;
  /** Costs an attempt. What cannot be read or decided costs nothing. */
  readonly counts: boolean;
  /** The feedback rule that the answer meets. */
  readonly rule?: { readonly id: string; readonly message: string };
  /** The thread was ended before there was a verdict: worth a second look. */
  readonly isUnfinished?: true;
}

/** How an answer is graded: on which threads, and within which limits. */
export interface GradingTerms {
  readonly lane: Lane;
  readonly limits: Limits;
}

const usual: GradingTerms = { lane: "answers", limits: usualLimits };

/** Grades an answer on a thread of its own. What takes longer than the hard limit is undecided. */
export async function gradeAnswer(
  question: Question,
  { text, syntax }: Answer,
  seed: Seed,
  { lane, limits }: GradingTerms = usual,
): Promise<Graded> {
  const { record, policy, key } = question;
  if (!key.ok) return { verdict: { status: "bad-problem", error: key.error }, correct: false, counts: false };
  const asked = { record, policy };
  const timed = metrics().gradingSeconds.startTimer();
  const graded = gradedBy(question, await onThread(lane, "grade", { asked, answer: { text, syntax }, seed }, limits));
  timed();
  metrics().answers.inc({ status: graded.verdict.status });
  return graded;
}

const tooSlow: Verdict = { status: "undecided", reason: "time" };

function gradedBy(question: Question, outcome: Outcome<Verdict>): Graded {
  if (outcome.ended === "done") {
    const verdict = outcome.value;
    return { verdict, correct: isCorrect(verdict, question), counts: verdict.status === "graded" };
  }
  const free = { verdict: tooSlow, correct: false, counts: false };
  return outcome.ended === "stopped" ? { ...free, isUnfinished: true } : free;
}

/** A verdict with all that a closer look can tell of it; as it is where that takes too long. */
export async function lookCloser(
  view: VerdictView,
  verdict: Verdict,
  { record, policy }: Question,
  { text, syntax }: Answer,
  seed: Seed,
): Promise<VerdictView> {
  if (!isWorthALook(verdict)) return view;
  const input = { asked: { record, policy }, answer: { text, syntax }, seed, verdict };
  const outcome = await onThread("answers", "look-closer", input);
  return outcome.ended === "done" ? withCloserLook(view, outcome.value) : view;
}

/** The chance behind a version's verdicts: the same for every answer to it, and known to nobody outside. */
export function seedOf(versionId: string): Seed {
  return seedWith(setting("NABLA_SECRET"), versionId);
}
