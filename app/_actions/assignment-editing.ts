"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import {
  type Difference,
  differencesOf,
  inputOf,
} from "@/app/(teach)/teach/courses/[courseId]/assignments/_components/typed-assignment";
import { viewer } from "@/lib/auth";
import {
  type AssignmentInput,
  createAssignment,
  editAssignment,
  endExtension,
  getAssignmentForm,
  giveExtension,
  publishAssignment,
  removeAssignment,
  type ServiceError,
  withdrawAssignment,
} from "@/lib/services";
import { type ActionState, act, errorsOf } from "./act";
import { textOf } from "./form";
import { guarded } from "./guarded";

/** An assignment's form: what was typed, and what came of it. */
export interface AssignmentFormState {
  readonly input: AssignmentInput;
  /** The revision that a change refers to. */
  readonly revision: number;
  readonly complaint?: string;
  readonly errors?: Readonly<Record<string, string>>;
  readonly done?: string;
  /** What somebody else has saved meanwhile. */
  readonly theirs?: readonly Difference[];
}

/** Changes the rows of the form, or saves it, as the pressed button says. */
export async function saveAssignment(_before: AssignmentFormState, form: FormData): Promise<AssignmentFormState> {
  const state = { input: inputOf(form), revision: Number(textOf(form, "revision")) };
  if (textOf(form, "intent") !== "save") return state;
  const assignmentId = textOf(form, "assignmentId");
  return guarded<AssignmentFormState>(
    () => (assignmentId === "" ? make(state, textOf(form, "courseId")) : change(state, assignmentId)),
    (complaint) => ({ ...state, complaint }),
  );
}

async function make(state: AssignmentFormState, courseId: string): Promise<AssignmentFormState> {
  const made = await createAssignment(await viewer(), courseId, state.input);
  if (!made.ok) return { ...state, ...refusal(made.error) };
  revalidatePath("/", "layout");
  redirect(`/teach/courses/${courseId}/assignments/${made.value.assignmentId}`);
}

async function change(state: AssignmentFormState, assignmentId: string): Promise<AssignmentFormState> {
  const asking = await viewer();
  const edited = await editAssignment(asking, assignmentId, state.input, state.revision);
  if (!edited.ok && edited.error.fields?.revision) return await beside(state, assignmentId, edited.error);
  if (!edited.ok) return { ...state, ...refusal(edited.error) };
  revalidatePath("/", "layout");
  // Rows that were new have ids by now.
  const saved = await getAssignmentForm(asking, assignmentId);
  const input = saved.ok ? saved.value.input : state.input;
  return { input, revision: edited.value.revision, done: "Saved." };
}

/** Shows what somebody else has saved, beside what was typed here. */
async function beside(
  state: AssignmentFormState,
  assignmentId: string,
  error: ServiceError,
): Promise<AssignmentFormState> {
  const newest = await getAssignmentForm(await viewer(), assignmentId);
  if (!newest.ok) return { ...state, complaint: error.message };
  const { input, revision } = newest.value;
  return { ...state, revision, complaint: error.message, theirs: differencesOf(input, state.input) };
}

function refusal(error: ServiceError) {
  return { complaint: error.message, errors: errorsOf(error) };
}

/** Publishes an assignment, or hides it again, as the pressed button says. */
export async function setPublished(_before: ActionState, form: FormData): Promise<ActionState> {
  const assignmentId = textOf(form, "assignmentId");
  const now = new Date();
  if (textOf(form, "publish") === "no") return act(async () => withdrawAssignment(await viewer(), assignmentId));
  return act(async () => publishAssignment(await viewer(), assignmentId, now));
}

/** Removes an assignment that nobody has answered. */
export async function dropAssignment(_before: ActionState, form: FormData): Promise<ActionState> {
  const removed = await act(async () => removeAssignment(await viewer(), textOf(form, "assignmentId")));
  if (removed.complaint !== undefined) return removed;
  redirect(`/teach/courses/${textOf(form, "courseId")}/assignments`);
}

/** A form for other times: what was typed, and what came of it. */
export interface ExtensionFormState extends ActionState {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors?: Readonly<Record<string, string>>;
}

/** Gives somebody other times. */
export async function extend(_before: ExtensionFormState, form: FormData): Promise<ExtensionFormState> {
  const text = (name: string) => textOf(form, name);
  const typed = {
    who: text("who"),
    dueAt: text("dueAt"),
    closesAt: text("closesAt"),
    timeFactor: text("timeFactor"),
    reason: text("reason"),
  };
  return guarded<ExtensionFormState>(
    async () => {
      const reply = await giveExtension(await viewer(), text("assignmentId"), typed);
      if (!reply.ok) return { typed, ...refusal(reply.error) };
      revalidatePath("/", "layout");
      return { typed: {}, done: "Given. Credit that depends on the times was computed again." };
    },
    (complaint) => ({ typed, complaint }),
  );
}

/** Takes an extension or a late pass back. */
export async function takeBackExtension(_before: ActionState, form: FormData): Promise<ActionState> {
  const now = new Date();
  return act(async () => endExtension(await viewer(), textOf(form, "extensionId"), now));
}
