"use client";

import { type KeyboardEvent, useActionState, useRef } from "react";
import { type AnswerState, checkAnswer } from "@/app/_actions/answer";
import type { Declarations } from "@/lib/shape";
import { AnswerPreview } from "./answer-preview";
import { Complaint } from "./complaint";
import { Notice } from "./notice";
import { plain } from "./sentence";
import { SubmitButton } from "./submit-button";
import { SymbolHelp } from "./symbol-help";
import { useKeptText } from "./use-kept-text";
import { VerdictPanel } from "./verdict-panel";
import { askedFor, isExpression } from "./words";

interface Props {
  problemId: string;
  versionId: string;
  declarations: Declarations;
  /** The free indices of an index formula. */
  indices: readonly string[];
  form: string;
  /** In characters. A longer answer is refused unread, before it is sent. */
  longest: number;
  start: AnswerState;
}

/** The answer field with what was read of it, and the verdict on the last answer sent. A plain form without scripts. */
export function AnswerForm({ problemId, versionId, declarations, indices, form, longest, start }: Props) {
  const [state, send] = useActionState(checkAnswer, start);
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useKeptText(problemId, state, field);
  const tooLong = text.length > longest;

  const sendOnEnter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  const insert = (symbol: string) => {
    const area = field.current;
    if (!area) return;
    area.focus();
    area.setRangeText(symbol, area.selectionStart, area.selectionEnd, "end");
    setText(area.value);
  };

  return (
    <div className="space-y-5">
      <form
        action={send}
        onSubmit={(event) => {
          if (tooLong || text.trim() === "") event.preventDefault();
        }}
      >
        <input type="hidden" name="problemId" value={problemId} />
        <input type="hidden" name="versionId" value={versionId} />
        <input type="hidden" name="idempotencyKey" value={state.key} />
        <label htmlFor="answer" className="label">
          Your answer
        </label>
        <div className="overflow-hidden rounded-lg border border-edge focus-within:border-accent focus-within:ring-1 focus-within:ring-accent">
          <textarea
            ref={field}
            id="answer"
            name="answer"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={sendOnEnter}
            rows={2}
            required
            autoCapitalize="off"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            placeholder={`Type ${askedFor(form)}`}
            aria-describedby="answer-keys"
            className="field-mono block max-h-64 min-h-16 w-full resize-y bg-paper px-4 py-3 text-[1.0625rem] leading-relaxed outline-none field-sizing-content placeholder:text-faint"
          />
          {isExpression(form) && (
            <AnswerPreview text={text} declarations={declarations} indices={indices} longest={longest} />
          )}
        </div>
        <SymbolHelp onInsert={insert} />
        <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <SubmitButton busy="Checking…">Check answer</SubmitButton>
          <p id="answer-keys" className="hint hidden sm:block">
            <kbd className="kbd">Enter</kbd> checks, <kbd className="kbd">Shift</kbd> + <kbd className="kbd">Enter</kbd>{" "}
            starts a new line
          </p>
        </div>
      </form>
      {state.complaint && (
        <Notice tone="warn" alert>
          <Complaint text={state.text} complaint={state.complaint} />
        </Notice>
      )}
      {state.verdict && <VerdictPanel verdict={state.verdict} answer={state.answer ?? ""} />}
      <p aria-live="polite" className="sr-only">
        {state.verdict && plain(`${state.verdict.title} ${state.verdict.lines[0] ?? ""}`)}
      </p>
    </div>
  );
}
