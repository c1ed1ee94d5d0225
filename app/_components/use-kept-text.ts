"use client";

import { type RefObject, useEffect, useState } from "react";
import type { AnswerState } from "@/app/_actions/answer";

/**
 * What stands in the answer field. An answer that is not right yet is kept for this tab, so that it outlives a reload, a lost
 * connection and a page that failed. What was typed before the scripts had come counts as typed.
 */
export function useKeptText(
  problemId: string,
  state: AnswerState,
  field: RefObject<HTMLTextAreaElement | null>,
): [string, (text: string) => void] {
  const [text, setText] = useState(state.text);
  const slot = `nabla-answer-${problemId}`;
  const solved = state.verdict?.outcome === "right";

  useEffect(() => {
    const found = field.current?.value || stored(() => sessionStorage.getItem(slot));
    if (found) setText((typed) => typed || found);
  }, [slot, field]);
  useEffect(() => {
    if (solved) stored(() => sessionStorage.removeItem(slot));
  }, [solved, slot]);

  const change = (next: string) => {
    setText(next);
    stored(() => sessionStorage.setItem(slot, next));
  };
  return [text, change];
}

/** A browser may refuse to keep anything; then nothing is kept. */
function stored<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
