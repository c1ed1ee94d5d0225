import { type AuditProgress, auditInSteps, forget, forgetTexts } from "../../audit";
import type { AuthoredProblem, BankError, FieldPath, Place } from "../../problems";

type PlaceOf = (id: string, field?: FieldPath) => Place;

/** Runs a problem's own test draw by draw, so that others get their answers in between. Returns what is wrong. */
export async function* testInSteps(
  problem: AuthoredProblem,
  placeOf: PlaceOf,
): AsyncGenerator<AuditProgress, readonly BankError[]> {
  const audit = auditInSteps(problem, placeOf, "author");
  try {
    for (;;) {
      const step = audit.next();
      if (step.done) return step.value.findings;
      yield step.value;
      await breath();
    }
  } finally {
    forget();
    forgetTexts();
  }
}

/** Lets the server turn to whoever else is waiting. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
