"use client";

import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { readAnswer } from "@/lib/feedback";
import type { Declarations } from "@/lib/shape";
import { MarkedSource } from "./marked-source";
import { plain, Sentence } from "./sentence";
import { Typeset } from "./typeset";
import { printedShapeInWords } from "./words";

interface Props {
  text: string;
  declarations: Declarations;
  indices: readonly string[];
  longest: number;
}

/** What was read of the answer so far, typeset, and its shape; or the place where reading stopped. */
export function AnswerPreview({ text, declarations, indices, longest }: Props) {
  const tooLong = text.length > longest;
  const settled = useDeferredValue(tooLong ? "" : text);
  const reading = useMemo(
    () => (settled.trim() === "" ? undefined : readAnswer(settled, "text", declarations, indices)),
    [settled, declarations, indices],
  );
  const html = useTypeset(reading?.ok ? reading.value.tex : undefined);
  const spoken = tooLong
    ? "This answer is too long to be read."
    : reading === undefined
      ? ""
      : reading.ok
        ? `Read as ${reading.value.speech}, ${printedShapeInWords(reading.value.shape)}`
        : plain(reading.error.message);

  return (
    <div className="border-t border-line bg-raised [--surface:var(--color-raised)] px-4 py-2.5">
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-6 gap-y-1.5">
        {tooLong && (
          <p className="text-[0.9375rem] text-bad">
            This answer is longer than {longest.toLocaleString("en")} characters, so it is not read.
          </p>
        )}
        {!tooLong && reading === undefined && <p className="hint">What is read appears here as you type.</p>}
        {reading?.ok && (
          <>
            <div className="scroll-x py-1">
              {html ? <Typeset html={html} /> : <code className="font-mono text-[0.9375rem]">{settled}</code>}
            </div>
            <p className="hint">{printedShapeInWords(reading.value.shape)}</p>
          </>
        )}
        {reading && !reading.ok && (
          <div className="min-w-0 space-y-1">
            <MarkedSource text={settled} start={reading.error.start} end={reading.error.end} />
            <p className="text-[0.875rem] text-soft">
              <Sentence text={reading.error.message} />
            </p>
          </div>
        )}
      </div>
      <Announcement sentence={spoken} />
    </div>
  );
}

/** Reads a sentence out when it has stood for a second, so that typing is not talked over. */
function Announcement({ sentence }: { sentence: string }) {
  const [said, say] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => say(sentence), 1000);
    return () => clearTimeout(timer);
  }, [sentence]);
  return (
    <p aria-live="polite" className="sr-only">
      {said}
    </p>
  );
}

/** Formulas are set by KaTeX, which is fetched when the first one is needed. The last one stays until the next is set. */
function useTypeset(tex: string | undefined): string | undefined {
  const [html, setHtml] = useState<string>();
  useEffect(() => {
    if (tex === undefined) return;
    let current = true;
    import("./typeset-in-browser").then(({ typeset }) => {
      if (current) setHtml(typeset(tex));
    });
    return () => {
      current = false;
    };
  }, [tex]);
  return tex === undefined ? undefined : html;
}
