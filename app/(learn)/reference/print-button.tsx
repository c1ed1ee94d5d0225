"use client";

import { Printer } from "lucide-react";
import { useEffect, useState } from "react";

/** Opens the browser's way to print; without scripts the browser's own menu does. */
export function PrintButton() {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <button type="button" onClick={() => window.print()} className="button button-quiet">
      <Printer aria-hidden="true" className="size-4.5" />
      Print on two pages
    </button>
  );
}
