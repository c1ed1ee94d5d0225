"use client";

import { useActionState } from "react";
import { type EraseState, eraseMe } from "@/app/_actions/privacy";
import { Field } from "@/app/_components/field";
import { browserStorage, forgetOwner } from "@/app/_components/fields/kept";
import { FormComplaint } from "@/app/_components/form-complaint";
import { SubmitButton } from "@/app/_components/submit-button";

interface Props {
  /** None for a guest, who types a word instead and has no password. */
  readonly email: string | null;
  /** Names the person in their own browser. */
  readonly owner: string;
}

const nothing: EraseState = {};

/** Erases an account for good, once its address and its password are typed. */
export function EraseForm({ email, owner }: Props) {
  const [{ typed, complaint, errors = {} }, send] = useActionState(eraseMe, nothing);
  const isGuest = email === null;
  return (
    <form action={send} onSubmit={() => forgetOwner(browserStorage(), owner)} className="space-y-4">
      <Field
        key={typed}
        name="typed"
        label={isGuest ? "Type “erase” to confirm" : "Your email address, to confirm"}
        defaultValue={typed}
        error={errors.typed}
        autoComplete="off"
        autoCapitalize="none"
      />
      {!isGuest && (
        <Field
          name="password"
          label="Password"
          type="password"
          error={errors.password}
          autoComplete="current-password"
          maxLength={200}
        />
      )}
      <SubmitButton>Erase for good</SubmitButton>
      <FormComplaint text={complaint} />
    </form>
  );
}
