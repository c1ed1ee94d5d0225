"use client";

import { useActionState } from "react";
import { givePoints, type OverrideState } from "@/app/_actions/grades";
import { Field } from "@/app/_components/field";
import { FormComplaint } from "@/app/_components/form-complaint";
import { SubmitButton } from "@/app/_components/submit-button";

interface Props {
  /** What the form sends besides what is typed. */
  readonly fields: Readonly<Record<"courseId" | "personId" | "place", string>>;
  /** The most that can be given; `null` takes back what was. */
  readonly most: number | null;
}

const nothing: OverrideState = { points: "", reason: "" };

/** Points that a person gives, or takes back, with the reason. */
export function OverrideForm({ fields, most }: Props) {
  // The two forms of a page have fields of their own.
  const why = most === null ? "why" : "reason";
  const [{ points, reason, done, complaint, errors = {} }, send] = useActionState(givePoints, nothing);
  return (
    <form action={send} className="space-y-4">
      {Object.entries({ ...fields, ...(most === null && { back: "yes" }) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {most !== null && (
        <Field
          name="points"
          label={`Points, of ${most}`}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={points}
          error={errors.points}
          className="max-w-32"
        />
      )}
      <Field
        name={why}
        label="Why"
        hint="The student reads it."
        autoComplete="off"
        defaultValue={reason}
        error={errors.reason}
      />
      <SubmitButton>{most === null ? "Take back" : "Give these points"}</SubmitButton>
      <FormComplaint text={complaint} />
      {done && (
        <p role="status" className="text-[0.875rem] text-good">
          {done}
        </p>
      )}
    </form>
  );
}
