import { Inbox } from "lucide-react";
import { AnswerText } from "@/app/_components/answer-text";
import { BothLayouts } from "@/app/_components/attempt-history";
import { Moment } from "@/app/_components/moment";
import { OutcomeMark } from "@/app/_components/outcome-mark";
import { hasLayouts } from "@/lib/feedback";
import type { AssignedAttemptView } from "@/lib/services";

interface Props {
  readonly answers: readonly AssignedAttemptView[];
  readonly zone: string;
  readonly heading: string;
}

/** The answers to an assigned problem, the newest first, with as much of their verdicts as may be shown. */
export function AnswerList({ answers, zone, heading }: Props) {
  if (answers.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="heading">
        {heading}
      </h2>
      <ol className="mt-3 divide-y divide-line border-y border-line">
        {answers.map((answer) => (
          <AnswerRow key={answer.id} answer={answer} zone={zone} />
        ))}
      </ol>
    </section>
  );
}

function AnswerRow({ answer, zone }: { answer: AssignedAttemptView; zone: string }) {
  const { text, graded, ordinal, automatic, createdAt } = answer;
  const verdict = graded?.verdict;
  return (
    <li className="flex items-start gap-3 py-3">
      {graded ? (
        <OutcomeMark outcome={graded.feedback.outcome} />
      ) : (
        <Inbox aria-hidden="true" className="my-0.5 size-5 shrink-0 text-soft" />
      )}
      <div className="min-w-0 grow space-y-0.5">
        <AnswerText text={text} />
        <p className="text-[0.9375rem] text-soft">{graded?.feedback.title ?? "Received."}</p>
        <div className="flex flex-wrap justify-between gap-x-6">
          {verdict?.status === "graded" && hasLayouts(verdict.form) && <BothLayouts {...verdict} />}
          <p className="hint">
            {ordinal !== null && `Attempt ${ordinal}, `}
            <Moment date={createdAt} zone={zone} />
            {automatic && ", sent at the closing"}
          </p>
        </div>
      </div>
    </li>
  );
}
