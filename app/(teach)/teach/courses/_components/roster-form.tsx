"use client";

import { type ChangeEvent, useActionState } from "react";
import { bringRoster, type RosterState } from "@/app/_actions/roster";
import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";

const nothing: RosterState = {};

const largestFile = 2_000_000;

/** What is pasted is sent twice where it was refused before; longer lists go as files. */
const longestList = 400_000;

/** Says so before the file is sent; the server says it too. */
function refuseTooLarge({ target }: ChangeEvent<HTMLInputElement>): void {
  const isTooLarge = (target.files?.[0]?.size ?? 0) > largestFile;
  target.setCustomValidity(isTooLarge ? "This file is larger than 2 MB." : "");
}

/** A roster as a file or as a pasted list. */
export function RosterForm({ courseId }: { courseId: string }) {
  const [{ pasted = "", complaint }, send] = useActionState(bringRoster, nothing);
  return (
    <form action={send} className="min-w-0 space-y-6">
      <input type="hidden" name="courseId" value={courseId} />
      {complaint && (
        <Notice tone="bad" alert>
          {complaint}
        </Notice>
      )}
      <div>
        <label htmlFor="file" className="label">
          A file
        </label>
        <input
          id="file"
          name="file"
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          aria-describedby="file-hint"
          onChange={refuseTooLarge}
          className="field"
        />
        <p id="file-hint" className="hint mt-1.5">
          At most 2 MB and 20,000 rows.
        </p>
      </div>
      <div>
        <label htmlFor="pasted" className="label">
          Or a list, pasted
        </label>
        <textarea
          id="pasted"
          name="pasted"
          rows={9}
          maxLength={longestList}
          spellCheck={false}
          defaultValue={pasted}
          placeholder={"Ada Lovelace, ada@example.edu\nEmmy Noether, emmy@example.edu"}
          className="field field-mono"
        />
      </div>
      <SubmitButton busy="Reading…">Show what it would do</SubmitButton>
    </form>
  );
}
