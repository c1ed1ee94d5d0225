"use server";

import { revalidatePath } from "next/cache";
import { resizedBy } from "@/app/_components/fields/grid-size";
import { answerOf, type Typed, type TypedAnswer, typedOf } from "@/app/_components/fields/typed";
import { isWriting, syntaxOf, type Writing, writingCookie } from "@/app/_components/fields/writing";
import { type ShownVerdict, showVerdict } from "@/app/_components/shown-verdict";
import { keepTaste, tasteOf, viewerForWork } from "@/lib/auth";
import {
  type AttemptView,
  type FieldComplaint,
  getProblem,
  type ServiceError,
  submitAnswer,
  submitAssigned,
} from "@/lib/services";
import { textOf } from "./form";
import { guarded } from "./guarded";

/** The answer form between two answers. */
export interface AnswerState {
  /** What stands in the fields. */
  readonly typed: Typed;
  readonly writing: Writing;
  /** In milliseconds: when a draft of it was typed. */
  readonly typedAt?: number;
  /** Names the next answer, so that sending it twice stores it once. */
  readonly key: string;
  /** What the verdict is about: the fields as they were sent, and the answer as people read it. */
  readonly sent?: Typed;
  readonly answer?: string;
  readonly verdict?: ShownVerdict;
  /** What the answer was stored as, and when it came in. */
  readonly receipt?: { readonly id: string; readonly at: Date };
  /** It has arrived in an assignment that does not show yet what comes of it. */
  readonly isHeld?: boolean;
  /** Why nothing was graded, and where in the text. */
  readonly complaint?: FieldComplaint;
}

type Kept = Pick<AnswerState, "typed" | "writing" | "key">;

/** Grades what was typed. It stays in its fields whatever comes of it. */
export async function checkAnswer(before: AnswerState, form: FormData): Promise<AnswerState> {
  // The deadline of an assignment is the time of arrival, so nothing comes before this.
  const arrivedAt = new Date();
  const typed = typedOf(form);
  const chosen = textOf(form, "writing");
  const kept: Kept = { typed, writing: isWriting(chosen) ? chosen : "text", key: before.key };
  const intent = textOf(form, "intent");
  if (intent === "more-lines") return { ...kept, typed: withLine(typed) };
  const resized = resizedBy(intent, typed);
  if (resized) return { ...kept, typed: resized };
  if (isWriting(chosen)) await rememberWriting(chosen);
  const grade = textOf(form, "assignedId") === "" ? gradeTyped : gradeAssigned;
  return guarded(
    () => grade(kept, form, arrivedAt),
    (message) => ({ ...kept, complaint: { message } }),
  );
}

/** Without scripts a form comes back with one more line. */
function withLine(typed: Typed): Typed {
  const count = Object.keys(typed).filter((name) => name.startsWith("line.")).length;
  return { ...typed, [`line.${count}`]: "" };
}

/** Where scripts run, they keep it themselves, and could not write over what is out of their reach. */
const writtenByScripts = { httpOnly: false };

async function rememberWriting(writing: Writing): Promise<void> {
  const kept = await tasteOf(writingCookie);
  // A field without the visual editor takes LaTeX from whoever likes that editor.
  if (isWriting(kept) && syntaxOf(kept) === syntaxOf(writing)) return;
  await keepTaste(writingCookie, writing, writtenByScripts);
}

/** What every answer brings along. */
function sentOf({ typed, writing }: Kept, form: FormData) {
  return {
    versionId: textOf(form, "versionId"),
    asked: textOf(form, "variant"),
    text: answerOf(typed),
    syntax: syntaxOf(writing),
    idempotencyKey: textOf(form, "idempotencyKey"),
  };
}

async function gradeTyped(kept: Kept, form: FormData): Promise<AnswerState> {
  const problemId = textOf(form, "problemId");
  const viewer = await viewerForWork();
  const sent = sentOf(kept, form);
  const reply = await submitAnswer(viewer, { problemId, ...sent });
  if (!reply.ok) return refusal(kept, sent.text, reply.error);
  revalidatePath("/", "layout");
  const problem = await getProblem(viewer, problemId);
  const { attempt } = reply.value;
  const { syntax } = sent;
  return {
    ...answered(kept, attempt),
    verdict: problem.ok
      ? showVerdict(attempt, problem.value.declarations, { ...problem.value, syntax })
      : showVerdict(attempt, { variables: {} }),
  };
}

async function gradeAssigned(kept: Kept, form: FormData, arrivedAt: Date): Promise<AnswerState> {
  const viewer = await viewerForWork();
  const sent = sentOf(kept, form);
  const reply = await submitAssigned(viewer, { assignedId: textOf(form, "assignedId"), ...sent }, arrivedAt);
  if (!reply.ok) return refusal(kept, sent.text, reply.error);
  revalidatePath("/", "layout");
  const { answer, problem } = reply.value;
  if (!answer.graded) return { ...answered(kept, answer), isHeld: true };
  const { syntax } = sent;
  return {
    ...answered(kept, answer),
    verdict: showVerdict(answer.graded, problem.declarations, { ...problem, syntax }),
  };
}

type Stored = Pick<AttemptView, "id" | "text" | "createdAt">;

function answered(kept: Kept, { id, text, createdAt }: Stored): AnswerState {
  return { ...kept, key: crypto.randomUUID(), sent: kept.typed, answer: text, receipt: { id, at: createdAt } };
}

function refusal(kept: Kept, text: TypedAnswer, { code, fields, message }: ServiceError): AnswerState {
  if (code === "stale-version") revalidatePath("/", "layout");
  return { ...kept, answer: plainText(text), complaint: fields?.text ?? { message } };
}

function plainText(text: TypedAnswer): string {
  return typeof text === "string" ? text : Object.values(text).join("\n");
}
