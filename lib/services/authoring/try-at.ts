import { fail, ok, type Result, type Seed } from "../../base";
import type { Syntax } from "../../expr";
import { explain } from "../../feedback";
import { type AnswerText, readable } from "../answer-text";
import { askedBy } from "../asked-view";
import type { ServiceError } from "../error";
import { verdictOn } from "../grader/question";
import { verdictView } from "../verdict-view";
import type { ProblemDraft } from "./draft";
import { inputOf, seedOfVariant } from "./look-at";
import { mathematicsOf, variantOf } from "./read-draft";
import type { DraftTryView } from "./views";

/** An answer to a draft, as a student would type it. */
export interface TriedAnswer {
  readonly text: AnswerText;
  readonly syntax: Syntax;
  /** Which of the variants that the author is shown. */
  readonly variant: number;
  readonly problemId?: string;
}

const unread: ServiceError = { code: "refused", message: "The problem cannot be read yet.", fields: {} };

/** The verdict that an answer would get if the draft were published. It may take a while: in a request only on a thread. */
export function tryAt(draft: ProblemDraft, answer: TriedAnswer, seed: Seed): Result<DraftTryView, ServiceError> {
  const mathematics = mathematicsOf(draft);
  if (!mathematics.ok) return fail(unread);
  const variant = variantOf(draft, mathematics.value, seedOfVariant(answer.variant));
  if (!variant.ok) return fail(unread);

  const { record, question } = variant.value;
  const verdict = verdictOn(question, { text: answer.text, syntax: answer.syntax }, seed);
  const { outcome, title, lines } = explain(verdict, question.policy, question.kind, question.form);
  const { declarations, field, indices } = askedBy(record, inputOf(draft), () => question);
  const feedback = { outcome, title, lines };
  return ok({
    text: readable(answer.text),
    verdict: verdictView(verdict, question),
    feedback,
    declarations,
    field,
    indices,
  });
}
