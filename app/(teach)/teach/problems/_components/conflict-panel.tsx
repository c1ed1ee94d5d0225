"use client";

import { useEffect, useRef, useState } from "react";
import { Notice } from "@/app/_components/notice";
import type { ProblemDraft } from "@/lib/services";
import { changesBetween, type DraftField, fieldLabels, withFields } from "./draft-fields";
import { MarkedPieces } from "./marked-changes";
import type { Conflict } from "./use-autosave";

interface Props {
  conflict: Conflict;
  mine: ProblemDraft;
  onSettle: (settled: ProblemDraft, aside: ProblemDraft | undefined) => void;
}

/**
 * What somebody else has changed meanwhile, field by field. What only they have touched is taken unless one says otherwise;
 * where both have, one chooses. What gives way is kept in the history.
 */
export function ConflictPanel({ conflict: { theirs, base, by }, mine, onSettle }: Props) {
  const changes = changesBetween(base, theirs);
  const shown = changes.length > 0 ? changes : changesBetween(mine, theirs);
  const touched = new Set(changesBetween(base, mine).map(({ field }) => field));
  const differ = new Set(changesBetween(mine, theirs).map(({ field }) => field));
  const [taken, setTaken] = useState<readonly DraftField[]>(() =>
    shown.map(({ field }) => field).filter((field) => changes.length > 0 && !touched.has(field)),
  );
  const panel = useRef<HTMLElement>(null);
  // Saving has stopped: whoever types further down has to hear of it.
  useEffect(() => panel.current?.focus(), []);
  const flip = (field: DraftField) =>
    setTaken((now) => (now.includes(field) ? now.filter((each) => each !== field) : [...now, field]));
  const settle = () => {
    const loses = shown.some(({ field }) => touched.has(field) && taken.includes(field) && differ.has(field));
    onSettle(withFields(mine, theirs, taken), loses ? mine : undefined);
  };
  return (
    <section ref={panel} tabIndex={-1} aria-labelledby="conflict" className="space-y-4 outline-none">
      <Notice tone="warn" alert>
        <h2 id="conflict" className="font-sans font-semibold">
          {by ?? "Somebody else"} has changed this problem meanwhile
        </h2>
        <p>
          Nothing of yours is lost, and nothing of theirs was written over. Tick what you take from them; the rest stays
          as you have it. What gives way is kept in the history.
        </p>
      </Notice>
      <ul className="divide-y divide-line border-y border-line">
        {shown.map(({ field, pieces }) => (
          <li key={field} className="space-y-1.5 py-3">
            <label className="flex items-center gap-2.5 font-medium">
              <input
                type="checkbox"
                checked={taken.includes(field)}
                onChange={() => flip(field)}
                className="size-4 accent-accent"
              />
              Take their {fieldLabels[field].toLowerCase()}
              {touched.has(field) && differ.has(field) && <span className="tag">you changed it too</span>}
            </label>
            <MarkedPieces pieces={pieces} />
          </li>
        ))}
      </ul>
      <noscript>
        <p className="hint">
          Without scripts: saving again keeps what stands in the form; theirs stays in the history.
        </p>
      </noscript>
      <button type="button" onClick={settle} className="button button-main">
        Go on with this
      </button>
    </section>
  );
}
