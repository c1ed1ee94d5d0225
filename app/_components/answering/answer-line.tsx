import { Check, Inbox, X } from "lucide-react";
import { AnswerText } from "@/app/_components/answer-text";
import { Moment } from "@/app/_components/moment";
import { OutcomeMark } from "@/app/_components/outcome-mark";
import type { AnswerLine } from "./answer-reply";

/** One of one's own answers in their list. */
export function AnswerLineRow({ line, zone }: { line: AnswerLine; zone?: string }) {
  const { text, outcome, title, layouts, notes, at } = line;
  return (
    <li className="flex items-start gap-3 py-3">
      {outcome ? (
        <OutcomeMark outcome={outcome} />
      ) : (
        <Inbox aria-hidden="true" className="my-0.5 size-5 shrink-0 text-soft" />
      )}
      <div className="min-w-0 grow space-y-0.5">
        <AnswerText text={text} />
        <p className="text-[0.9375rem] text-soft">{title}</p>
        <div className="flex flex-wrap justify-between gap-x-6">
          {layouts && <BothLayouts {...layouts} />}
          <p className="hint">
            {notes.map((note) => `${note}, `)}
            <Moment date={new Date(at)} zone={zone} />
          </p>
        </div>
      </div>
    </li>
  );
}

/** The outcome in each layout, in a line. */
function BothLayouts({ numerator, denominator }: { numerator: boolean; denominator: boolean }) {
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
