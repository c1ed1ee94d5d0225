"use server";

import { viewer } from "@/lib/auth";
import { askForAssignedHint, takeLatePass } from "@/lib/services";
import { type ActionState, act } from "./act";
import { textOf } from "./form";

/** Shows one more hint of an assigned problem. */
export async function seekAssignedHint(_before: ActionState, form: FormData): Promise<ActionState> {
  const input = { assignedId: textOf(form, "assignedId"), asked: textOf(form, "variant") };
  return act(async () => askForAssignedHint(await viewer(), input, new Date()));
}

/** Uses one of one's own late passes. */
export async function spendLatePass(_before: ActionState, form: FormData): Promise<ActionState> {
  const now = new Date();
  return act(async () => takeLatePass(await viewer(), textOf(form, "assignmentId"), now));
}
