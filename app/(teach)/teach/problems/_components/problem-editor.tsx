"use client";

import { type FormEvent, type KeyboardEvent, useActionState, useEffect, useRef, useState } from "react";
import { Notice } from "@/app/_components/notice";
import { ProgressBar } from "@/app/_components/progress-bar";
import { Sentence } from "@/app/_components/sentence";
import { SubmitButton } from "@/app/_components/submit-button";
import type { AuthoringChoices, ProblemDraft } from "@/lib/services";
import { AnswersPart, SlipsPart } from "./answers-part";
import { ConflictPanel } from "./conflict-panel";
import type { EditorActions, EditorState, ShownLook } from "./editor-state";
import { HelpPart } from "./help-part";
import { MathematicsPart } from "./mathematics-part";
import { PlacePart } from "./place-part";
import { SaveLine } from "./save-line";
import { SidePane } from "./side-pane";
import { useAutosave } from "./use-autosave";
import { useDraftHistory } from "./use-draft-history";
import { useLook } from "./use-look";
import { usePublish } from "./use-publish";

interface Props {
  /** Names the author in their own browser. */
  owner: string;
  start: EditorState;
  /** What was shown beside the draft as the page came. */
  look?: ShownLook;
  topics: AuthoringChoices["topics"];
  actions: EditorActions;
}

/** Everything that makes a problem, and beside it what comes of it. */
export function ProblemEditor({ owner, start, look: firstLook, topics, actions }: Props) {
  const [state, send] = useActionState(actions.edit, start);
  const history = useDraftHistory(state.draft);
  const { draft } = history;
  const [form, jumpTo] = useFirstComplaint();
  const saving = useAutosave({
    owner,
    start: state,
    draft,
    keep: actions.keep,
    adopt: (found: ProblemDraft) => history.change(found, "all"),
  });
  const { problemId, conflict } = saving;
  const { shown: look, variant, setVariant } = useLook(actions.look, firstLook, draft, problemId);
  const publishing = usePublish(actions.publish, saving.stop);
  const refusal = publishing.refused ?? (state.notice && { complaints: state.complaints, notice: state.notice });
  const complaints = { ...look?.complaints, ...saving.complaints, ...refusal?.complaints };
  useEffect(() => {
    if (publishing.refused) jumpTo();
  }, [publishing.refused, jumpTo]);

  const change = (part: Partial<ProblemDraft>, field: string) => {
    publishing.forget();
    history.change({ ...draft, ...part }, field);
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const isSaved = await saving.saveNow();
    if (isSaved && submitter?.getAttribute("value") === "publish")
      await publishing.run({ problemId, revision: saving.revision(), draft });
  };
  const part = { draft, change, complaints, look };

  return (
    <div className="grid grid-cols-1 gap-x-10 gap-y-10 lg:grid-cols-2">
      <form
        ref={form}
        action={send}
        onSubmit={submit}
        onReset={(event) => event.preventDefault()}
        onKeyDown={(event) => undoByKeys(event, history)}
        className="min-w-0 space-y-7"
        noValidate
      >
        <input type="hidden" name="problemId" value={problemId} />
        <input type="hidden" name="revision" value={state.revision ?? ""} />
        {conflict && <ConflictPanel conflict={conflict} mine={draft} onSettle={saving.settle} />}
        <SaveLine
          status={saving.status}
          canUndo={history.canUndo}
          canRedo={history.canRedo}
          onUndo={history.undo}
          onRedo={history.redo}
        />
        <PlacePart {...part} topics={topics} />
        <MathematicsPart {...part} />
        <AnswersPart {...part} />
        <SlipsPart {...part} />
        <HelpPart {...part} />
        {refusal && (
          <Notice tone={refusal.notice.tone} alert>
            <Sentence text={refusal.notice.sentence} />
          </Notice>
        )}
        {/* Enter in a field presses the first button, so the harmless one comes first. */}
        <div className="flex flex-wrap items-center gap-3 border-t border-line pt-6">
          <SubmitButton intent="save" main={false} busy="Saving…">
            Save draft
          </SubmitButton>
          <SubmitButton intent="publish" busy="Publishing…" pending={publishing.progress !== undefined}>
            Publish
          </SubmitButton>
          {publishing.progress && (
            <div role="status" className="flex min-w-40 grow items-center gap-3">
              <ProgressBar {...publishing.progress} what="variants tested" />
              <p className="hint shrink-0">
                {publishing.progress.done} of {publishing.progress.of} variants tested
              </p>
            </div>
          )}
        </div>
      </form>
      <SidePane
        look={look}
        draft={draft}
        problemId={problemId}
        variant={variant}
        setVariant={setVariant}
        tryAnswer={actions.tryAnswer}
        onTake={(answer, slip) => change({ spoiled: [...draft.spoiled.filter(isTyped), { answer, slip }] }, "taken")}
      />
    </div>
  );
}

const isTyped = ({ answer, slip }: ProblemDraft["spoiled"][number]): boolean => `${answer}${slip}`.trim() !== "";

/** A way to the first field with a complaint. */
function useFirstComplaint() {
  const form = useRef<HTMLFormElement>(null);
  const [jump] = useState(() => () => {
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
  });
  return [form, jump] as const;
}

/** The browser's own undo knows one field; this one knows the whole form. */
function undoByKeys(
  event: KeyboardEvent<HTMLFormElement>,
  { undo, redo }: { undo: () => void; redo: () => void },
): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return;
  event.preventDefault();
  if (key === "y" || event.shiftKey) redo();
  else undo();
}
