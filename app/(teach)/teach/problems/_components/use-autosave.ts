"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { untilAnswered } from "@/app/_components/fields/until-answered";
import type { FieldComplaints, ProblemDraft } from "@/lib/services";
import type { EditorActions, EditorState, KeepReply } from "./editor-state";
import { LocalCopies } from "./local-copy";

/** Where the typed is. */
export type SaveStatus =
  | { readonly kind: "clean" | "typing" | "saving" | "offline" | "failed" | "conflict" }
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "refused"; readonly message: string };

/** Somebody else's change, and what both drafts go on from. */
export interface Conflict {
  readonly theirs: ProblemDraft;
  readonly base: ProblemDraft;
  readonly revision: number;
  readonly by: string | null;
}

interface Options {
  readonly owner: string;
  readonly start: EditorState;
  readonly draft: ProblemDraft;
  readonly keep: EditorActions["keep"];
  /** Puts a draft into the form that was found in this browser. */
  readonly adopt: (draft: ProblemDraft) => void;
}

/** How long after the last letter a draft is sent. */
const pause = 1_000;

const same = (one: ProblemDraft, other: ProblemDraft): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Keeps a draft on the server while it is typed, and in this browser until it is there. Somebody else's change is never
 * written over: it comes back as a conflict, and nothing more is sent until that is settled.
 */
export function useAutosave({ owner, start, draft, keep, adopt }: Options) {
  const { problemId: startId } = start;
  const copies = useMemo(() => new LocalCopies(owner), [owner]);
  const [problemId, setProblemId] = useState(startId);
  const [status, setStatus] = useState<SaveStatus>({ kind: "clean" });
  const [complaints, setComplaints] = useState<FieldComplaints>({});
  const [conflict, setConflict] = useState<Conflict | undefined>(
    start.changed && { ...start.changed, base: start.changed.theirs },
  );
  /** What the server has, as far as is known here. */
  const there = useRef({ draft: start.changed?.theirs ?? start.draft, revision: start.revision });
  const latest = useRef(draft);
  const running = useRef<Promise<boolean>>(undefined);
  const halted = useRef(conflict !== undefined);
  const id = useRef(startId);

  const stop = (found: Conflict) => {
    halted.current = true;
    setStatus({ kind: "conflict" });
    setConflict(found);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: looks once, when the page has come
  useEffect(() => {
    const begun = start.revision === null ? copies.begun : undefined;
    const copy = copies.read(begun ?? startId);
    if (!copy || same(copy.draft, start.draft)) return;
    if (begun !== undefined) {
      id.current = begun;
      setProblemId(begun);
    }
    adopt(copy.draft);
    if (copy.revision === start.revision) return;
    stop({ theirs: start.draft, base: copy.base, revision: start.revision ?? 0, by: null });
  }, []);

  const send = async (): Promise<boolean> => {
    while (!halted.current && !same(latest.current, there.current.draft)) {
      const sent = latest.current;
      setStatus({ kind: "saving" });
      const input = { problemId: id.current, revision: there.current.revision, draft: sent };
      const reply = await untilAnswered(
        () => keep(input),
        () => setStatus({ kind: "offline" }),
      );
      if (!take(reply, sent)) return false;
    }
    return !halted.current;
  };

  const take = (reply: KeepReply, sent: ProblemDraft): boolean => {
    if (reply.kind === "changed") {
      stop({ ...reply, base: there.current.draft });
      return false;
    }
    if (reply.kind === "refused") {
      setStatus({ kind: "refused", message: reply.message });
      setComplaints(reply.complaints);
      return false;
    }
    const isFirst = there.current.revision === null;
    there.current = { draft: sent, revision: reply.revision };
    setComplaints({});
    setStatus({ kind: "saved", at: reply.at });
    if (same(latest.current, sent)) copies.forget(id.current);
    if (isFirst) window.history.replaceState(null, "", `/teach/problems/${id.current}/edit`);
    return true;
  };

  /** Sends what is not there yet; true once all of it is. */
  const saveNow = (): Promise<boolean> => {
    running.current ??= send()
      .catch(() => {
        setStatus({ kind: "failed" });
        return false;
      })
      .finally(() => {
        running.current = undefined;
      });
    return running.current;
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the draft is what starts the clock
  useEffect(() => {
    latest.current = draft;
    if (same(draft, there.current.draft)) return;
    copies.keep(id.current, { draft, base: there.current.draft, revision: there.current.revision });
    if (halted.current) return;
    setStatus((now) => (now.kind === "saving" || now.kind === "offline" ? now : { kind: "typing" }));
    const timer = setTimeout(saveNow, pause);
    return () => clearTimeout(timer);
  }, [draft]);

  /** Goes on with a draft in which both changes are dealt with; one's own is put aside where it gave way. */
  const settle = async (settled: ProblemDraft, aside: ProblemDraft | undefined): Promise<void> => {
    if (!conflict) return;
    latest.current = settled;
    adopt(settled);
    const input = { problemId: id.current, revision: conflict.revision, draft: settled, ...(aside && { aside }) };
    const reply = await keep(input);
    halted.current = false;
    setConflict(undefined);
    there.current = { draft: conflict.theirs, revision: conflict.revision };
    take(reply, settled);
  };

  return {
    problemId,
    status,
    complaints,
    conflict,
    saveNow,
    settle,
    revision: () => there.current.revision,
    stop: (found: Omit<Conflict, "base">) => stop({ ...found, base: there.current.draft }),
  };
}
