"use server";

import { revalidatePath } from "next/cache";
import { viewer } from "@/lib/auth";
import { addRule, endRule } from "@/lib/services";
import { type ActionState, act, errorsOf } from "./act";
import { textOf } from "./form";
import { guarded } from "./guarded";

/** The form of a feedback rule: what was typed, and what came of it. */
export interface RuleState {
  readonly answer: string;
  readonly message: string;
  readonly complaint?: string;
  readonly errors?: Readonly<Record<string, string>>;
  readonly done?: string;
}

/** Makes a rule: if an answer equals this, say that. */
export async function makeRule(_before: RuleState, form: FormData): Promise<RuleState> {
  const typed = { answer: textOf(form, "answer"), message: textOf(form, "message") };
  const place = { problemId: textOf(form, "problemId"), courseId: textOf(form, "courseId") || null };
  return guarded<RuleState>(
    async () => {
      const made = await addRule(await viewer(), { ...place, ...typed });
      if (!made.ok) return { ...typed, complaint: made.error.message, errors: errorsOf(made.error) };
      revalidatePath("/", "layout");
      return { ...typed, message: "", done: "From now on, who gives this answer reads that first." };
    },
    (complaint) => ({ ...typed, complaint }),
  );
}

/** Ends a rule. */
export async function stopRule(_before: ActionState, form: FormData): Promise<ActionState> {
  return act(async () => endRule(await viewer(), textOf(form, "ruleId")));
}
