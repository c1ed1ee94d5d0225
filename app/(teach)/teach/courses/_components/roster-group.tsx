import { counted } from "@/app/_components/words";
import type { RosterRowView } from "@/lib/services";

export type RosterOutcome = RosterRowView["outcome"];

/** What needs a look comes first. */
export const outcomeOrder: readonly RosterOutcome[] = ["refused", "ambiguous", "matched", "new", "here"];

interface Words {
  readonly title: string;
  readonly means: string;
  /** How many rows are written out. */
  readonly most: number;
}

export const outcomeWords: { readonly [O in RosterOutcome]: Words } = {
  refused: { title: "Refused", means: "Nothing is done for these rows.", most: 1000 },
  ambiguous: {
    title: "Unclear",
    means: "Nothing is done for these rows unless you tick them.",
    // Each can be ticked, so each is written out.
    most: 20_000,
  },
  matched: { title: "Matched", means: "They have an account here and are enrolled at once.", most: 100 },
  new: {
    title: "New",
    means: "No account here has this address. They are expected, and recognised when they join by the course's link.",
    most: 100,
  },
  here: {
    title: "Here already",
    means: "They are in the course or expected; only what is said here changes.",
    most: 100,
  },
};

/** The rows of a roster with one outcome. */
export function RosterGroup({ outcome, rows }: { outcome: RosterOutcome; rows: readonly RosterRowView[] }) {
  if (rows.length === 0) return null;
  const { title, means, most } = outcomeWords[outcome];
  // Those with something to say before those that stay as they are.
  const inOrder = rows.toSorted((one, other) => Number(other.does) - Number(one.does) || one.number - other.number);
  return (
    <section aria-labelledby={outcome}>
      <h2 id={outcome} className="heading">
        {title} <span className="text-soft tabular-nums">({rows.length})</span>
      </h2>
      <p className="mt-1 max-w-[62ch] text-soft">{means}</p>
      <div className="scroll-x relative mt-3">
        <table className="table">
          <thead>
            <tr>
              {outcome === "ambiguous" && (
                <th scope="col" className="w-8">
                  <span className="sr-only">Tick</span>
                </th>
              )}
              <th scope="col" className="w-14">
                Line
              </th>
              <th scope="col">{outcome === "refused" ? "Row, and why" : "Row"}</th>
            </tr>
          </thead>
          <tbody>
            {inOrder.slice(0, most).map((row) => (
              <Row key={row.number} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > most && <p className="hint mt-3">And {counted(rows.length - most, "row")} more like these.</p>}
    </section>
  );
}

/** What is said of a row stands beside it, and on a phone beneath it. */
function Row({ row: { number, line, text, outcome, note } }: { row: RosterRowView }) {
  return (
    <tr>
      {outcome === "ambiguous" && (
        <td>
          <input
            type="checkbox"
            name="taken"
            value={number}
            aria-label={`Take line ${line}`}
            className="size-4 translate-y-0.5 accent-accent"
          />
        </td>
      )}
      <td className="text-faint tabular-nums">{line}</td>
      <th scope="row" className="font-normal">
        <span className="grid gap-x-8 gap-y-0.5 sm:grid-cols-2">
          <span className="wrap-anywhere">{text}</span>
          {note && <span className="text-soft">{note}</span>}
        </span>
      </th>
    </tr>
  );
}
