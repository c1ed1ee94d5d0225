"use client";

import { useMemo, useState } from "react";
import { MarkedSource } from "@/app/_components/marked-source";
import { printedShapeInWords } from "@/app/_components/words";
import type { Syntax } from "@/lib/expr";
import { type AnswerPart, readPartsOf } from "@/lib/feedback";
import type { Declarations } from "@/lib/shape";

export interface PartListProps {
  text: string;
  syntax: Syntax;
  names: Declarations;
  indices: readonly string[];
  /** Marks a part in the field. */
  onChoose: ((part: AnswerPart) => void) | undefined;
}

/** Each part of an answer with its shape; the one that is pointed at is shown within the whole. */
export function PartList({ text, syntax, names, indices, onChoose }: PartListProps) {
  const parts = useMemo(() => readPartsOf(text, syntax, names, indices), [text, syntax, names, indices]);
  const [pointed, point] = useState<AnswerPart>();
  const shown = pointed && parts.includes(pointed) ? pointed : parts[0];
  return (
    <div className="mt-1.5 pb-1">
      {shown && (
        <div className="mb-1.5 rounded-md bg-paper px-2 py-1 [--surface:var(--color-paper)]">
          <MarkedSource text={text} start={shown.start} end={shown.end} tone="look" />
        </div>
      )}
      <ul className="answer-parts">
        {parts.map((part) => (
          <li key={`${part.start} ${part.end}`} style={{ paddingInlineStart: `${Math.min(part.depth, 8) * 0.75}rem` }}>
            <button
              type="button"
              onClick={() => onChoose?.(part)}
              onFocus={() => point(part)}
              onPointerEnter={() => point(part)}
            >
              <code className="truncate font-mono text-ink">{text.slice(part.start, part.end)}</code>
              <span className="shrink-0">{printedShapeInWords(part.shape)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
