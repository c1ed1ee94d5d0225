"use client";

import { type ReactNode, useActionState } from "react";
import type { ActionState } from "@/app/_actions/act";
import { FormComplaint } from "./form-complaint";

interface Props {
  action: (before: ActionState, form: FormData) => Promise<ActionState>;
  /** What the form sends besides what is typed. */
  fields?: Readonly<Record<string, string>>;
  className?: string;
  children: ReactNode;
}

const nothing: ActionState = {};

/** A small form, often one button, with what came of it beneath. */
export function ActionForm({ action, fields = {}, className, children }: Props) {
  const [{ complaint, done }, send] = useActionState(action, nothing);
  return (
    <form action={send} className={className}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <FormComplaint text={complaint} />
      {done && (
        <p role="status" className="mt-1.5 text-[0.875rem] text-good">
          {done}
        </p>
      )}
    </form>
  );
}
