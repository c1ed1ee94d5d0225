"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { PublishStep } from "@/lib/services";
import type { EditorActions, EditorNotice, EditorState, KeepInput } from "./editor-state";

export interface Publishing {
  readonly done: number;
  readonly of: number;
}

type Refused = Pick<EditorState, "complaints"> & { readonly notice: EditorNotice };

/** Publishes and tells how far the problem's own test has come. */
export function usePublish(
  publish: EditorActions["publish"],
  onChanged: (kept: Extract<PublishStep, { kind: "changed" }>["kept"]) => void,
) {
  const router = useRouter();
  const [progress, setProgress] = useState<Publishing>();
  const [refused, setRefused] = useState<Refused>();

  const heed = (step: PublishStep) => {
    if (step.kind === "testing") setProgress(step);
    if (step.kind === "changed") onChanged(step.kept);
    if (step.kind === "refused")
      setRefused({ complaints: step.complaints, notice: { tone: "bad", sentence: step.message } });
    if (step.kind !== "published") return;
    router.push(`/teach/problems/${step.problemId}?published=${step.versionNumber}`);
    router.refresh();
  };

  const run = async (input: KeepInput) => {
    setRefused(undefined);
    setProgress({ done: 0, of: 1 });
    try {
      for await (const step of await publish(input)) heed(step);
    } catch {
      const sentence =
        "Nabla cannot be reached, or something went wrong there. The draft is kept; try again in a moment.";
      setRefused({ complaints: {}, notice: { tone: "bad", sentence } });
    } finally {
      setProgress(undefined);
    }
  };
  return { progress, refused, forget: () => setRefused(undefined), run };
}
