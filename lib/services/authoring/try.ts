import type { Viewer } from "../../auth";
import { fail, ok } from "../../base";
import type { Syntax } from "../../expr";
import { explain } from "../../feedback";
import type { AnswerText } from "../answer-text";
import { readable } from "../answer-text";
import { notFound, refused, tooMany } from "../error";
import { gradeAnswer, seedOf } from "../grading";
import { askedBy } from "../problem-view";
import type { Reply } from "../reply";
import { verdictView } from "../verdict-view";
import { mayDraft, roomToAuthor } from "./access";
import type { ProblemDraft } from "./draft";
import { inputOf, seedOfVariant } from "./look";
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

const longest = 10_000;

/** The verdict that an answer would get if the draft were published. Stores nothing. */
export async function tryAnswer(viewer: Viewer, draft: ProblemDraft, answer: TriedAnswer): Reply<DraftTryView> {
  if (!(await mayDraft(viewer, answer.problemId))) return notFound();
  const wait = await roomToAuthor(viewer, "look");
  if (wait !== null) return tooMany(wait);
  const text = readable(answer.text);
  if (text.length > longest) return refused(`At most ${longest.toLocaleString("en")} characters are read.`);
  const mathematics = mathematicsOf(draft);
  if (!mathematics.ok) return refused("The problem cannot be read yet.");
  const variant = variantOf(draft, mathematics.value, seedOfVariant(answer.variant));
  if (!variant.ok) return fail({ code: "refused", message: "The problem cannot be read yet." });

  const { record, question } = variant.value;
  const { verdict } = await gradeAnswer(question, { text: answer.text, syntax: answer.syntax }, seedOf("draft"));
  const { outcome, title, lines } = explain(verdict, question.policy, question.kind, question.form);
  const { declarations, field, indices } = askedBy(record, inputOf(draft), () => question);
  const feedback = { outcome, title, lines };
  return ok({ text, verdict: verdictView(verdict, question), feedback, declarations, field, indices });
}
