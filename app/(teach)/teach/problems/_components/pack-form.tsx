"use client";

import Link from "next/link";
import { type FormEvent, useActionState, useState } from "react";
import type { PackState, readPackInSteps, sendPack } from "@/app/_actions/pack";
import { FormComplaint } from "@/app/_components/form-complaint";
import { Notice } from "@/app/_components/notice";
import { ProgressBar } from "@/app/_components/progress-bar";
import { SubmitButton } from "@/app/_components/submit-button";
import { counted } from "@/app/_components/words";
import { PackTable } from "./pack-table";

interface Props {
  send: typeof sendPack;
  inSteps: typeof readPackInSteps;
}

interface Progress {
  readonly done: number;
  readonly of: number;
}

const largest = 2_000_000;

/** Chooses a pack, shows what would come of it, and imports it. */
export function PackForm({ send, inSteps }: Props) {
  const [bare, action] = useActionState(send, {});
  const [own, setOwn] = useState<PackState>();
  const [progress, setProgress] = useState<Progress>();
  const state = own ?? bare;
  const [text, setText] = useState(bare.text ?? "");

  const run = async (name: string, given: string, imports: boolean) => {
    setProgress({ done: 0, of: 1 });
    try {
      for await (const step of await inSteps(name, given, imports)) {
        if (step.kind === "checking") setProgress(step);
        if (step.kind === "refused") setOwn({ name, text: given, complaint: step.message });
        if (step.kind === "looked") setOwn({ name, text: given, pack: step.pack });
        if (step.kind === "imported") setOwn({ pack: step.pack, imported: { made: step.made, changed: step.changed } });
      }
    } catch {
      setOwn({
        name,
        text: given,
        complaint: "Nabla cannot be reached, or something went wrong there. Nothing was stored.",
      });
    } finally {
      setProgress(undefined);
    }
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const imports = submitter?.getAttribute("value") === "import";
    const file = new FormData(event.currentTarget).get("file");
    if (imports) return run(state.name ?? "pasted.yaml", state.text ?? "", true);
    if (!(file instanceof File) || file.size === 0) {
      if (text.trim() === "") setOwn({ complaint: "Choose a file, or paste a pack." });
      else await run("pasted.yaml", text, false);
    } else if (file.size > largest)
      setOwn({ complaint: "A pack has at most 2,000,000 characters, this one has more." });
    else await run(file.name, await file.text(), false);
  };

  return (
    <form action={action} onSubmit={submit} onReset={(event) => event.preventDefault()} className="space-y-6">
      <div className="grid max-w-3xl grid-cols-1 gap-6">
        <div>
          <label htmlFor="file" className="label">
            File
          </label>
          <input id="file" name="file" type="file" accept=".yaml,.yml" className="field" />
        </div>
        <div>
          <label htmlFor="text" className="label">
            Or paste it
          </label>
          <textarea
            id="text"
            name="text"
            rows={6}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            spellCheck={false}
            placeholder="- id: squared-length"
            className="field field-mono text-[0.875rem]"
          />
        </div>
      </div>
      <input type="hidden" name="name" value={state.name ?? ""} />
      <SubmitButton intent="look" main={!state.pack?.ready} busy="Looking…" pending={progress !== undefined}>
        See what would come of it
      </SubmitButton>
      {progress && (
        <div role="status" className="max-w-md space-y-1.5">
          <ProgressBar {...progress} what="problems tested" />
          <p className="hint">
            {progress.done} of {progress.of} problems tested
          </p>
        </div>
      )}
      <FormComplaint text={state.complaint} />
      {state.imported && (
        <Notice tone="good" alert>
          {counted(state.imported.made, "problem")} made, {state.imported.changed} changed.{" "}
          <Link href="/teach/problems" className="link">
            See them all
          </Link>
        </Notice>
      )}
      {state.pack && <PackTable pack={state.pack} done={state.imported !== undefined} />}
      {state.pack?.ready && !state.imported && (
        <SubmitButton intent="import" busy="Importing…" pending={progress !== undefined}>
          Import all of it
        </SubmitButton>
      )}
    </form>
  );
}
