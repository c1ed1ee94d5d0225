"use client";

import { useActionState } from "react";
import { type ExtensionFormState, extend } from "@/app/_actions/assignment-editing";
import { Field } from "@/app/_components/field";
import { FormComplaint } from "@/app/_components/form-complaint";
import { SelectField } from "@/app/_components/select-field";
import { SubmitButton } from "@/app/_components/submit-button";
import type { RecipientView } from "@/lib/services";

interface Props {
  readonly assignmentId: string;
  readonly students: readonly RecipientView[];
  readonly sections: readonly RecipientView[];
  readonly zone: string;
}

const start: ExtensionFormState = { typed: {} };

/** Other times for a student or a section. */
export function ExtensionForm({ assignmentId, students, sections, zone }: Props) {
  const [{ typed, errors = {}, complaint, done }, send] = useActionState(extend, start);
  return (
    <form action={send} className="mt-4 space-y-5 border-l-2 border-line pl-4" noValidate>
      <input type="hidden" name="assignmentId" value={assignmentId} />
      <SelectField key={typed.who} name="who" label="For" defaultValue={typed.who ?? ""} error={errors.who}>
        <option value="">Choose a student or a section</option>
        {sections.length > 0 && <Options label="Sections" kind="section" recipients={sections} />}
        {students.length > 0 && <Options label="Students" kind="person" recipients={students} />}
      </SelectField>
      <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
        <Field
          name="dueAt"
          label="Due"
          type="datetime-local"
          hint={`On the clocks of ${zone}. Closing moves along.`}
          defaultValue={typed.dueAt}
          error={errors.dueAt}
        />
        <Field
          name="closesAt"
          label="Closes"
          type="datetime-local"
          hint="Empty: as far behind the due time as for everybody."
          defaultValue={typed.closesAt}
          error={errors.closesAt}
        />
        <Field
          name="timeFactor"
          label="Time factor"
          inputMode="decimal"
          hint="1.5 for half as much time again, from the opening."
          defaultValue={typed.timeFactor}
          error={errors.timeFactor}
        />
        <Field
          name="reason"
          label="Reason"
          hint="The student reads it too."
          maxLength={500}
          defaultValue={typed.reason}
          error={errors.reason}
        />
      </div>
      <SubmitButton>Give it</SubmitButton>
      <FormComplaint text={complaint} />
      {done && (
        <p role="status" className="text-[0.875rem] text-good">
          {done}
        </p>
      )}
    </form>
  );
}

interface OptionsProps {
  readonly label: string;
  readonly kind: "section" | "person";
  readonly recipients: readonly RecipientView[];
}

function Options({ label, kind, recipients }: OptionsProps) {
  return (
    <optgroup label={label}>
      {recipients.map(({ id, name }) => (
        <option key={id} value={`${kind} ${id}`}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
