"use client";

import { useEffect, useMemo } from "react";
import type { Version } from "./kept";

/** Said before somebody signs out, so that what they typed last is sent and nothing of it is kept. */
export const leaving = "nabla-leaving";

/** What a draft is about, and whose it is. */
export interface DraftOf {
  readonly owner: string;
  /** Names a problem, or one that was assigned. */
  readonly problemId: string;
  readonly isAssigned: boolean;
  readonly variant: string;
}

export interface DraftSync {
  /** Sends a version soon; of several at once, the last. */
  readonly sendSoon: (version: Version, chosen?: boolean) => void;
  /** There is nothing left to be sent. */
  readonly stop: () => void;
}

/** Milliseconds after the last letter, and before another try. */
const pause = 1_000;
const patience = 15_000;

/** Keeps the server's draft of an answer up to date, also when the page is left. */
export function useDraftSync({ owner, problemId, isAssigned, variant }: DraftOf): DraftSync {
  const sync = useMemo(
    () => syncOf({ owner, problemId, isAssigned, variant }),
    [owner, problemId, isAssigned, variant],
  );
  useEffect(() => {
    const onHidden = () => {
      if (document.visibilityState === "hidden") sync.leave();
    };
    document.addEventListener("visibilitychange", onHidden);
    addEventListener("pagehide", sync.leave);
    addEventListener(leaving, sync.leave);
    addEventListener("online", sync.send);
    return () => {
      document.removeEventListener("visibilitychange", onHidden);
      removeEventListener("pagehide", sync.leave);
      removeEventListener(leaving, sync.leave);
      removeEventListener("online", sync.send);
      sync.leave();
    };
  }, [sync]);
  return sync;
}

interface Waiting {
  readonly version: Version;
  readonly chosen: boolean;
}

function syncOf({ owner, problemId, isAssigned, variant }: DraftOf) {
  const answered = isAssigned ? { assignedId: problemId } : { problemId };
  let waiting: Waiting | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;

  const wait = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(send, milliseconds);
  };
  const bodyOf = ({ version: { typed, writing, at }, chosen }: Waiting) =>
    JSON.stringify({ ...answered, asked: variant, owner, fields: typed, writing, chosen, typedAt: at });
  const send = async () => {
    const sent = waiting;
    if (!sent || busy) return;
    busy = true;
    const isDone = await post(bodyOf(sent));
    busy = false;
    if (isDone && waiting === sent) waiting = undefined;
    if (waiting) wait(isDone ? pause : patience);
  };
  return {
    send,
    sendSoon: (version: Version, chosen = false) => {
      waiting = { version, chosen: chosen || (waiting?.chosen ?? false) };
      wait(pause);
    },
    stop: () => {
      clearTimeout(timer);
      waiting = undefined;
    },
    /** The page may be gone before an answer comes: what is on its way stays waiting until it has been acknowledged. */
    leave: () => {
      if (waiting) navigator.sendBeacon?.(address, new Blob([bodyOf(waiting)], { type: "application/json" }));
    },
  };
}

const address = "/api/drafts";

/** False where another try may help. */
async function post(body: string): Promise<boolean> {
  try {
    const headers = { "Content-Type": "application/json" };
    const { status } = await fetch(address, { method: "POST", headers, body });
    return status < 500 && status !== 429;
  } catch {
    return false;
  }
}
