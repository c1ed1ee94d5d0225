import type { Seed } from "../../base";
import { type Answer, checkWitness, type Verdict, wrongSummand } from "../../grade";
import type { VerdictView, WitnessView } from "../views";
import type { Question } from "./question";

/**
 * What takes a moment to find out about a wrong answer: the derivative at the witness by central differences and, where no slip has
 * been recognised, the one summand that is wrong.
 */
export interface CloserLook {
  readonly check?: WitnessView["check"];
  readonly summand?: VerdictView["summand"];
}

/** True where a closer look can tell more. */
export function isWorthALook(verdict: Verdict): boolean {
  return verdict.status === "graded" && verdict.witness !== undefined;
}

/** Looks closer. It may take a while: in a request only on a thread. */
export function lookCloser(verdict: Verdict, { key }: Pick<Question, "key">, answer: Answer, seed: Seed): CloserLook {
  if (verdict.status !== "graded" || !verdict.witness || !key.ok) return {};
  const check = checkWitness(key.value, verdict.witness);
  const summand = verdict.diagnosis ? undefined : wrongSummand(answer, key.value, verdict.witness, seed);
  return { ...(check && { check }), ...(summand && { summand }) };
}

/** A verdict with what a closer look has found. For the verdict that is read now; lists go without. */
export function withCloserLook(view: VerdictView, { check, summand }: CloserLook): VerdictView {
  return {
    ...view,
    witness: view.witness && { ...view.witness, ...(check && { check }) },
    ...(summand && { summand }),
  };
}
