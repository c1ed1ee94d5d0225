"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Moment } from "@/app/_components/moment";

const every = 15_000;

/** Loads the page anew from time to time while somebody looks at it, until it is told not to. */
export function Refresh({ at, zone }: { at: Date; zone: string }) {
  const router = useRouter();
  const [isOn, setOn] = useState(true);
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, every);
    return () => clearInterval(timer);
  }, [isOn, router]);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="hint">
        As of <Moment date={at} zone={zone} />
      </p>
      <button type="button" className="button" aria-pressed={isOn} onClick={() => setOn(!isOn)}>
        {isOn ? "Refreshes itself" : "Stands still"}
      </button>
      <noscript>
        <a href="?" className="button">
          Refresh
        </a>
      </noscript>
    </div>
  );
}
