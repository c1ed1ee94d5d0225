import { Check, X } from "lucide-react";
import { AnswerText } from "./answer-text";
import { MarkedSource } from "./marked-source";
import { outcomes } from "./outcomes";
import { Sentence } from "./sentence";
import type { ShownLayout, ShownVerdict, ShownWitness } from "./shown-verdict";
import { Typeset } from "./typeset";

/** The grade of one answer: what it comes to, both layouts, why, and a point at which it fails. */
export function VerdictPanel({ verdict, answer }: { verdict: ShownVerdict; answer: string }) {
  const { icon: Icon, ink, frame } = outcomes[verdict.outcome];
  const { place, lines, witness } = verdict;
  const says = place !== undefined || lines.length > 0 || witness !== undefined;
  return (
    <section aria-label="Verdict" className="overflow-hidden rounded-lg border border-line">
      <div className={`border-l-3 px-4 py-3 sm:px-5 ${frame}`}>
        <h2 className={`flex items-start gap-2 font-sans text-[1.0625rem] font-semibold ${ink}`}>
          <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
          {verdict.title}
        </h2>
        {!place && (
          <div className="mt-1.5 pl-7 text-soft">
            <AnswerText text={answer} />
          </div>
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
          {place && <MarkedSource text={answer} {...place} />}
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
        <WitnessRow term={`The derivative is (${witness.layout} layout)`} formulas={[witness.truth]} />
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
