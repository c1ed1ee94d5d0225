"use client";

import dynamic from "next/dynamic";
import type { ReadingProps } from "./answer-reading";

/** Fetches the reader of answers. Without a connection there is no preview, and the answer can be sent all the same. */
export async function loadReading() {
  try {
    return (await import("./answer-reading")).AnswerReading;
  } catch {
    return Unread;
  }
}

const AnswerReading = dynamic(loadReading, {
  loading: () => <p className="hint flex min-h-9 items-center">Reading…</p>,
});

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
