"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect, useState } from "react";
import { useReadiness } from "./_components/fault/readiness";
import { useReference } from "./_components/fault/reference";

/** Shown where a page failed. Nothing that was typed and sent is lost by it; where the database is away, it comes back by itself. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const router = useRouter();
  const isReady = useReadiness();
  const reference = useReference(error.digest);
  const [wasAway, setWasAway] = useState(false);
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  useEffect(() => {
    if (isReady === false) setWasAway(true);
  }, [isReady]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is tried again once, when all is there again.
  useEffect(() => {
    if (wasAway && isReady) retry();
  }, [wasAway, isReady]);
  const words = isReady === false ? away : ours;

  return (
    <div className="mx-auto max-w-lg py-12 text-center sm:py-20" aria-live="polite">
      <h1 className="title">{words.title}</h1>
      <p className="mt-3 text-soft">{words.sentence}</p>
      <p className="mt-6 flex justify-center gap-3">
        <button type="button" onClick={retry} className="button button-main">
          Try again
        </button>
        <a href="/" className="button">
          Home
        </a>
      </p>
      {reference && <p className="hint mt-8 break-words">If you write to us about it, quote {reference}.</p>}
    </div>
  );
}

const ours = {
  title: "Something went wrong on our side",
  sentence: "What you have sent before is kept. Try again; if it fails again, come back in a while.",
};

const away = {
  title: "Nabla cannot do its work just now",
  sentence: "Something that it needs is away. What you have sent before is kept, and this page comes back by itself.",
};
