import { Kept, keeping, type Seed } from "../base";
import type { Answer, Verdict } from "../grade";
import { metrics } from "../observe";
import type { Limits, Outcome } from "../pool";
import type { Drawn } from "../problems";
import { setting } from "../store";
import { type CloserLook, isWorthALook, withCloserLook } from "./grader/closer-look";
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

/** What was found out about answers to each question. Half a class types the same; it is found out once. */
function byAnswer<T>(most: number) {
  const known = new WeakMap<Question, Kept<T>>();
  return (question: Question): Kept<T> => {
    const before = known.get(question);
    if (before) return before;
    const made = new Kept<T>(most);
    known.set(question, made);
    return made;
  };
}

const verdictsOf = byAnswer<Graded>(100);
const looksOf = byAnswer<CloserLook>(100);

/** An answer may have parts, which a template would print all alike. */
const nameOf = ({ text, syntax }: Answer, seed: Seed): string => JSON.stringify([seed, syntax, text]);

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

/** As {@link gradeAnswer}, but what an answer of the same text has got is not found out again: the same answer has the same verdict. */
export async function gradeOnce(
  question: Question,
  answer: Answer,
  seed: Seed,
  terms: GradingTerms = usual,
): Promise<Graded> {
  const verdicts = verdictsOf(question);
  const name = nameOf(answer, seed);
  const known = verdicts.get(name);
  if (known) {
    metrics().answers.inc({ status: known.verdict.status });
    return known;
  }
  const graded = await gradeAnswer(question, answer, seed, terms);
  if (graded.verdict.status === "graded" || graded.verdict.status === "invalid") verdicts.keep(name, graded);
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
  question: Question,
  { text, syntax }: Answer,
  seed: Seed,
): Promise<VerdictView> {
  if (!isWorthALook(verdict)) return view;
  const { record, policy } = question;
  const answer = { text, syntax };
  const name = nameOf(answer, seed);
  const known = looksOf(question).get(name);
  if (known) return withCloserLook(view, known);
  const outcome = await onThread("answers", "look-closer", { asked: { record, policy }, answer, seed, verdict });
  if (outcome.ended !== "done") return view;
  looksOf(question).keep(name, outcome.value);
  return withCloserLook(view, outcome.value);
}

/** The chance behind a version's verdicts: the same for every answer to it, and known to nobody outside. */
export function seedOf(versionId: string): Seed {
  return seedWith(setting("NABLA_SECRET"), versionId);
}
