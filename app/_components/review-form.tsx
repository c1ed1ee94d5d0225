"use client";

import { type ReactNode, useActionState } from "react";
import { beginReview, goOnInReview, type ReviewState } from "@/app/_actions/review";
import { FormComplaint } from "./form-complaint";
import { SubmitButton } from "./submit-button";

const nothing: ReviewState = {};

/** A button that begins a review. */
export function StartReview({ children }: { children: ReactNode }) {
  const [{ complaint }, send] = useActionState(beginReview, nothing);
  return (
    <form action={send}>
      <SubmitButton>{children}</SubmitButton>
      <FormComplaint text={complaint} />
    </form>
  );
}

interface StepProps {
  session: string;
  done: number;
  /** Whether it is what one wants to do now. */
  main: boolean;
  children: ReactNode;
}

/** A button that goes on to the next problem of a review. */
export function NextInReview({ session, done, main, children }: StepProps) {
  const [{ complaint }, send] = useActionState(goOnInReview, nothing);
  return (
    <form action={send}>
      <input type="hidden" name="session" value={session} />
      <input type="hidden" name="done" value={done} />
      <SubmitButton main={main}>{children}</SubmitButton>
      <FormComplaint text={complaint} />
    </form>
  );
}
