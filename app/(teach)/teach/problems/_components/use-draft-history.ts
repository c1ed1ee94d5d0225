"use client";

import { useReducer } from "react";
import type { ProblemDraft } from "@/lib/services";

interface History {
  readonly past: readonly ProblemDraft[];
  readonly now: ProblemDraft;
  readonly future: readonly ProblemDraft[];
  /** The field that was changed last, and when. */
  readonly field: string;
  readonly at: number;
}

type Step =
  | { readonly kind: "change"; readonly draft: ProblemDraft; readonly field: string; readonly at: number }
  | { readonly kind: "undo" }
  | { readonly kind: "redo" };

/** Letters typed this fast after each other are undone together. */
const together = 900;
const mostSteps = 200;

function reduce(history: History, step: Step): History {
  const { past, now, future } = history;
  if (step.kind === "undo") {
    const before = past.at(-1);
    return before ? { past: past.slice(0, -1), now: before, future: [now, ...future], field: "", at: 0 } : history;
  }
  if (step.kind === "redo") {
    const [next, ...rest] = future;
    return next ? { past: [...past, now], now: next, future: rest, field: "", at: 0 } : history;
  }
  const { draft, field, at } = step;
  const goesOn = field === history.field && at - history.at < together;
  return { past: goesOn ? past : [...past, now].slice(-mostSteps), now: draft, future: [], field, at };
}

/** A draft that remembers what it was. */
export function useDraftHistory(start: ProblemDraft) {
  const [history, dispatch] = useReducer(reduce, { past: [], now: start, future: [], field: "", at: 0 });
  return {
    draft: history.now,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    /** Changes made in one field shortly after each other are one step. */
    change: (draft: ProblemDraft, field: string) => dispatch({ kind: "change", draft, field, at: performance.now() }),
    undo: () => dispatch({ kind: "undo" }),
    redo: () => dispatch({ kind: "redo" }),
  };
}
