"use server";

import { viewer } from "@/lib/auth";
import { readMessages } from "@/lib/services";
import { type ActionState, act } from "./act";
import { textOf } from "./form";

/** Puts a message away; where none is named, all of them. */
export async function markRead(_before: ActionState, form: FormData): Promise<ActionState> {
  return act(async () => readMessages(await viewer(), textOf(form, "messageId") || null));
}
