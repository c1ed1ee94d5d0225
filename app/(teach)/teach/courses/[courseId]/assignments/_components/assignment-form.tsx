"use client";

import { type FormEvent, useActionState, useEffect, useState } from "react";
import { type AssignmentFormState, saveAssignment } from "@/app/_actions/assignment-editing";
import { levelWords } from "@/app/_components/assignments/words";
import { Field, FieldError } from "@/app/_components/field";
import { Notice } from "@/app/_components/notice";
import { SelectField } from "@/app/_components/select-field";
import { SubmitButton } from "@/app/_components/submit-button";
import type { AssignmentInput, ChoiceView, AssignmentForm as Form, Level } from "@/lib/services";
import { ItemRows } from "./item-rows";
import { LateSteps } from "./late-steps";
import { type Difference, inputOf } from "./typed-assignment";

interface Props {
  readonly form: Form;
  readonly choice: ChoiceView;
}

const levels: readonly Level[] = ["all", "verdict", "receipt"];

const policies = [
  ["", "As each problem and the course say"],
  ["either", "Either layout counts"],
  ["numerator", "Numerator layout"],
  ["denominator", "Denominator layout"],
  ["mixed", "Mixed: gradients are columns, the rest in numerator layout"],
] as const;

/** All that makes an assignment. */
export function AssignmentForm({ form, choice }: Props) {
  const start: AssignmentFormState = { input: form.input, revision: form.revision };
  const [state, send] = useActionState(saveAssignment, start);
  const { revision, errors = {}, complaint, done, theirs } = state;
  // With scripts rows are added and moved here, so that nothing typed meanwhile is lost on the way to the server and back.
  const [arranged, setArranged] = useState<AssignmentInput>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came back from the server takes its place
  useEffect(() => setArranged(undefined), [state]);
  const input = arranged ?? state.input;
  return (
    <form
      action={send}
      onSubmit={(event) => {
        const changed = arrangedBy(event);
        if (changed) setArranged(changed);
      }}
      className="max-w-3xl space-y-10"
      noValidate
    >
      {/* Enter in a field presses the first button: it looks at the form and saves nothing. */}
      <button type="submit" name="intent" value="look" className="sr-only" tabIndex={-1} aria-hidden="true">
        Look at the form
      </button>
      <input type="hidden" name="courseId" value={form.courseId} />
      {form.assignmentId && <input type="hidden" name="assignmentId" value={form.assignmentId} />}
      <input type="hidden" name="revision" value={revision} />
      {complaint && (
        <Notice tone="bad" alert>
          {complaint}
          {theirs && <Theirs differences={theirs} />}
        </Notice>
      )}
      {done && (
        <Notice tone="good" alert>
          {done}
        </Notice>
      )}
      <div className="space-y-6">
        <Field name="title" label="Title" maxLength={120} defaultValue={input.title} error={errors.title} />
        <Instructions text={input.instructions} error={errors.instructions} />
      </div>
      <ItemRows items={input.items} choice={choice} errors={arranged ? {} : errors} />
      <fieldset className="space-y-5">
        <legend className="heading font-serif font-semibold">Times</legend>
        <p className="hint">
          On the clocks of {form.timeZone}. What counts is when an answer arrives; 60 seconds of grace.
        </p>
        <div className="grid grid-cols-1 gap-5 sm:grid-cols-3">
          <TimeField name="opensAt" label="Opens" value={input.opensAt} error={errors.opensAt} />
          <TimeField name="dueAt" label="Due" value={input.dueAt} error={errors.dueAt} />
          <TimeField name="closesAt" label="Closes" value={input.closesAt} error={errors.closesAt} />
        </div>
        <LateSteps steps={input.lateSteps} errors={errors} />
      </fieldset>
      <fieldset className="space-y-5">
        <legend className="heading font-serif font-semibold">Rules</legend>
        <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
          <Field
            name="attempts"
            label="Attempts at each problem"
            hint="Empty for no limit. What cannot be read costs none."
            inputMode="numeric"
            defaultValue={input.attempts}
            error={errors.attempts}
          />
          <SelectField key={input.policy} name="policy" label="Layout" defaultValue={input.policy}>
            {policies.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </SelectField>
          <LevelField name="shownOpen" label="Shown of a verdict while it is open" chosen={input.shownOpen} />
          <LevelField name="shownClosed" label="Shown after the closing" chosen={input.shownClosed} />
        </div>
        <div className="space-y-2.5">
          <Check name="hints" label="Hints can be asked for" on={input.hints} />
          <Check
            name="sendsDrafts"
            label="At the closing, send what students have typed and not sent, as far as it can be read"
            on={input.sendsDrafts}
          />
          <Check
            name="renames"
            label="Give each student other names for the variables, where that can be done safely"
            on={input.renames}
          />
          <FieldError id="renames-error" message={errors.renames} />
        </div>
      </fieldset>
      <div className="border-t border-line pt-6">
        <SubmitButton intent="save" busy="Saving…">
          {form.assignmentId ? "Save" : "Make the assignment"}
        </SubmitButton>
      </div>
    </form>
  );
}

/** What stands in the form behind a button that changes rows; nothing where the form is to be sent. */
function arrangedBy(event: FormEvent<HTMLFormElement>): AssignmentInput | undefined {
  const { submitter } = event.nativeEvent as SubmitEvent;
  if (!(submitter instanceof HTMLButtonElement) || submitter.value === "save") return undefined;
  event.preventDefault();
  return inputOf(new FormData(event.currentTarget, submitter));
}

function Instructions({ text, error }: { text: string; error?: string }) {
  return (
    <div>
      <label htmlFor="instructions" className="label">
        Instructions
      </label>
      <textarea
        id="instructions"
        name="instructions"
        rows={3}
        defaultValue={text}
        aria-describedby="instructions-hint"
        className="field"
      />
      <p id="instructions-hint" className="hint mt-1.5">
        Markdown, with formulas between dollar signs. May stay empty.
      </p>
      <FieldError id="instructions-error" message={error} />
    </div>
  );
}

function TimeField({ name, label, value, error }: { name: string; label: string; value: string; error?: string }) {
  return <Field name={name} label={label} type="datetime-local" defaultValue={value} error={error} />;
}

function LevelField({ name, label, chosen }: { name: string; label: string; chosen: string }) {
  return (
    <SelectField key={chosen} name={name} label={label} defaultValue={chosen}>
      {levels.map((level) => (
        <option key={level} value={level}>
          {levelWords[level]}
        </option>
      ))}
    </SelectField>
  );
}

function Check({ name, label, on }: { name: string; label: string; on: boolean }) {
  return (
    <label className="flex items-start gap-2.5">
      <input key={String(on)} type="checkbox" name={name} defaultChecked={on} className="mt-1 size-4 shrink-0" />
      {label}
    </label>
  );
}

/** What somebody else has saved where it differs from what stands here. */
function Theirs({ differences }: { differences: readonly Difference[] }) {
  if (differences.length === 0) return <p className="mt-2">They have saved the same as stands here.</p>;
  return (
    <ul className="mt-2 list-disc pl-5">
      {differences.map(({ name, theirs }) => (
        <li key={name}>
          {name}: they have saved <span className="font-medium">{theirs}</span>
        </li>
      ))}
    </ul>
  );
}
