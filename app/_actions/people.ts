"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { viewer } from "@/lib/auth";
import {
  bringBack,
  type CourseRole,
  changeRole,
  joinCourse,
  moveToSection,
  nameSection,
  removePerson,
  removeSection,
  withdrawInvitation,
} from "@/lib/services";
import { type ActionState, act } from "./act";
import { textOf } from "./form";

/** Joins the course of a code, and goes to it. */
export async function join(_before: ActionState, form: FormData): Promise<ActionState> {
  return act(async () => {
    const joined = await joinCourse(await viewer(), textOf(form, "code"));
    if (!joined.ok) return joined;
    // The head of the page has another link from now on.
    revalidatePath("/", "layout");
    redirect(`/courses/${joined.value.courseId}`);
  });
}

/** Goes to the page of a code that was typed. */
export async function followCode(form: FormData): Promise<void> {
  const code = textOf(form, "code").trim().slice(0, 40);
  redirect(code === "" ? "/courses/join" : `/join/${encodeURIComponent(code)}`);
}

export async function movePeople(_before: ActionState, form: FormData): Promise<ActionState> {
  const people = form.getAll("person").filter((value) => typeof value === "string");
  const section = textOf(form, "section") || null;
  return act(async () => moveToSection(await viewer(), textOf(form, "courseId"), people, section), "Moved.");
}

export async function setRole(_before: ActionState, form: FormData): Promise<ActionState> {
  const role = textOf(form, "role");
  if (!isCourseRole(role)) return { complaint: "Choose a role." };
  return act(
    async () => changeRole(await viewer(), textOf(form, "courseId"), textOf(form, "personId"), role),
    "Saved.",
  );
}

function isCourseRole(text: string): text is CourseRole {
  return text === "student" || text === "assistant" || text === "instructor";
}

/** Takes somebody out of a course, or brings them back. */
export async function setPresence(_before: ActionState, form: FormData): Promise<ActionState> {
  const [courseId, personId] = [textOf(form, "courseId"), textOf(form, "personId")];
  if (textOf(form, "back") === "yes") return act(async () => bringBack(await viewer(), courseId, personId));
  return act(async () => removePerson(await viewer(), courseId, personId, new Date()));
}

export async function dropInvitation(_before: ActionState, form: FormData): Promise<ActionState> {
  return act(async () => withdrawInvitation(await viewer(), textOf(form, "courseId"), textOf(form, "email")));
}

/** Makes a section, or renames the one that the form names. */
export async function saveSection(_before: ActionState, form: FormData): Promise<ActionState> {
  const sectionId = textOf(form, "sectionId") || undefined;
  const save = async () => nameSection(await viewer(), textOf(form, "courseId"), textOf(form, "name"), sectionId);
  return act(save, sectionId === undefined ? "Made." : "Renamed.");
}

export async function dropSection(_before: ActionState, form: FormData): Promise<ActionState> {
  return act(async () => removeSection(await viewer(), textOf(form, "courseId"), textOf(form, "sectionId")));
}
