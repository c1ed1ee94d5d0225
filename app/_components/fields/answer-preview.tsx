"use client";

import dynamic from "next/dynamic";
import type { Syntax } from "@/lib/expr";
import type { ReadingProps } from "./answer-reading";

/** Fetches the reader of answers. Without a connection there is no preview, and the answer can be sent all the same. */
export async function loadReading(syntax: Syntax) {
  try {
    const { AnswerReading, prepare } = await import("./answer-reading");
    await prepare(syntax);
    return AnswerReading;
  } catch {
    return Unread;
  }
}

const loading = () => <p className="hint flex min-h-9 items-center">Reading…</p>;

const readings = {
  text: dynamic(() => loadReading("text"), { loading }),
  latex: dynamic(() => loadReading("latex"), { loading }),
};

function Unread() {
  return <p className="hint flex min-h-9 items-center">The preview cannot be loaded. Your answer can be checked.</p>;
}

interface Props extends ReadingProps {
  /** One line among others: nothing is said of it until something is typed. */
  slim?: boolean;
}

/** What is read of an answer while it is typed. The reader is fetched when it is first needed. */
export function AnswerPreview({ slim, ...props }: Props) {
  const empty = props.text.trim() === "";
  const AnswerReading = readings[props.syntax];
  if (slim && empty) return null;
  return (
    <div className={`border-t border-line bg-raised px-4 [--surface:var(--color-raised)] ${slim ? "py-1" : "py-2.5"}`}>
      {empty ? (
        <p className="hint flex min-h-9 items-center">What is read appears here as you type.</p>
      ) : (
        <AnswerReading slim={slim} {...props} />
      )}
    </div>
  );
}
