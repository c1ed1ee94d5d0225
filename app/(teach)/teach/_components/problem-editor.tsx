"use client";

import { useActionState, useEffect, useRef } from "react";
import { editProblem } from "@/app/_actions/authoring";
import { Notice } from "@/app/_components/notice";
import { Sentence } from "@/app/_components/sentence";
import { SubmitButton } from "@/app/_components/submit-button";
import { EditorField } from "./editor-field";
import type { EditorState } from "./editor-state";
import { PolicyChoice } from "./policy-choice";
import { StatementField } from "./statement-field";
import { TruthPanel } from "./truth-panel";
import { VariablesEditor } from "./variables-editor";

interface Props {
  /** Absent for a problem that does not exist yet. */
  problemId?: string;
  topics: readonly { readonly id: string; readonly title: string }[];
  start: EditorState;
}

/** Everything that makes a problem. It is checked as often as its author likes before anybody else sees it. */
export function ProblemEditor({ problemId, topics, start }: Props) {
  const [state, send] = useActionState(editProblem, start);
  const { draft, complaints } = state;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(complaints).length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [complaints]);

  return (
    <form
      ref={form}
      action={send}
      className="grid grid-cols-1 gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]"
      noValidate
    >
      {problemId && <input type="hidden" name="problemId" value={problemId} />}
      <div className="space-y-7">
        <EditorField name="title" label="Title" text={draft.title} complaint={complaints.title} />
        <TopicChoice topics={topics} chosen={draft.topicId} message={complaints.topicId?.message} />
        <StatementField text={draft.statement} html={state.statementHtml} complaint={complaints.statement} />
        <VariablesEditor rows={draft.variables} complaints={complaints} />
        <div className="grid grid-cols-1 gap-x-5 gap-y-7 sm:grid-cols-[minmax(0,1fr)_9rem]">
          <EditorField
            name="function"
            label="Function"
            hint="What is differentiated, for example  x'*A*x"
            mono
            text={draft.function}
            complaint={complaints.function}
          />
          <EditorField
            name="wrt"
            label="Differentiate by"
            hint="A variable"
            mono
            text={draft.wrt}
            complaint={complaints.wrt}
          />
        </div>
        <PolicyChoice chosen={draft.policy} />
        <EditorField
          name="sampleAnswer"
          label="Sample answer"
          hint="An answer of your own that must be graded right. Copies of it with slips must be graded wrong."
          mono
          text={draft.sampleAnswer}
          complaint={complaints.sampleAnswer}
        />
        {state.notice && (
          <Notice tone={state.notice.tone} alert>
            <Sentence text={state.notice.sentence} />
          </Notice>
        )}
        {/* Enter in a field presses the first button, so the harmless one comes first. */}
        <div className="flex flex-wrap gap-3 border-t border-line pt-6">
          <SubmitButton intent="check" main={false} busy="Checking…">
            Check and preview
          </SubmitButton>
          <SubmitButton intent="save" main={false} busy="Saving…">
            Save draft
          </SubmitButton>
          <SubmitButton intent="publish" busy="Publishing…">
            Publish
          </SubmitButton>
        </div>
      </div>
      <TruthPanel truth={state.truth} />
    </form>
  );
}

function TopicChoice({ topics, chosen, message }: { topics: Props["topics"]; chosen: string; message?: string }) {
  return (
    <div>
      <label htmlFor="topicId" className="label">
        Topic
      </label>
      <select
        key={chosen}
        id="topicId"
        name="topicId"
        defaultValue={chosen}
        aria-invalid={message ? true : undefined}
        aria-describedby={message ? "topicId-error" : undefined}
        className="field"
      >
        <option value="">Choose a topic</option>
        {topics.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      {message && (
        <p id="topicId-error" className="mt-1.5 text-[0.875rem] text-bad">
          {message}
        </p>
      )}
    </div>
  );
}
