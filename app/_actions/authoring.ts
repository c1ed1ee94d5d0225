"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { answerOf, type Typed } from "@/app/_components/fields/typed";
import { showVerdict } from "@/app/_components/shown-verdict";
import { draftOf } from "@/app/(teach)/teach/problems/_components/draft-of-form";
import type {
  EditorState,
  KeepInput,
  KeepReply,
  ShownLook,
  ShownTry,
  TryInput,
} from "@/app/(teach)/teach/problems/_components/editor-state";
import { showLook } from "@/app/(teach)/teach/problems/_components/show-look";
import { viewer } from "@/lib/auth";
import type { Syntax } from "@/lib/expr";
import {
  draftFrom,
  lookAtDraft,
  type ProblemDraft,
  type PublishStep,
  publishInSteps,
  publishProblem,
  saveDraft,
  tryAnswer,
} from "@/lib/services";
import { textOf } from "./form";
import { guarded } from "./guarded";

const noDraft = "This cannot be read as a problem.";

/** Keeps a draft as it is typed. */
export async function keepProblem(input: KeepInput): Promise<KeepReply> {
  const draft = draftFrom(input.draft);
  const aside = input.aside === undefined ? undefined : draftFrom(input.aside);
  if (!draft || aside === null) return { kind: "refused", message: noDraft, complaints: {} };
  const reply = await saveDraft(await viewer(), { ...placeOf(input), draft, ...(aside && { aside }) });
  if (reply.ok) return reply.value;
  return { kind: "refused", message: reply.error.message, complaints: reply.error.fields ?? {} };
}

/** What came from a browser may be of any type. */
function placeOf({ problemId, revision }: KeepInput): Pick<KeepInput, "problemId" | "revision"> {
  return { problemId: String(problemId), revision: revision === null ? null : Number(revision) };
}

/** Everything that is shown beside a draft; nothing while that has to wait. */
export async function lookAtProblem(
  given: ProblemDraft,
  problemId: string,
  variant: number,
): Promise<ShownLook | null> {
  const draft = draftFrom(given);
  if (!draft) return null;
  const place = { problemId: String(problemId), variant: Number(variant) };
  const reply = await lookAtDraft(await viewer(), draft, place);
  return reply.ok ? showLook(reply.value, draft) : null;
}

/** The verdict on an answer to a draft. */
export async function tryProblem({ draft: given, problemId, variant, typed, syntax }: TryInput): Promise<ShownTry> {
  const draft = draftFrom(given);
  if (!draft) return { complaint: noDraft };
  const read: Syntax = syntax === "latex" ? "latex" : "text";
  const place = { problemId: String(problemId), variant: Number(variant) };
  const reply = await tryAnswer(await viewer(), draft, { ...place, text: answerOf(asTyped(typed)), syntax: read });
  if (!reply.ok) return { complaint: reply.error.message };
  const { text, declarations, field, indices } = reply.value;
  return { text, verdict: showVerdict(reply.value, declarations, { field, indices, syntax: read }) };
}

function asTyped(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, String(text)]));
}

/** Publishes a draft and says how far it has come. */
export async function publishDraft(input: KeepInput): Promise<AsyncIterable<PublishStep>> {
  const draft = draftFrom(input.draft);
  if (!draft) return one({ kind: "refused", message: noDraft, complaints: {} });
  return publishInSteps(await viewer(), { ...placeOf(input), draft });
}

async function* one(step: PublishStep): AsyncGenerator<PublishStep> {
  yield step;
}

/** The form as it is without scripts: saves or publishes, as the pressed button says. What is refused comes back as typed. */
export async function editProblem(before: EditorState, form: FormData): Promise<EditorState> {
  const draft = draftFrom(draftOf(form)) ?? before.draft;
  const revision = textOf(form, "revision");
  const input = { problemId: textOf(form, "problemId"), revision: revision === "" ? null : Number(revision), draft };
  const run = () => (textOf(form, "intent") === "publish" ? publish(input) : save(input));
  return guarded(run, (sentence) => ({ ...input, complaints: {}, notice: { tone: "bad", sentence } }));
}

async function save(input: KeepInput): Promise<EditorState> {
  const kept = await keepProblem(input);
  if (kept.kind === "refused")
    return { ...input, complaints: kept.complaints, notice: { tone: "bad", sentence: kept.message } };
  if (kept.kind === "changed") return { ...input, revision: kept.revision, complaints: {}, changed: kept };
  revalidatePath("/teach", "layout");
  return redirect(`/teach/problems/${input.problemId}/edit?saved=1`);
}

async function publish(input: KeepInput): Promise<EditorState> {
  const reply = await publishProblem(await viewer(), input);
  if (!reply.ok) {
    // The draft is kept by now, so that keeping it again only tells its revision.
    const kept = await keepProblem(input);
    const revision = kept.kind === "kept" ? kept.revision : input.revision;
    const { message: sentence, fields = {} } = reply.error;
    return { ...input, revision, complaints: fields, notice: { tone: "bad", sentence } };
  }
  if (reply.value.kind === "changed")
    return { ...input, revision: reply.value.kept.revision, complaints: {}, changed: reply.value.kept };
  revalidatePath("/", "layout");
  return redirect(`/teach/problems/${input.problemId}?published=${reply.value.versionNumber}`);
}
