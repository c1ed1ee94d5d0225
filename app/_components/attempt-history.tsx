import { Check, X } from "lucide-react";
import Link from "next/link";
import { hasLayouts } from "@/lib/feedback";
import type { AttemptView } from "@/lib/services";
import { AnswerText } from "./answer-text";
import { Moment } from "./moment";
import { OutcomeMark } from "./outcome-mark";
import { counted } from "./words";

const shownAtOnce = 5;

/** One's own answers to a problem, the newest first. */
export function AttemptHistory({ attempts, guest }: { attempts: readonly AttemptView[]; guest: boolean }) {
  if (attempts.length === 0) return null;
  const earlier = attempts.slice(shownAtOnce);
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="heading">
        Your answers so far
      </h2>
      <AttemptList attempts={attempts.slice(0, shownAtOnce)} />
      {earlier.length > 0 && (
        <details className="mt-3">
          <summary className="text-[0.9375rem] text-soft">{counted(earlier.length, "earlier answer")}</summary>
          <AttemptList attempts={earlier} />
        </details>
      )}
      {guest && (
        <p className="mt-3 text-[0.9375rem] text-soft">
          <Link href="/sign-up" className="link">
            Sign up
          </Link>{" "}
          to keep these answers and your progress.
        </p>
      )}
    </section>
  );
}

function AttemptList({ attempts }: { attempts: readonly AttemptView[] }) {
  return (
    <ol className="mt-3 divide-y divide-line border-y border-line">
      {attempts.map((attempt) => (
        <AttemptRow key={attempt.id} attempt={attempt} />
      ))}
    </ol>
  );
}

function AttemptRow({ attempt }: { attempt: AttemptView }) {
  const { text, variant, feedback, verdict, createdAt, ordinal } = attempt;
  return (
    <li className="flex items-start gap-3 py-3">
      <OutcomeMark outcome={feedback.outcome} />
      <div className="min-w-0 grow space-y-0.5">
        <AnswerText text={text} />
        <p className="text-[0.9375rem] text-soft">{feedback.title}</p>
        <div className="flex flex-wrap justify-between gap-x-6">
          {verdict.status === "graded" && hasLayouts(verdict.form) && <BothLayouts {...verdict} />}
          <p className="hint">
            {ordinal !== null && `Attempt ${ordinal}, `}
            {variant > 0 && `variant ${variant + 1}, `}
            <Moment date={createdAt} />
          </p>
        </div>
      </div>
    </li>
  );
}

/** The outcome in each layout, in a line. */
export function BothLayouts({ numerator, denominator }: { numerator: boolean; denominator: boolean }) {
  return (
    <p className="hint flex flex-wrap gap-x-4">
      <LayoutFlag name="numerator" right={numerator} />
      <LayoutFlag name="denominator" right={denominator} />
    </p>
  );
}

function LayoutFlag({ name, right }: { name: string; right: boolean }) {
  const Icon = right ? Check : X;
  return (
    <span className="inline-flex items-center gap-1">
      <Icon aria-hidden="true" className={`size-3.5 ${right ? "text-good" : ""}`} />
      {name} layout<span className="sr-only">: {right ? "right" : "not right"}</span>
    </span>
  );
}
