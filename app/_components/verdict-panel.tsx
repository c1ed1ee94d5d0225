import { ArrowRight, Check, Minus, X } from "lucide-react";
import { AnswerText } from "./answer-text";
import { MarkedSource } from "./marked-source";
import { outcomes } from "./outcomes";
import { Sentence } from "./sentence";
import type { ShownReading } from "./shown-reading";
import type { ShownCause, ShownLayout, ShownStep, ShownVerdict } from "./shown-verdict";
import type { ShownApart } from "./shown-witness";
import { Typeset, TypesetProse } from "./typeset";
import { WitnessBox } from "./witness-box";

interface Props {
  verdict: ShownVerdict;
  answer: string;
  /** Tells it from others on the page. */
  label?: string;
}

/** The grade of one answer: what was read, what it comes to in both layouts, where it differs, why, and an example. */
export function VerdictPanel({ verdict, answer, label = "Verdict" }: Props) {
  const { icon: Icon, ink, frame } = outcomes[verdict.outcome];
  const { reading, place, steps, cells } = verdict;
  return (
    <section aria-label={label} className="overflow-hidden rounded-lg border border-line">
      {reading && <Reading {...reading} />}
      <div className={`border-l-3 px-4 py-3 sm:px-5 ${frame}`}>
        <h2 className={`flex items-start gap-2 font-sans text-[1.0625rem] font-semibold ${ink}`}>
          <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
          {verdict.title}
        </h2>
        {!reading && !place && !cells && (
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
      <Reasons {...verdict} />
    </section>
  );
}

function Reading({ html, shape }: ShownReading) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line bg-raised px-4 py-2 [--surface:var(--color-raised)] sm:px-5">
      <div className="flex min-w-0 max-w-full items-center gap-3">
        <span className="hint shrink-0">Read as</span>
        <div className="scroll-x min-w-0 py-1">
          <Typeset html={html} />
        </div>
      </div>
      {shape && <p className="hint">{shape}</p>}
    </div>
  );
}

/** Where the answer differs, why, and an example. */
function Reasons({ place, slip, remark, causes, lines, witness }: ShownVerdict) {
  if (!place && !slip && !remark && causes.length === 0 && lines.length === 0 && !witness) return null;
  const apart = witness?.apart;
  return (
    <div className="space-y-3.5 border-t border-line px-4 py-4 sm:px-5">
      {place && (
        <div>
          {place.within && <p className="hint">{place.within}</p>}
          <MarkedSource {...place} />
        </div>
      )}
      {apart && <EntriesApart {...apart} />}
      {slip && (
        <div>
          <p className="hint">{slip.words}</p>
          <MarkedSource {...slip} />
        </div>
      )}
      {remark && <Remark html={remark} />}
      {causes.map((cause) => (
        <Cause key={cause.name} {...cause} />
      ))}
      {lines.map((line) => (
        <p key={line} className="max-w-[65ch]">
          <Sentence text={line} />
        </p>
      ))}
      {witness && <WitnessBox witness={witness} />}
    </div>
  );
}

/** Which entries differ, as a small map of the answer; the numbers stand in the witness. */
function EntriesApart({ words, places }: ShownApart) {
  return (
    <div className="flex items-center gap-3">
      <table aria-hidden="true" className="border-separate border-spacing-0.5">
        <tbody>
          {places.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the entries of a matrix never change places
            <tr key={i}>
              {row.map((differs, j) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: the entries of a matrix never change places
                  key={j}
                  className={`size-3.5 rounded-xs border ${differs ? "border-bad bg-bad" : "border-edge"}`}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{words}</p>
    </div>
  );
}

/** What the teacher says to this answer. */
function Remark({ html }: { html: string }) {
  return (
    <div className="border-l-3 border-accent bg-accent-wash px-4 py-3">
      <p className="eyebrow">From your teacher</p>
      <TypesetProse html={html} />
    </div>
  );
}

function Cause({ name, why, lesson }: ShownCause) {
  return (
    <div className="max-w-[65ch]">
      <p className="font-semibold">{name}</p>
      {why && (
        <p>
          <Sentence text={why} />
        </p>
      )}
      {lesson && (
        // Loaded anew, so that the browser marks the paragraph.
        <a href={lesson.href} className="link mt-1 inline-flex items-center gap-1.5 text-[0.9375rem]">
          Read {lesson.about}
          <ArrowRight aria-hidden="true" className="size-4 shrink-0" />
        </a>
      )}
    </div>
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
        {shape && <span className="ml-3 inline-block text-[0.875rem] text-faint">{shape}</span>}
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
