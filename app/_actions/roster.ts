"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { viewer } from "@/lib/auth";
import { applyRoster, discardRoster, keepRoster } from "@/lib/services";
import type { ActionState } from "./act";
import { textOf } from "./form";
import { guarded } from "./guarded";

/** A roster that was refused as a whole: what was pasted, and why. */
export interface RosterState {
  readonly pasted?: string;
  readonly complaint?: string;
}

/** Takes a roster in and shows what it would do. A file goes before what was pasted. */
export async function bringRoster(_before: RosterState, form: FormData): Promise<RosterState> {
  const courseId = textOf(form, "courseId");
  const pasted = textOf(form, "pasted");
  const file = form.get("file");
  return guarded<RosterState>(
    async () => {
      const isFile = file instanceof File && file.size > 0;
      if (!isFile && pasted.trim() === "") return { complaint: "Choose a file or paste a list." };
      const given = isFile ? new Uint8Array(await file.arrayBuffer()) : pasted;
      const reply = await keepRoster(await viewer(), courseId, given, new Date());
      if (!reply.ok) return { pasted, complaint: reply.error.message };
      redirect(`/teach/courses/${courseId}/people/roster/${reply.value.rosterId}`);
    },
    (complaint) => ({ pasted, complaint }),
  );
}

/** Does what was shown of a roster, or throws it away, as the pressed button says. */
export async function settleRoster(_before: ActionState, form: FormData): Promise<ActionState> {
  const [courseId, rosterId, mark] = [textOf(form, "courseId"), textOf(form, "rosterId"), textOf(form, "mark")];
  const people = `/teach/courses/${courseId}/people`;
  return guarded<ActionState>(
    async () => {
      if (textOf(form, "intent") === "discard") {
        await discardRoster(await viewer(), courseId, rosterId);
        redirect(`${people}/roster`);
      }
      const taken = form.getAll("taken").map(Number);
      const reply = await applyRoster(await viewer(), courseId, rosterId, { mark, taken });
      revalidatePath("/", "layout");
      if (!reply.ok) return { complaint: reply.error.message };
      const { enrolled, changed, invited } = reply.value;
      redirect(`${people}?applied=${enrolled}-${changed}-${invited}`);
    },
    (complaint) => ({ complaint }),
  );
}
