"use server";

import { redirect } from "next/navigation";
import { viewer } from "@/lib/auth";
import { applyRegrade, retryRegrade, startRegrade, undoRegrade } from "@/lib/services";
import { type ActionState, act } from "./act";
import { textOf } from "./form";
import { guarded } from "./guarded";

/** Begins to compare answers under the chosen version, and shows how far it is. */
export async function beginRegrade(_before: ActionState, form: FormData): Promise<ActionState> {
  const problemId = textOf(form, "problemId");
  const courseId = textOf(form, "courseId") || null;
  return guarded<ActionState>(
    async () => {
      const made = await startRegrade(await viewer(), { problemId, courseId, versionId: textOf(form, "versionId") });
      if (!made.ok) return { complaint: made.error.message };
      const home = courseId === null ? `/teach/problems/${problemId}` : `/teach/courses/${courseId}`;
      redirect(`${home}/regrades/${made.value.regradeId}`);
    },
    (complaint) => ({ complaint }),
  );
}

/** Does what was chosen about the answers that differ. */
export async function chooseRegrade(_before: ActionState, form: FormData): Promise<ActionState> {
  return act(async () => applyRegrade(await viewer(), textOf(form, "regradeId"), textOf(form, "mode")));
}

/** Takes a regrade back. */
export async function takeRegradeBack(_before: ActionState, form: FormData): Promise<ActionState> {
  return act(async () => undoRegrade(await viewer(), textOf(form, "regradeId")));
}

/** Goes on with a regrade that failed. */
export async function continueRegrade(_before: ActionState, form: FormData): Promise<ActionState> {
  return act(async () => retryRegrade(await viewer(), textOf(form, "regradeId")));
}
