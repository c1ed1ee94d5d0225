import { hasLayouts } from "@/lib/feedback";
import type { AssignedAttemptView, AttemptView } from "@/lib/services";
import type { AnswerLine } from "./answer-reply";

/** An answer in practice as its line says it. */
export function practiceLine(attempt: AttemptView): AnswerLine {
  const { variant, ordinal } = attempt;
  const notes = [...attemptNote(ordinal), ...(variant > 0 ? [`variant ${variant + 1}`] : [])];
  return { ...common(attempt), notes, ...gradedPart(attempt) };
}

/** An answer in an assignment as its line says it, with as much of its verdict as may be shown. */
export function assignedLine(answer: AssignedAttemptView): AnswerLine {
  const { ordinal, automatic, graded } = answer;
  const notes = [...attemptNote(ordinal), ...(automatic ? ["sent at the closing"] : [])];
  return { ...common(answer), notes, ...(graded ? gradedPart(graded) : { title: "Received." }) };
}

function common({ id, text, createdAt }: Pick<AttemptView, "id" | "text" | "createdAt">) {
  return { id, text, at: createdAt.toISOString() };
}

function attemptNote(ordinal: number | null): readonly string[] {
  return ordinal === null ? [] : [`Attempt ${ordinal}`];
}

function gradedPart({ feedback: { outcome, title }, verdict }: AttemptView) {
  const { status, form, numerator, denominator } = verdict;
  return { outcome, title, ...(status === "graded" && hasLayouts(form) && { layouts: { numerator, denominator } }) };
}
