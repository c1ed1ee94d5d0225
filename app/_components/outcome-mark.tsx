import { type Outcome, outcomes } from "./outcomes";

/** How an answer came out, as a sign; with `words`, in words beside it. */
export function OutcomeMark({ outcome, words }: { outcome: Outcome; words?: boolean }) {
  const { icon: Icon, ink, words: meaning } = outcomes[outcome];
  return (
    <span className={`inline-flex items-baseline gap-1.5 whitespace-nowrap ${ink}`}>
      <Icon aria-hidden="true" className="my-0.5 size-5 shrink-0 self-center" />
      <span className={words ? "text-[0.9375rem]" : "sr-only"}>{meaning}</span>
    </span>
  );
}
