"use client";

import { type RefObject, useEffect, useState } from "react";
import { isEmpty, type Typed, typedOf } from "./typed";

/**
 * What stands in the fields of an answer. An answer that is not right yet is kept in this browser, so that it outlives a reload, a
 * lost connection, a closed tab and a page that failed. What was typed before the scripts had come counts as typed.
 */
export function useKeptAnswer(
  name: string,
  start: Typed,
  solved: boolean,
  form: RefObject<HTMLFormElement | null>,
): [Typed, (typed: Typed) => void] {
  const [typed, setTyped] = useState(start);
  const slot = `nabla-answer-${name}`;

  useEffect(() => {
    const early = form.current ? typedOf(new FormData(form.current)) : {};
    const found = isEmpty(early) ? stored(() => parsed(localStorage.getItem(slot))) : early;
    if (found) setTyped((now) => (isEmpty(now) ? found : now));
  }, [slot, form]);
  useEffect(() => {
    if (solved) stored(() => localStorage.removeItem(slot));
  }, [solved, slot]);

  const change = (next: Typed) => {
    setTyped(next);
    stored(() => localStorage.setItem(slot, JSON.stringify(next)));
  };
  return [typed, change];
}

function parsed(text: string | null): Typed | undefined {
  const kept: unknown = text === null ? undefined : JSON.parse(text);
  return typeof kept === "object" && kept !== null ? (kept as Typed) : undefined;
}

/** A browser may refuse to keep anything; then nothing is kept. */
function stored<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
