import type { ReactNode } from "react";

/** A button that first says what it will do; inside stands the form that does it. */
export function Confirm({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details>
      <summary className="button list-none [&::-webkit-details-marker]:hidden">{label}</summary>
      <div className="mt-3 max-w-[62ch] space-y-3 border-l-3 border-warn bg-warn-wash px-4 py-3 text-[0.9375rem]">
        {children}
      </div>
    </details>
  );
}
