"use client";

import { useActionState, useId } from "react";
import { makeRule, type RuleState } from "@/app/_actions/rules";
import { FieldError } from "@/app/_components/field";
import { FormComplaint } from "@/app/_components/form-complaint";
import { SubmitButton } from "@/app/_components/submit-button";

interface Props {
  readonly place: { readonly problemId: string; readonly courseId: string };
  /** What the rule is about; empty where it is still to be typed. */
  readonly answer: string;
  readonly hint?: string;
}

/** If an answer equals this, say that. */
export function RuleForm({ place, answer, hint }: Props) {
  const id = useId();
  const [state, send] = useActionState<RuleState, FormData>(makeRule, { answer, message: "" });
  const { errors = {}, complaint, done } = state;
  return (
    <form action={send} className="mt-3 max-w-[40rem] space-y-3">
      <input type="hidden" name="problemId" value={place.problemId} />
      <input type="hidden" name="courseId" value={place.courseId} />
      <div>
        <label htmlFor={`${id}-answer`} className="label">
          If an answer equals
        </label>
        <input
          id={`${id}-answer`}
          name="answer"
          defaultValue={state.answer}
          key={`answer ${state.answer}`}
          aria-invalid={errors.answer ? true : undefined}
          aria-describedby={errors.answer ? `${id}-answer-error` : hint ? `${id}-answer-hint` : undefined}
          className="field field-mono"
          autoComplete="off"
          spellCheck={false}
        />
        {hint && (
          <p id={`${id}-answer-hint`} className="hint mt-1.5">
            {hint}
          </p>
        )}
        <FieldError id={`${id}-answer-error`} message={errors.answer} />
      </div>
      <div>
        <label htmlFor={`${id}-message`} className="label">
          say
        </label>
        <textarea
          id={`${id}-message`}
          name="message"
          rows={3}
          defaultValue={state.message}
          key={`message ${state.message}`}
          aria-invalid={errors.message ? true : undefined}
          aria-describedby={errors.message ? `${id}-message-error` : `${id}-message-hint`}
          className="field"
        />
        <p id={`${id}-message-hint`} className="hint mt-1.5">
          Markdown, with formulas between $ signs. It stands before what the grader says.
        </p>
        <FieldError id={`${id}-message-error`} message={errors.message} />
      </div>
      <SubmitButton main={false}>Say it from now on</SubmitButton>
      <FormComplaint text={complaint} />
      {done && (
        <p role="status" className="text-[0.875rem] text-good">
          {done}
        </p>
      )}
    </form>
  );
}
