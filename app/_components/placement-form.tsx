"use client";

import { type ReactNode, useActionState } from "react";
import { type PlacementState, stepInPlacement } from "@/app/_actions/placement";
import { FormComplaint } from "./form-complaint";
import { SubmitButton } from "./submit-button";

interface Props {
  step: "start" | "next" | "stop";
  /** Of the question that stands open, from 1. */
  number?: number;
  main?: boolean;
  children: ReactNode;
}

const nothing: PlacementState = {};

/** A button that takes a step in a placement. */
export function PlacementForm({ step, number = 0, main = true, children }: Props) {
  const [{ complaint }, send] = useActionState(stepInPlacement, nothing);
  return (
    <form action={send}>
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="number" value={number} />
      <SubmitButton main={main}>{children}</SubmitButton>
      <FormComplaint text={complaint} />
    </form>
  );
}
