"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { resizedBy } from "@/app/_components/fields/grid-size";
import { answerOf, type Typed, type TypedAnswer, typedOf } from "@/app/_components/fields/typed";
import { isWriting, syntaxOf, type Writing, writingCookie } from "@/app/_components/fields/writing";
import { type ShownVerdict, showVerdict } from "@/app/_components/shown-verdict";
import { viewerForWork } from "@/lib/auth";
import { type FieldComplaint, getProblem, submitAnswer } from "@/lib/services";
import { textOf } from "./form";
import { guarded, ourFault } from "./guarded";

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
  /** Why nothing was graded, and where in the text. */
  readonly complaint?: FieldComplaint;
}

type Kept = Pick<AnswerState, "typed" | "writing" | "key">;

/** Grades what was typed. It stays in its fields whatever comes of it. */
export async function checkAnswer(before: AnswerState, form: FormData): Promise<AnswerState> {
  const typed = typedOf(form);
  const chosen = textOf(form, "writing");
  const kept: Kept = { typed, writing: isWriting(chosen) ? chosen : "text", key: before.key };
  const intent = textOf(form, "intent");
  if (intent === "more-lines") return { ...kept, typed: withLine(typed) };
  const resized = resizedBy(intent, typed);
  if (resized) return { ...kept, typed: resized };
  if (isWriting(chosen)) await rememberWriting(chosen);
  return guarded(() => gradeTyped(kept, form), { ...kept, complaint: { message: ourFault } });
}

/** Without scripts a form comes back with one more line. */
function withLine(typed: Typed): Typed {
  const count = Object.keys(typed).filter((name) => name.startsWith("line.")).length;
  return { ...typed, [`line.${count}`]: "" };
}

async function rememberWriting(writing: Writing): Promise<void> {
  const jar = await cookies();
  const kept = jar.get(writingCookie)?.value;
  // A field without the visual editor takes LaTeX from whoever likes that editor.
  if (isWriting(kept) && syntaxOf(kept) === syntaxOf(writing)) return;
  jar.set(writingCookie, writing, { path: "/", maxAge: 365 * 24 * 3600, sameSite: "lax" });
}

async function gradeTyped(kept: Kept, form: FormData): Promise<AnswerState> {
  const problemId = textOf(form, "problemId");
  const viewer = await viewerForWork();
  const text = answerOf(kept.typed);
  const syntax = syntaxOf(kept.writing);
  const reply = await submitAnswer(viewer, {
    problemId,
    versionId: textOf(form, "versionId"),
    asked: textOf(form, "variant"),
    text,
    syntax,
    idempotencyKey: textOf(form, "idempotencyKey"),
  });
  if (!reply.ok) {
    if (reply.error.code === "stale-version") revalidatePath("/", "layout");
    const complaint = reply.error.fields?.text ?? { message: reply.error.message };
    return { ...kept, answer: plainText(text), complaint };
  }
  revalidatePath("/", "layout");
  const problem = await getProblem(viewer, problemId);
  const declarations = problem.ok ? problem.value.declarations : { variables: {} };
  const { attempt } = reply.value;
  return {
    ...kept,
    key: crypto.randomUUID(),
    sent: kept.typed,
    answer: attempt.text,
    receipt: { id: attempt.id, at: attempt.createdAt },
    verdict: showVerdict(attempt, declarations, problem.ok ? { ...problem.value, syntax } : undefined),
  };
}

function plainText(text: TypedAnswer): string {
  return typeof text === "string" ? text : Object.values(text).join("\n");
}
