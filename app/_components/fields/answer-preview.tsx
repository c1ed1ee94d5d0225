"use client";

import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { Complaint } from "@/app/_components/complaint";
import { plain } from "@/app/_components/sentence";
import { Typeset } from "@/app/_components/typeset";
import { printedShapeInWords } from "@/app/_components/words";
import { fail } from "@/lib/base";
import type { Syntax } from "@/lib/expr";
import { readAnswer } from "@/lib/feedback";
import type { Declarations } from "@/lib/shape";

interface Props {
  text: string;
  syntax: Syntax;
  /** The names that the answer may use. */
  names: Declarations;
  indices?: readonly string[];
  longest: number;
  /** One line among others: nothing is said of it until something is typed. */
  slim?: boolean;
  /** The shape says nothing here. */
  shapeless?: boolean;
}

type Reading = ReturnType<typeof readAnswer>;

const noIndices: readonly string[] = [];

/** What was read of the answer so far, typeset, and its shape; or the place where reading stopped. */
export function AnswerPreview({ text, syntax, names, indices = noIndices, longest, slim = false, shapeless }: Props) {
  const settled = useDeferredValue(text);
  const reading = useMemo(() => {
    if (settled.trim() === "") return undefined;
    return settled.length > longest ? tooLong(settled, longest) : readAnswer(settled, syntax, names, indices);
  }, [settled, syntax, names, indices, longest]);
  if (slim && reading === undefined) return null;
  return (
    <div className={`border-t border-line bg-raised px-4 [--surface:var(--color-raised)] ${slim ? "py-1" : "py-2.5"}`}>
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-6 gap-y-1.5">
        {reading === undefined && <p className="hint">What is read appears here as you type.</p>}
        {reading?.ok && <Understood text={settled} {...reading.value} shapeless={shapeless} />}
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

interface UnderstoodProps {
  text: string;
  tex: string;
  shape: string;
  shapeless: boolean | undefined;
}

function Understood({ text, tex, shape, shapeless }: UnderstoodProps) {
  const html = useTypeset(tex);
  return (
    <>
      <div className="scroll-x py-1">
        {html ? <Typeset html={html} /> : <code className="font-mono text-[0.9375rem]">{text}</code>}
      </div>
      {!shapeless && <p className="hint">{printedShapeInWords(shape)}</p>}
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
    import("@/app/_components/typeset-in-browser").then(({ typeset }) => {
      if (current) setHtml(typeset(tex));
    });
    return () => {
      current = false;
    };
  }, [tex]);
  return html;
}
