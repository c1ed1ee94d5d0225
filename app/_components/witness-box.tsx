import type { ReactNode } from "react";
import type { ShownEntry, ShownGrid, ShownWitness } from "./shown-witness";
import { Typeset } from "./typeset";

/** A point at which the answer fails, with the entries marked that differ there. */
export function WitnessBox({ witness: { at, answer, truth, truthIs, check } }: { witness: ShownWitness }) {
  return (
    <details className="group" open>
      <summary className="text-[0.9375rem] font-medium text-soft">A point where it differs</summary>
      <dl className="mt-3 grid grid-cols-1 gap-x-6 gap-y-3 text-[0.9375rem] sm:grid-cols-[auto_1fr]">
        <WitnessRow term="At">
          {at.map((html) => (
            <Typeset key={html} html={html} />
          ))}
        </WitnessRow>
        <WitnessRow term="Your answer gives">
          {answer ? <NumberGrid grid={answer} what="Your answer at this point" /> : "no value"}
        </WitnessRow>
        <WitnessRow term={truthIs}>
          <div className="number-truth">
            <NumberGrid grid={truth} what="The truth at this point" />
          </div>
        </WitnessRow>
        {check && (
          <WitnessRow term="Finite differences give" note="From values of the function alone.">
            <NumberGrid grid={check} what="Finite differences at this point" />
          </WitnessRow>
        )}
      </dl>
    </details>
  );
}

function WitnessRow({ term, note, children }: { term: string; note?: string; children: ReactNode }) {
  return (
    <>
      <dt className="self-center text-soft">
        {term}
        {note && <span className="hint block">{note}</span>}
      </dt>
      <dd className="scroll-x flex flex-wrap items-center gap-x-6 gap-y-2 py-1 whitespace-nowrap">{children}</dd>
    </>
  );
}

/** A matrix of numbers between brackets; a single number stands alone. */
function NumberGrid({ grid, what }: { grid: ShownGrid; what: string }) {
  const [first] = grid;
  if (grid.length === 1 && first?.length === 1 && first[0])
    return <span className="number-entry">{first[0].text}</span>;
  return (
    <table aria-label={what} className="number-grid">
      <tbody>
        {grid.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the entries of a matrix never change places
          <tr key={i}>
            {row.map((entry, j) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the entries of a matrix never change places
              <td key={j}>
                <Entry {...entry} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Entry({ text, differs }: ShownEntry) {
  if (!differs) return <span className="number-entry">{text}</span>;
  return (
    <mark className="number-entry number-entry-differs">
      {text}
      <span className="sr-only"> differs</span>
    </mark>
  );
}
