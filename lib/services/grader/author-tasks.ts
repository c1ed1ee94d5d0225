import type { MessagePort } from "node:worker_threads";
import { auditInSteps, forget, forgetTexts } from "../../audit";
import type { Seed } from "../../base";
import type { AuthoredProblem, FieldPath, Place } from "../../problems";
import type { ProblemDraft } from "../authoring/draft";
import { lookAt } from "../authoring/look-at";
import { type TriedAnswer, tryAt } from "../authoring/try-at";

/** What authors ask for on threads of their own: it takes longer, and sets formulas. */

/** What a problem's own test complains of, and the field that it is about. */
export interface TestFinding {
  readonly field: FieldPath;
  readonly message: string;
}

/** A place in the bank is a file and a line; here it stands for a field, for whoever asked to say where that is. */
const placeOf = (_: string, field: FieldPath = []): Place => ({ path: JSON.stringify(field), line: 1 });

export const authorTasks = {
  /** Everything that can be said of a draft. */
  "look-at-draft": ({ draft, variant, seed }: { draft: ProblemDraft; variant: number; seed: Seed }) =>
    lookAt(draft, variant, seed),

  /** The verdict on an answer to a draft. */
  "try-draft": ({ draft, answer, seed }: { draft: ProblemDraft; answer: TriedAnswer; seed: Seed }) =>
    tryAt(draft, answer, seed),

  /** A problem's own test; after each draw it says how far it has come. */
  "self-test": ({ problem, steps }: { problem: AuthoredProblem; steps: MessagePort }): readonly TestFinding[] => {
    const audit = auditInSteps(problem, placeOf, "author");
    try {
      for (;;) {
        const step = audit.next();
        if (step.done)
          return step.value.findings.map(({ path, message }) => ({ field: JSON.parse(path) as FieldPath, message }));
        steps.postMessage(step.value);
      }
    } finally {
      forget();
      forgetTexts();
    }
  },
};
