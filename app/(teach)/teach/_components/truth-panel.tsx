import { Typeset } from "@/app/_components/typeset";
import type { EditorState, ShownTruthLayout } from "./editor-state";

/** What the grader takes for the truth: its shape and a numeric sample in both layouts, before anybody is asked. */
export function TruthPanel({ truth }: { truth: EditorState["truth"] }) {
  return (
    <aside aria-labelledby="truth" className="self-start rounded-lg border border-line lg:sticky lg:top-6">
      <h2 id="truth" className="heading border-b border-line px-5 py-3.5 text-[1.125rem]">
        The derivative
      </h2>
      {truth ? (
        <div className="divide-y divide-line">
          <TruthSample name="Numerator layout" {...truth.numerator} />
          <TruthSample name="Denominator layout" {...truth.denominator} />
          <div className="px-5 py-4">
            <h3 className="eyebrow mb-2 font-sans">Sampled at</h3>
            {truth.at.map((html) => (
              <div key={html} className="scroll-x py-1 text-[0.9375rem] whitespace-nowrap">
                <Typeset html={html} />
              </div>
            ))}
          </div>
        </div>
      ) : (
        <p className="px-5 py-4 text-[0.9375rem] text-soft">
          Check the problem to see the derivative of your function: its shape and a numeric sample, in both layouts. You
          need not type it.
        </p>
      )}
    </aside>
  );
}

function TruthSample({ name, shape, sample }: ShownTruthLayout & { name: string }) {
  return (
    <div className="px-5 py-4">
      <h3 className="font-sans text-[0.9375rem] font-medium">{name}</h3>
      <p className="hint">{shape}</p>
      <div className="scroll-x mt-2 py-1 text-[0.9375rem]">
        <Typeset html={sample} />
      </div>
    </div>
  );
}
