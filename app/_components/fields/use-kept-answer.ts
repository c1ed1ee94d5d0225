"use client";

import { type RefObject, useEffect, useState } from "react";
import {
  browserStorage,
  claimVisitors,
  isSame,
  type Kept,
  newest,
  readKept,
  removeKept,
  slotOf,
  type Version,
  writeKept,
} from "./kept";
import { isEmpty, type Typed, typedOf } from "./typed";
import { type DraftOf, leaving, useDraftSync } from "./use-draft-sync";
import type { Writing } from "./writing";

interface KeptAnswer {
  readonly kept: Kept;
  readonly change: (typed: Typed) => void;
  /** Changes how it is written, and what is typed with it. */
  readonly rewrite: (writing: Writing, typed: Typed) => void;
  /** Puts the other version into the fields, and this one in its place. */
  readonly takeOther: () => void;
}

/**
 * What stands in the fields of an answer. An answer that is not right yet is kept in this browser and, soon after, on the server, so
 * that it outlives a reload, a lost connection, a closed tab and another device. What was typed before the scripts had come counts as
 * typed.
 */
export function useKeptAnswer(
  of: DraftOf,
  start: Version,
  solved: boolean,
  form: RefObject<HTMLFormElement | null>,
): KeptAnswer {
  const [kept, setKept] = useState<Kept>(start);
  const sync = useDraftSync(of);
  const { owner } = of;
  const slot = slotOf(owner, of.problemId, of.variant);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the page brought counts once, when it arrives
  useEffect(() => {
    claimVisitors(browserStorage(), owner);
    const early = form.current ? typedOf(new FormData(form.current)) : {};
    const isEarly = !isEmpty(early) && !isSame(early, start.typed);
    const found = newest(
      start,
      readKept(browserStorage(), slot),
      isEarly ? { typed: early, writing: start.writing, at: Date.now() } : undefined,
    );
    setKept((now) => (now.at === start.at ? found : now));
    if (found.at > start.at && !isSame(found.typed, start.typed)) sync.sendSoon(found);
  }, [slot]);
  useEffect(() => {
    if (!solved) return;
    sync.stop();
    removeKept(browserStorage(), slot);
    setKept(({ other: _, ...now }) => now);
  }, [solved, slot, sync]);
  useEffect(() => {
    const stop = () => sync.stop();
    addEventListener(leaving, stop);
    return () => removeEventListener(leaving, stop);
  }, [sync]);

  const keep = (next: Kept, chosen = false) => {
    setKept(next);
    writeKept(browserStorage(), slot, next);
    sync.sendSoon(next, chosen);
  };
  const now = () => ({ ...kept, at: Date.now() });
  return {
    kept,
    change: (typed) => keep({ ...now(), typed }),
    rewrite: (writing, typed) => keep({ ...now(), typed, writing }, true),
    takeOther: () => {
      const { other, ...current } = kept;
      if (other) keep({ ...other, at: Date.now(), other: current });
    },
  };
}
