import { Check, Minus, X } from "lucide-react";
import { AnswerText } from "./answer-text";
import { MarkedSource } from "./marked-source";
import { outcomes } from "./outcomes";
import { Sentence } from "./sentence";
import type { ShownLayout, ShownStep, ShownVerdict, ShownWitness } from "./shown-verdict";
import { Typeset } from "./typeset";

/** The grade of one answer: what it comes to, both layouts, why, and a point at which it fails. */
export function VerdictPanel({ verdict, answer }: { verdict: ShownVerdict; answer: string }) {
  const { icon: Icon, ink, frame } = outcomes[verdict.outcome];
  const { place, lines, witness, steps, cells } = verdict;
  const says = place !== undefined || lines.length > 0 || witness !== undefined;
  return (
    <section aria-label="Verdict" className="overflow-hidden rounded-lg border border-line">
      <div className={`border-l-3 px-4 py-3 sm:px-5 ${frame}`}>
        <h2 className={`flex items-start gap-2 font-sans text-[1.0625rem] font-semibold ${ink}`}>
          <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
          {verdict.title}
        </h2>
        {!place && !cells && (
          <div className="mt-1.5 pl-7 text-soft">{steps ? <Steps steps={steps} /> : <AnswerText text={answer} />}</div>
        )}
      </div>
      {verdict.layouts.length > 0 && (
        <table className="w-full text-left text-[0.9375rem]">
          <caption className="sr-only">The answer in both layouts</caption>
          <tbody>
            {verdict.layouts.map((layout) => (
              <LayoutRow key={layout.layout} {...layout} />
            ))}
          </tbody>
        </table>
      )}
      {says && (
        <div className="space-y-3 border-t border-line px-4 py-4 sm:px-5">
          {place && (
            <div>
              {place.within && <p className="hint">{place.within}</p>}
              <MarkedSource {...place} />
            </div>
          )}
          {lines.map((line) => (
            <p key={line} className="max-w-[65ch]">
              <Sentence text={line} />
            </p>
          ))}
          {witness && <WitnessBox witness={witness} />}
        </div>
      )}
    </section>
  );
}

const stepMarks = {
  right: { icon: Check, words: "follows", ink: "text-good" },
  wrong: { icon: X, words: "does not follow", ink: "text-bad" },
  unseen: { icon: Minus, words: "not looked at", ink: "text-faint" },
} as const;

/** The lines of a derivation, and how far they follow from each other. */
function Steps({ steps }: { steps: readonly ShownStep[] }) {
  return (
    <ol className="space-y-1">
      {steps.map(({ text, mark }, index) => {
        const { icon: Icon, words, ink } = stepMarks[mark];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an answer never change places
          <li key={index} className="flex items-start gap-2">
            <Icon aria-hidden="true" className={`mt-1 size-4 shrink-0 ${ink}`} />
            <span className="sr-only">{words}: </span>
            <AnswerText text={text} />
          </li>
        );
      })}
    </ol>
  );
}

function LayoutRow({ layout, right, shape }: ShownLayout) {
  return (
    <tr className="border-t border-line">
      <th scope="row" className="py-2.5 pr-4 pl-4 font-normal sm:pl-5">
        <span className="font-medium">{layout === "numerator" ? "Numerator layout" : "Denominator layout"}</span>
        {shape && <span className="block text-[0.875rem] text-faint">{shape}</span>}
      </th>
      <td className="py-2.5 pr-4 text-end font-medium whitespace-nowrap sm:pr-5">
        <span className={`inline-flex items-center gap-1.5 ${right ? "text-good" : "text-soft"}`}>
          {right ? <Check aria-hidden="true" className="size-4" /> : <X aria-hidden="true" className="size-4" />}
          {right ? "Right" : "Not right"}
        </span>
      </td>
    </tr>
  );
}

function WitnessBox({ witness }: { witness: ShownWitness }) {
  return (
    <details className="group" open>
      <summary className="text-[0.9375rem] font-medium text-soft">A point where it differs</summary>
      <dl className="mt-3 grid grid-cols-1 gap-x-6 gap-y-3 text-[0.9375rem] sm:grid-cols-[auto_1fr]">
        <WitnessRow term="At" formulas={witness.at} />
        <WitnessRow term="Your answer gives" formulas={witness.answer ? [witness.answer] : []} none="no value" />
        <WitnessRow term={witness.truthIs} formulas={[witness.truth]} />
      </dl>
    </details>
  );
}

function WitnessRow({ term, formulas, none }: { term: string; formulas: readonly string[]; none?: string }) {
  return (
    <>
      <dt className="self-center text-soft">{term}</dt>
      <dd className="scroll-x flex whitespace-nowrap flex-wrap items-center gap-x-6 gap-y-2 py-1">
        {formulas.length === 0 ? none : formulas.map((html) => <Typeset key={html} html={html} />)}
      </dd>
    </>
  );
}
