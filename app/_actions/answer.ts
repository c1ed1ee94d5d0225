"use server";

import { revalidatePath } from "next/cache";
import { type ShownVerdict, showVerdict } from "@/app/_components/shown-verdict";
import { viewerForWork } from "@/lib/auth";
import { type FieldComplaint, getProblem, submitAnswer } from "@/lib/services";
import { textOf } from "./form";
import { guarded, ourFault } from "./guarded";

/** The answer form between two answers. */
export interface AnswerState {
  /** What stands in the field. */
  readonly text: string;
  /** Names the next answer, so that sending it twice stores it once. */
  readonly key: string;
  /** The answer that the verdict is about. */
  readonly answer?: string;
  readonly verdict?: ShownVerdict;
  /** Why nothing was graded, and where in the text. */
  readonly complaint?: FieldComplaint;
}

/** Grades what was typed. The text stays in the field whatever comes of it. */
export async function checkAnswer(before: AnswerState, form: FormData): Promise<AnswerState> {
  const text = textOf(form, "answer");
  return guarded(() => gradeText(text, before, form), { text, key: before.key, complaint: { message: ourFault } });
}

async function gradeText(text: string, before: AnswerState, form: FormData): Promise<AnswerState> {
  const problemId = textOf(form, "problemId");
  const viewer = await viewerForWork();
  const reply = await submitAnswer(viewer, {
    problemId,
    versionId: textOf(form, "versionId"),
    text,
    syntax: "text",
    idempotencyKey: textOf(form, "idempotencyKey"),
  });
  if (!reply.ok) {
    if (reply.error.code === "stale-version") revalidatePath("/", "layout");
    return { text, key: before.key, complaint: reply.error.fields?.text ?? { message: reply.error.message } };
  }
  revalidatePath("/", "layout");
  const problem = await getProblem(viewer, problemId);
  const declarations = problem.ok ? problem.value.declarations : { variables: {} };
  return { text, key: crypto.randomUUID(), answer: text, verdict: showVerdict(reply.value.attempt, declarations) };
}
