import type { ReactNode } from "react";

/** What a chart shows, as a table that can be opened. */
export function TableTwin({ caption, heads, rows }: { caption: string; heads: readonly string[]; rows: ReactNode }) {
  return (
    <details className="mt-3">
      <summary className="hint w-fit">As a table</summary>
      <section className="scroll-x mt-2" aria-label={caption}>
        <table className="table tabular-nums [&_:is(td,th)]:pr-3">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{rows}</tbody>
        </table>
      </section>
    </details>
  );
}
