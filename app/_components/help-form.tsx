"use client";

import { type ReactNode, useActionState } from "react";
import { type Help, type HelpState, seekHelp } from "@/app/_actions/help";
import { FormComplaint } from "./form-complaint";
import { SubmitButton } from "./submit-button";

interface Props {
  help: Help;
  problemId: string;
  /** Names the variant that is shown. */
  variant: string;
  children: ReactNode;
}

const nothing: HelpState = {};

/** A button that asks for a hint, the solution or another variant. */
export function HelpForm({ help, problemId, variant, children }: Props) {
  const [{ complaint }, send] = useActionState(seekHelp, nothing);
  return (
    <form action={send}>
      <input type="hidden" name="help" value={help} />
      <input type="hidden" name="problemId" value={problemId} />
      <input type="hidden" name="variant" value={variant} />
      <SubmitButton main={false}>{children}</SubmitButton>
      <FormComplaint text={complaint} />
    </form>
  );
}
