"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";

interface Props {
  children: ReactNode;
  /** What it says while the server answers. */
  busy?: string;
  main?: boolean;
  /** True while its form is sent in another way than by an action. */
  pending?: boolean;
  /** Which of several buttons of a form was pressed. */
  intent?: string;
}

/** Sends its form. It says so while the answer is on its way, and takes no second press. */
export function SubmitButton({ children, busy = "One moment…", main = true, pending: own = false, intent }: Props) {
  const { pending: ofAction, data } = useFormStatus();
  const pending = own || ofAction;
  const mine = pending && (intent === undefined || data?.get("intent") === intent);
  return (
    <button
      type="submit"
      name={intent === undefined ? undefined : "intent"}
      value={intent}
      disabled={pending}
      className={`button ${main ? "button-main" : ""}`}
    >
      {mine ? busy : children}
    </button>
  );
}
