"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { viewerForWork } from "@/lib/auth";
import { nextInPlacement, startPlacement, stopPlacement } from "@/lib/services";
import { textOf } from "./form";
import { guarded } from "./guarded";

/** Why a placement does not go on. */
export interface PlacementState {
  readonly complaint?: string;
}

/** Begins a placement, goes on to its next question, or stops it, as the form says. */
export async function stepInPlacement(_before: PlacementState, form: FormData): Promise<PlacementState> {
  return guarded<PlacementState>(
    async () => {
      const [viewer, now] = [await viewerForWork(), new Date()];
      const number = Number(textOf(form, "number"));
      const reply = await step(textOf(form, "step"));
      if (!reply.ok) return { complaint: reply.error.message };
      revalidatePath("/", "layout");
      redirect("/placement");

      function step(name: string) {
        if (name === "start") return startPlacement(viewer, crypto.randomUUID(), now);
        return name === "stop"
          ? stopPlacement(viewer, number, now)
          : nextInPlacement(viewer, number, crypto.randomUUID(), now);
      }
    },
    (complaint) => ({ complaint }),
  );
}
