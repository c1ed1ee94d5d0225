"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { EditorState } from "@/app/(teach)/teach/_components/editor-state";
import { showTruth } from "@/app/(teach)/teach/_components/show-truth";
import { mayTeach, viewer } from "@/lib/auth";
import { type ProblemDraft, previewProblem, publishProblem, type ServiceError, saveDraft } from "@/lib/services";
import { renderMarkdown } from "@/lib/tex";
import { textOf } from "./form";
import { guarded, ourFault } from "./guarded";

const longestPreview = 20_000;

/** A statement as learners will see it. */
export async function previewStatement(markdown: string): Promise<string> {
  if (!mayTeach(await viewer()) || typeof markdown !== "string") return "";
  return renderMarkdown(markdown.slice(0, longestPreview));
}

/** Checks, saves or publishes a draft, as the pressed button says. Whatever is refused is given back as it was typed. */
export async function editProblem(_before: EditorState, form: FormData): Promise<EditorState> {
  const draft = draftOf(form);
  const problemId = textOf(form, "problemId") || undefined;
  const intent = textOf(form, "intent");
  const run = () => {
    if (intent === "publish") return publish(draft, problemId);
    return intent === "save" ? save(draft, problemId) : check(draft);
  };
  return guarded(run, { draft, complaints: {}, notice: { tone: "bad", sentence: ourFault } });
}

async function check(draft: ProblemDraft): Promise<EditorState> {
  const reply = await previewProblem(await viewer(), draft);
  const shown = { draft, complaints: {}, statementHtml: renderMarkdown(draft.statement) };
  return reply.ok ? { ...shown, truth: showTruth(reply.value, draft) } : { ...shown, ...refusal(reply.error) };
}

async function save(draft: ProblemDraft, problemId: string | undefined): Promise<EditorState> {
  const reply = await saveDraft(await viewer(), draft, problemId);
  if (!reply.ok) return { draft, ...refusal(reply.error) };
  revalidatePath("/teach", "layout");
  if (problemId === undefined) redirect(`/teach/problems/${reply.value.problemId}/edit?saved=1`);
  return {
    ...(await check(draft)),
    notice: { tone: "good", sentence: "The draft is saved. Learners do not see it yet." },
  };
}

async function publish(draft: ProblemDraft, problemId: string | undefined): Promise<EditorState> {
  const reply = await publishProblem(await viewer(), draft, problemId);
  if (!reply.ok) return { ...(await check(draft)), ...refusal(reply.error) };
  revalidatePath("/", "layout");
  redirect(`/teach/problems/${reply.value.problemId}?published=${reply.value.versionNumber}`);
}

function refusal({ message, fields = {} }: ServiceError): Pick<EditorState, "complaints" | "notice"> {
  return { complaints: fields, notice: { tone: "bad", sentence: message } };
}

function draftOf(form: FormData): ProblemDraft {
  return {
    title: textOf(form, "title"),
    topicId: textOf(form, "topicId"),
    statement: textOf(form, "statement"),
    variables: variablesOf(form),
    function: textOf(form, "function"),
    wrt: textOf(form, "wrt"),
    policy: textOf(form, "policy"),
    sampleAnswer: textOf(form, "sampleAnswer"),
  };
}

/** The rows of the table of variables, those left empty excepted. */
function variablesOf(form: FormData): ProblemDraft["variables"] {
  const cell = (index: number, field: string) => textOf(form, `variables.${index}.${field}`).trim();
  const count = [...form.keys()].filter((key) => /^variables\.\d+\.name$/.test(key)).length;
  return Array.from({ length: count }, (_, index) => ({
    name: cell(index, "name"),
    shape: cell(index, "shape"),
    assume: cell(index, "assume"),
  })).filter(({ name, shape, assume }) => name !== "" || shape !== "" || assume !== "");
}
