import { CircleAlert, CircleCheck, CircleX, type LucideIcon, Shuffle } from "lucide-react";
import type { FeedbackView } from "@/lib/services";

type Outcome = FeedbackView["outcome"];

interface Look {
  readonly icon: LucideIcon;
  readonly ink: string;
  readonly words: string;
}

const looks: { readonly [O in Outcome]: Look } = {
  right: { icon: CircleCheck, ink: "text-good", words: "Right" },
  wrong: { icon: CircleX, ink: "text-bad", words: "Not right" },
  "other-layout": { icon: Shuffle, ink: "text-warn", words: "Right in the other layout" },
  "not-counted": { icon: CircleAlert, ink: "text-faint", words: "Not counted" },
};

/** How an answer came out, as a sign; with `words`, in words beside it. */
export function OutcomeMark({ outcome, words }: { outcome: Outcome; words?: boolean }) {
  const { icon: Icon, ink, words: meaning } = looks[outcome];
  return (
    <span className={`inline-flex items-baseline gap-1.5 whitespace-nowrap ${ink}`}>
      <Icon aria-hidden="true" className="my-0.5 size-5 shrink-0 self-center" />
      <span className={words ? "text-[0.9375rem]" : "sr-only"}>{meaning}</span>
    </span>
  );
}
