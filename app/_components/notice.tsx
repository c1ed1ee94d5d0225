import type { ReactNode } from "react";

type Tone = "good" | "bad" | "warn" | "plain";

const tones: { readonly [T in Tone]: string } = {
  good: "border-good bg-good-wash",
  bad: "border-bad bg-bad-wash",
  warn: "border-warn bg-warn-wash",
  plain: "border-edge bg-raised",
};

/** A short message that stands apart from the text around it. With `alert` it is read out as soon as it appears. */
export function Notice({ tone = "plain", alert, children }: { tone?: Tone; alert?: boolean; children: ReactNode }) {
  return (
    <div role={alert ? "alert" : undefined} className={`border-l-3 px-4 py-3 text-[0.9375rem] ${tones[tone]}`}>
      {children}
    </div>
  );
}
