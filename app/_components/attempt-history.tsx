import type { AttemptView } from "@/lib/services";
import { Moment } from "./moment";
import { OutcomeMark } from "./outcome-mark";

/** One's own answers to a problem, the newest first. */
export function AttemptHistory({ attempts }: { attempts: readonly AttemptView[] }) {
  if (attempts.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="heading">
        Your answers so far
      </h2>
      <ol className="mt-3 divide-y divide-line border-y border-line">
        {attempts.map((attempt) => (
          <AttemptRow key={attempt.id} attempt={attempt} />
        ))}
      </ol>
    </section>
  );
}

function AttemptRow({ attempt }: { attempt: AttemptView }) {
  const { text, feedback, verdict, createdAt, ordinal } = attempt;
  return (
    <li className="py-3">
      <div className="flex items-start gap-3">
        <OutcomeMark outcome={feedback.outcome} />
        <div className="min-w-0 grow">
          <AnswerText text={text} />
          <p className="mt-1 text-[0.875rem] text-soft">{feedback.title}</p>
          {verdict.status === "graded" && <BothLayouts {...verdict} />}
        </div>
        <p className="hint shrink-0 text-end">
          {ordinal === null ? "not counted" : `no. ${ordinal}`}
          <br />
          <Moment date={createdAt} />
        </p>
      </div>
    </li>
  );
}

/** The outcome in each layout, in a line. */
export function BothLayouts({ numerator, denominator }: { numerator: boolean; denominator: boolean }) {
  return (
    <p className="hint">
      numerator layout {numerator ? "right" : "not right"}, denominator layout {denominator ? "right" : "not right"}
    </p>
  );
}

const longestShown = 300;

/** An answer as it was typed; only the beginning of a very long one. */
export function AnswerText({ text }: { text: string }) {
  const shown = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
  return <code className="block whitespace-pre-wrap font-mono text-[0.9375rem] [overflow-wrap:anywhere]">{shown}</code>;
}
