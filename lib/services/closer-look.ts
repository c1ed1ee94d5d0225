import type { Seed } from "../base";
import { type Answer, checkWitness, type Verdict, wrongSummand } from "../grade";
import type { Question } from "./grading";
import type { VerdictView } from "./views";

/**
 * A verdict with what takes a moment to find out: the derivative at the witness by central differences and, where no slip has
 * been recognised, the one summand that is wrong. For the verdict that is read now; lists go without.
 */
export function lookCloser(
  view: VerdictView,
  verdict: Verdict,
  question: Question,
  answer: Answer,
  seed: Seed,
): VerdictView {
  const { key } = question;
  if (verdict.status !== "graded" || !verdict.witness || !view.witness || !key.ok) return view;
  const check = checkWitness(key.value, verdict.witness);
  const summand = verdict.diagnosis ? undefined : wrongSummand(answer, key.value, verdict.witness, seed);
  return {
    ...view,
    witness: { ...view.witness, ...(check && { check }) },
    ...(summand && { summand }),
  };
}
