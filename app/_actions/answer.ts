"use server";

import { revalidatePath } from "next/cache";
import { type AnswerState, type Kept, stateAfter, stateRefused } from "@/app/_components/answering/answer-state";
import { givenOf } from "@/app/_components/answering/given-answer";
import { resizedBy } from "@/app/_components/fields/grid-size";
import { type Typed, typedOf } from "@/app/_components/fields/typed";
import { isWriting, syntaxOf, type Writing, writingCookie } from "@/app/_components/fields/writing";
import { keepTaste, tasteOf } from "@/lib/auth";
import { answered } from "./answered";
import { textOf } from "./form";
import { guarded } from "./guarded";

/** Grades what was typed in a form without scripts. It stays in its fields whatever comes of it. */
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
  return guarded(
    () => grade(kept, form, arrivedAt),
    (message) => ({ ...kept, complaint: { message } }),
  );
}

async function grade(kept: Kept, form: FormData, arrivedAt: Date): Promise<AnswerState> {
  const reply = await answered(givenOf(form), arrivedAt);
  // Without scripts the whole page comes again.
  if (reply.ok || reply.error.code === "stale-version") revalidatePath("/", "layout");
  return reply.ok ? stateAfter(kept, reply.value) : stateRefused(kept, reply.error);
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
