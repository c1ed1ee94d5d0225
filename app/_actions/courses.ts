"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { viewer } from "@/lib/auth";
import {
  archiveCourse,
  type CourseInput,
  createCourse,
  editCourse,
  openJoining,
  replaceJoinCode,
  type ServiceError,
} from "@/lib/services";
import { type ActionState, act, errorsOf } from "./act";
import { textOf } from "./form";
import { guarded } from "./guarded";

/** A course's form: what was typed, and what came of it. */
export interface CourseFormState {
  readonly input: CourseInput;
  readonly complaint?: string;
  readonly errors?: Readonly<Record<string, string>>;
  readonly done?: string;
}

/** Makes a course, or changes the one that the form names. */
export async function saveCourse(_before: CourseFormState, form: FormData): Promise<CourseFormState> {
  const input = inputOf(form);
  const courseId = textOf(form, "courseId");
  const refusal = (error: ServiceError) => ({ input, complaint: error.message, errors: errorsOf(error) });
  return guarded<CourseFormState>(
    async () => {
      if (courseId !== "") {
        const edited = await editCourse(await viewer(), courseId, input);
        if (!edited.ok) return refusal(edited.error);
        revalidatePath("/", "layout");
        return { input, done: "Saved." };
      }
      const made = await createCourse(await viewer(), input);
      if (!made.ok) return refusal(made.error);
      revalidatePath("/", "layout");
      redirect(`/teach/courses/${made.value.courseId}`);
    },
    (complaint) => ({ input, complaint }),
  );
}

/** Closes joining, opens it, or gives the course another code, as the pressed button says. */
export async function changeJoining(_before: ActionState, form: FormData): Promise<ActionState> {
  const courseId = textOf(form, "courseId");
  const change = textOf(form, "change");
  if (change === "replace") {
    const done = "The code is replaced. The old one and its link have stopped.";
    return act(async () => replaceJoinCode(await viewer(), courseId), done);
  }
  return act(async () => openJoining(await viewer(), courseId, change === "open"));
}

/** Puts a course away, or takes it back. */
export async function setArchived(_before: ActionState, form: FormData): Promise<ActionState> {
  const when = textOf(form, "archive") === "yes" ? new Date() : null;
  return act(async () => archiveCourse(await viewer(), textOf(form, "courseId"), when));
}

function inputOf(form: FormData): CourseInput {
  return {
    title: textOf(form, "title"),
    term: textOf(form, "term"),
    policy: textOf(form, "policy"),
    timeZone: textOf(form, "timeZone"),
    latePasses: textOf(form, "latePasses"),
    latePassHours: textOf(form, "latePassHours"),
  };
}
