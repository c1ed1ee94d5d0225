"use client";

import { useActionState } from "react";
import { restoreEntry } from "@/app/_actions/problem";
import { FormComplaint } from "@/app/_components/form-complaint";

/** Takes up what a problem once said as its draft. */
export function RestoreForm({ problemId, entry, what }: { problemId: string; entry: string; what: string }) {
  const [state, send] = useActionState(restoreEntry, {});
  return (
    <form action={send}>
      <input type="hidden" name="problemId" value={problemId} />
      <input type="hidden" name="entry" value={entry} />
      <button type="submit" className="link text-[0.875rem]">
        Take up as a draft<span className="sr-only">: {what}</span>
      </button>
      <FormComplaint text={state.complaint} />
    </form>
  );
}
