"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

const every = 1_000;

/** Looks again a second after the last look has come in, while somebody watches, until the page no longer asks for it. */
export function Watch() {
  const router = useRouter();
  const [isLooking, look] = useTransition();
  useEffect(() => {
    if (isLooking) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") look(() => router.refresh());
    }, every);
    return () => clearInterval(timer);
  }, [isLooking, router]);
  return (
    <noscript>
      <a href="?" className="button">
        Look again
      </a>
    </noscript>
  );
}
