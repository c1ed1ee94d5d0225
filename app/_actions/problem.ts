"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { viewer } from "@/lib/auth";
import { restoreDraft, shareProblem } from "@/lib/services";
import { textOf } from "./form";
import { guarded } from "./guarded";

/** A small form about a problem: what came of it. */
export interface ProblemFormState {
  readonly done?: string;
  readonly complaint?: string;
}

/** Lets the instructors of a course edit a problem too. */
export async function shareWithCourse(_before: ProblemFormState, form: FormData): Promise<ProblemFormState> {
  return guarded(
    async () => {
      const courseId = textOf(form, "courseId") || null;
      const reply = await shareProblem(await viewer(), textOf(form, "problemId"), courseId);
      if (!reply.ok) return { complaint: reply.error.message };
      revalidatePath("/teach", "layout");
      return { done: courseId === null ? "Only you may edit it." : "Its instructors may edit it too." };
    },
    (complaint) => ({ complaint }),
  );
}

/** Makes what a problem once said its draft. */
export async function restoreEntry(_before: ProblemFormState, form: FormData): Promise<ProblemFormState> {
  return guarded(
    async () => {
      const problemId = textOf(form, "problemId");
      const reply = await restoreDraft(await viewer(), problemId, textOf(form, "entry"));
      if (!reply.ok) return { complaint: reply.error.message };
      if (reply.value.kind === "changed")
        return { complaint: "Somebody has changed the draft just now. Load the page again." };
      revalidatePath("/teach", "layout");
      return redirect(`/teach/problems/${problemId}/edit?saved=1`);
    },
    (complaint) => ({ complaint }),
  );
}
