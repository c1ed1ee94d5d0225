import { Check, X } from "lucide-react";
import { Sentence } from "@/app/_components/sentence";
import type { JudgedView } from "@/lib/services";

/** What the grader says of an answer of the author's: as it should be, or not. */
export function CheckedNote({ good, judged }: { good: boolean; judged: JudgedView }) {
  const Icon = good ? Check : X;
  return (
    <p className={`mt-1 flex items-start gap-1.5 text-[0.875rem] ${good ? "text-good" : "text-bad"}`}>
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span>
        <Sentence text={[judged.title, good ? undefined : judged.lines[0]].filter(Boolean).join(" ")} />
      </span>
    </p>
  );
}
