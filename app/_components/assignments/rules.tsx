import { counted } from "@/app/_components/words";
import type { RulesView } from "@/lib/services";
import { levelWords } from "./words";

/** What holds in an assignment, a line each. */
export function Rules({ rules }: { rules: RulesView }) {
  const { attempts, shownOpen, shownClosed, hints, sendsDrafts, graceSeconds, lateSteps } = rules;
  const lines = [
    attempts === null ? "As many attempts as you like." : `${counted(attempts, "attempt")} at each problem.`,
    "An answer that cannot be read or decided costs nothing.",
    shownOpen === shownClosed
      ? `Shown of a verdict: ${lower(levelWords[shownOpen])}.`
      : `Shown of a verdict while it is open: ${lower(levelWords[shownOpen])}; after the closing: ${lower(levelWords[shownClosed])}.`,
    lateSteps.length === 0 ? "Behind the due time an answer gives no points." : lateInWords(lateSteps),
    `What counts is when an answer arrives here. ${graceSeconds} seconds after a time still count as in time.`,
    hints ? "Hints can be asked for, and cost no points." : "There are no hints.",
    ...(sendsDrafts ? ["What you have typed and not sent is sent at the closing, as far as it can be read."] : []),
  ];
  return (
    <ul className="list-disc space-y-1 pl-5 text-[0.9375rem] text-soft">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function lateInWords(steps: RulesView["lateSteps"]): string {
  const parts = steps.map(({ hours, percent }) => `${percent}\u00a0% until ${hours}\u00a0h after the due time`);
  return `Late answers are worth ${parts.join(", ")}; nothing after that.`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
