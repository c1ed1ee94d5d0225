import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Sentence } from "@/app/_components/sentence";
import { Typeset } from "@/app/_components/typeset";
import type { ProblemDraft, TypicalAnswerView } from "@/lib/services";
import type { ShownLook, ShownTruth, ShownTruthLayout } from "./editor-state";
import { slipInWords } from "./slip-words";

/** A part of what the platform offers, under a heading that opens it. */
export function Offer({ title, open, children }: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details open={open} className="border-t border-line py-3">
      <summary className="font-sans text-[0.9375rem] font-medium">{title}</summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}

/** What the grader takes for the truth, before anybody is asked. */
export function TruthOffer({ truth }: { truth: ShownTruth }) {
  return (
    <div className="space-y-4">
      <TruthSample name="Numerator layout" {...truth.numerator} />
      <TruthSample name="Denominator layout" {...truth.denominator} />
      <div>
        <h3 className="eyebrow mb-1 font-sans">Sampled at</h3>
        {truth.at.map((html) => (
          <div key={html} className="scroll-x py-1 text-[0.9375rem] whitespace-nowrap">
            <Typeset html={html} />
          </div>
        ))}
      </div>
      {truth.apart && <p className="hint">Sample and central differences: {truth.apart}.</p>}
    </div>
  );
}

function TruthSample({ name, shape, sample, differences }: ShownTruthLayout & { name: string }) {
  return (
    <div>
      <h3 className="font-sans text-[0.9375rem] font-medium">
        {name} <span className="hint font-normal">{shape}</span>
      </h3>
      <div className="mt-1 flex flex-wrap gap-x-6 gap-y-2">
        <Sample caption="Sample" html={sample} />
        {differences && <Sample caption="Central differences" html={differences} />}
      </div>
    </div>
  );
}

function Sample({ caption, html }: { caption: string; html: string }) {
  return (
    <div className="min-w-0">
      <p className="hint">{caption}</p>
      <div className="scroll-x py-1 text-[0.9375rem]">
        <Typeset html={html} />
      </div>
    </div>
  );
}

interface TypicalProps {
  typical: readonly TypicalAnswerView[];
  taken: ProblemDraft["spoiled"];
  onTake: (answer: string, slip: string) => void;
}

/** Wrong answers that students typically give, each with what they would read; one press puts it into the list. */
export function TypicalOffer({ typical, taken, onTake }: TypicalProps) {
  return (
    <ul className="space-y-3">
      {typical.map(({ slip, answer, title, lines, outcome }) => {
        const isTaken = taken.some((each) => each.answer.trim() === answer);
        return (
          <li key={slip} className="flex items-start justify-between gap-3">
            <div className="min-w-0">
              <code className="source block text-[0.9375rem] whitespace-pre-wrap [overflow-wrap:anywhere]">
                {answer}
              </code>
              <p className={`text-[0.875rem] ${outcome === "right" ? "text-bad" : "text-soft"}`}>
                <Sentence text={lines[0] ?? title} />
              </p>
            </div>
            <button
              type="button"
              disabled={isTaken}
              onClick={() => onTake(answer, slipInWords(slip))}
              className="button shrink-0"
              aria-label={isTaken ? `${answer} is in the list` : `Take ${answer} into the wrong answers`}
            >
              {isTaken ? "Taken" : <Plus aria-hidden="true" className="size-4" />}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** A few variants, as students would get them. */
export function VariantsOffer({ variants }: Pick<ShownLook, "variants">) {
  return (
    <ul className="divide-y divide-line">
      {variants.map(({ drawn, statement, formula }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the first three variants never change places
        <li key={index} className="space-y-1 py-3 first:pt-0">
          <p className="hint">{drawn}</p>
          {statement}
          {formula && (
            <div className="scroll-x py-1">
              <Typeset html={formula} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
