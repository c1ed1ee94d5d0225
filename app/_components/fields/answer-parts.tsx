"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { PartListProps } from "./part-list";

const PartList = dynamic(() => import("./part-list").then((list) => list.PartList));

/** The shape of each part of an answer, for whoever asks. */
export function AnswerParts(props: PartListProps) {
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="mt-1">
      <summary className="hint">Shape of each part</summary>
      {open && <PartList {...props} />}
    </details>
  );
}
