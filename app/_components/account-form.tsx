"use client";

import { useActionState } from "react";
import { type AccountState, signIn, signUp } from "@/app/_actions/account";
import { Field } from "./field";
import { Notice } from "./notice";
import { SubmitButton } from "./submit-button";

const actions = { "sign-in": signIn, "sign-up": signUp } as const;

/** The form to sign in or to sign up. What was typed stays when it is refused, the password excepted. */
export function AccountForm({ kind, returnTo }: { kind: keyof typeof actions; returnTo?: string }) {
  const [state, send] = useActionState<AccountState, FormData>(actions[kind], {});
  const fresh = kind === "sign-up";
  return (
    <form action={send} className="space-y-5" noValidate>
      {state.complaint && (
        <Notice tone="bad" alert>
          {state.complaint}
        </Notice>
      )}
      {returnTo && <input type="hidden" name="returnTo" value={returnTo} />}
      {fresh && (
        <Field
          name="name"
          label="Name"
          autoComplete="name"
          required
          maxLength={100}
          defaultValue={state.name}
          error={state.errors?.name}
        />
      )}
      <Field
        name="email"
        label="Email"
        type="email"
        autoComplete={fresh ? "email" : "username"}
        required
        maxLength={254}
        defaultValue={state.email}
        error={state.errors?.email}
      />
      <Field
        name="password"
        label="Password"
        type="password"
        autoComplete={fresh ? "new-password" : "current-password"}
        required
        maxLength={200}
        hint={fresh ? "At least 10 characters. A few unrelated words are good." : undefined}
        error={state.errors?.password}
      />
      <SubmitButton>{fresh ? "Create account" : "Sign in"}</SubmitButton>
    </form>
  );
}
