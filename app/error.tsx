"use client";

/** Shown where a page failed. Nothing that was typed and sent is lost by it. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="mx-auto max-w-lg py-12 text-center sm:py-20">
      <h1 className="title">Something went wrong on our side</h1>
      <p className="mt-3 text-soft">
        What you have sent before is kept. Try again; if it fails again, come back in a while.
      </p>
      <p className="mt-6 flex justify-center gap-3">
        <button type="button" onClick={reset} className="button button-main">
          Try again
        </button>
        <a href="/" className="button">
          Home
        </a>
      </p>
      {error.digest && <p className="hint mt-8">Reference for support: {error.digest}</p>}
    </div>
  );
}
