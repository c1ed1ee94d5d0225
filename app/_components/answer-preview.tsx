"use client";

import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { fail } from "@/lib/base";
import { readAnswer } from "@/lib/feedback";
import type { Declarations } from "@/lib/shape";
import { Complaint } from "./complaint";
import { plain } from "./sentence";
import { Typeset } from "./typeset";
import { printedShapeInWords } from "./words";

interface Props {
  text: string;
  declarations: Declarations;
  indices: readonly string[];
  longest: number;
}

type Reading = ReturnType<typeof readAnswer>;

/** What was read of the answer so far, typeset, and its shape; or the place where reading stopped. */
export function AnswerPreview({ text, declarations, indices, longest }: Props) {
  const settled = useDeferredValue(text);
  const reading = useMemo(() => {
    if (settled.trim() === "") return undefined;
    return settled.length > longest ? tooLong(settled, longest) : readAnswer(settled, "text", declarations, indices);
  }, [settled, declarations, indices, longest]);
  return (
    <div className="border-t border-line bg-raised px-4 py-2.5 [--surface:var(--color-raised)]">
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-6 gap-y-1.5">
        {reading === undefined && <p className="hint">What is read appears here as you type.</p>}
        {reading?.ok && <Understood text={settled} {...reading.value} />}
        {reading?.ok === false && <Complaint text={settled} complaint={reading.error} quiet />}
      </div>
      <Announcement sentence={reading === undefined ? "" : inWords(reading)} />
    </div>
  );
}

function tooLong(text: string, longest: number): Reading {
  const message = `At most ${longest.toLocaleString("en")} characters are read, and this answer is longer.`;
  return fail({ code: "limit", message, start: longest, end: text.length });
}

function inWords(reading: Reading): string {
  if (!reading.ok) return plain(reading.error.message);
  return `Read as ${reading.value.speech}, ${printedShapeInWords(reading.value.shape)}`;
}

function Understood({ text, tex, shape }: { text: string; tex: string; shape: string }) {
  const html = useTypeset(tex);
  return (
    <>
      <div className="scroll-x py-1">
        {html ? <Typeset html={html} /> : <code className="font-mono text-[0.9375rem]">{text}</code>}
      </div>
      <p className="hint">{printedShapeInWords(shape)}</p>
    </>
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
function useTypeset(tex: string): string | undefined {
  const [html, setHtml] = useState<string>();
  useEffect(() => {
    let current = true;
    import("./typeset-in-browser").then(({ typeset }) => {
      if (current) setHtml(typeset(tex));
    });
    return () => {
      current = false;
    };
  }, [tex]);
  return html;
}
