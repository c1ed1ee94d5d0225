"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { viewer } from "@/lib/auth";
import { nextInReview, startReview } from "@/lib/services";
import { textOf } from "./form";
import { guarded } from "./guarded";

/** Why a review does not go on. */
export interface ReviewState {
  readonly complaint?: string;
}

const failed = (complaint: string): ReviewState => ({ complaint });

/** Begins a review of what is due now. */
export async function beginReview(): Promise<ReviewState> {
  return guarded(async () => {
    const reply = await startReview(await viewer(), crypto.randomUUID(), new Date());
    if (!reply.ok) return { complaint: reply.error.message };
    revalidatePath("/", "layout");
    redirect("/review");
  }, failed);
}

/** Goes on to the next problem or, behind the last one, to what was gained. */
export async function goOnInReview(_before: ReviewState, form: FormData): Promise<ReviewState> {
  return guarded(async () => {
    const id = textOf(form, "session");
    const reply = await nextInReview(await viewer(), { id, done: Number(textOf(form, "done")) }, new Date());
    if (!reply.ok) return { complaint: reply.error.message };
    revalidatePath("/", "layout");
    redirect(reply.value.finished ? `/review/${id}` : "/review");
  }, failed);
}
