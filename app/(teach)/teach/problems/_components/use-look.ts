"use client";

import { useEffect, useRef, useState } from "react";
import type { ProblemDraft } from "@/lib/services";
import type { EditorActions, ShownLook } from "./editor-state";

const pause = 450;

/** What the server says of a draft, half a second after the typing stops. What it said last stays until then. */
export function useLook(
  look: EditorActions["look"],
  start: ShownLook | undefined,
  draft: ProblemDraft,
  problemId: string,
) {
  const [shown, show] = useState(start);
  const [variant, setVariant] = useState(0);
  const turn = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the actions of a page stay the same
  useEffect(() => {
    const own = ++turn.current;
    const timer = setTimeout(async () => {
      // Without a connection what was shown stays.
      const found = await look(draft, problemId, variant).catch(() => null);
      if (own === turn.current && found) show(found);
    }, pause);
    return () => clearTimeout(timer);
  }, [draft, variant, problemId]);
  return { shown, variant, setVariant };
}
