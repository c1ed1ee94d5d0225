const around = 40;

interface Window {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** The part of a text that a person can take in at a glance, around the place from `start` to `end`. */
export function windowAround(text: string, start: number, end: number): Window {
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, Math.max(end, start) + around);
  const markedEnd = Math.min(end, start + 2 * around);
  return {
    before: (from > 0 ? "…" : "") + text.slice(from, start),
    marked: text.slice(start, markedEnd) + (markedEnd < end ? "…" : ""),
    after: markedEnd < end ? "" : text.slice(end, to) + (to < text.length ? "…" : ""),
  };
}

interface Props {
  text: string;
  start: number;
  end: number;
  /** "look" where nothing is wrong with the place. */
  tone?: "wrong" | "look";
}

const tones = {
  wrong: "bg-transparent font-semibold text-bad underline decoration-wavy decoration-1 underline-offset-4",
  look: "rounded-sm bg-accent-wash text-accent-strong underline decoration-1 underline-offset-4",
} as const;

/** What was typed, with the place of a complaint underlined; a caret where something is missing. */
export function MarkedSource({ text, start, end, tone = "wrong" }: Props) {
  const { before, marked, after } = windowAround(text, start, end);
  return (
    <code className="scroll-x block max-w-full whitespace-pre-wrap font-mono text-[0.9375rem] [overflow-wrap:anywhere]">
      {before}
      {marked ? (
        <mark className={tones[tone]}>{marked}</mark>
      ) : (
        <mark className="bg-transparent font-semibold text-bad">‸</mark>
      )}
      {after}
    </code>
  );
}
