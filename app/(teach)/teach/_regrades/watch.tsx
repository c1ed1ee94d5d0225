"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const every = 1_000;

/** Looks again every second while somebody watches, until the page no longer asks for it. */
export function Watch() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, every);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <noscript>
      <a href="?" className="button">
        Look again
      </a>
    </noscript>
  );
}
