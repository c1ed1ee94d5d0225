"use server";

import { revalidatePath } from "next/cache";
import { viewer } from "@/lib/auth";
import { overridePoints } from "@/lib/services";
import { errorsOf } from "./act";
import { textOf } from "./form";
import { guarded } from "./guarded";

/** The form that gives points: what was typed, and what came of it. */
export interface OverrideState {
  readonly points: string;
  readonly reason: string;
  readonly done?: string;
  readonly complaint?: string;
  readonly errors?: Readonly<Record<string, string>>;
}

/** Gives a student points instead of those that were earned, or takes them back where the form has none. */
export async function givePoints(_before: OverrideState, form: FormData): Promise<OverrideState> {
  const isBack = textOf(form, "back") === "yes";
  const typed = { points: textOf(form, "points"), reason: textOf(form, isBack ? "why" : "reason") };
  const where = {
    courseId: textOf(form, "courseId"),
    personId: textOf(form, "personId"),
    place: textOf(form, "place"),
  };
  return guarded<OverrideState>(
    async () => {
      if (!isBack && typed.points.trim() === "") {
        return { ...typed, complaint: "Look at the marked fields again.", errors: { points: "How many points?" } };
      }
      const points = isBack ? "" : typed.points;
      const reply = await overridePoints(await viewer(), { ...where, ...typed, points }, new Date());
      if (!reply.ok) return { ...typed, complaint: reply.error.message, errors: errorsOf(reply.error) };
      revalidatePath("/", "layout");
      return { points: "", reason: "", done: isBack ? "Taken back." : "Given. The student reads the reason." };
    },
    (complaint) => ({ ...typed, complaint }),
  );
}
