import type { Metadata } from "next";
import Link from "next/link";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <div className="mx-auto max-w-lg py-12 text-center sm:py-20">
      <p aria-hidden="true" className="font-serif text-6xl text-faint">
        ∇<span className="text-accent">?</span>
      </p>
      <h1 className="title mt-6">There is no page here</h1>
      <p className="mt-3 text-soft">The address may be mistyped, or the page belongs to somebody else.</p>
      <p className="mt-6 flex justify-center gap-3">
        <Link href="/topics" className="button button-main">
          All topics
        </Link>
        <Link href="/" className="button">
          Home
        </Link>
      </p>
    </div>
  );
}
