import { TableHead } from "@/app/_components/table-head";
import type { PackRowView, PackView } from "@/lib/services";

const stateWords: { readonly [S in PackRowView["state"]]: { readonly words: string; readonly ink: string } } = {
  new: { words: "New", ink: "text-good" },
  changed: { words: "Changed", ink: "text-warn" },
  same: { words: "The same", ink: "text-soft" },
  refused: { words: "Refused", ink: "text-bad" },
};

/** What a pack holds, row by row, and why rows are refused. */
export function PackTable({ pack: { rows, errors }, done }: { pack: PackView; done: boolean }) {
  const refused = rows.filter(({ state }) => state === "refused").length;
  return (
    <section aria-labelledby="pack" className="space-y-3">
      <h2 id="pack" className="heading">
        {done ? "What was imported" : "What would come of it"}
      </h2>
      <p className="text-soft">{summaryOf(rows, refused, errors.length)}</p>
      {errors.length > 0 && <Reasons reasons={errors} />}
      {rows.length > 0 && (
        <div className="scroll-x">
          <table className="table min-w-xl">
            <TableHead columns={["Line", "Problem", "State", "Why"]} />
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.path} ${row.line}`}>
                  <td className="text-soft tabular-nums">{row.line}</td>
                  <th scope="row" className="font-normal">
                    {row.title || "Untitled"}
                    <span className="hint block font-mono">{row.id}</span>
                  </th>
                  <td className={`font-medium ${stateWords[row.state].ink}`}>{stateWords[row.state].words}</td>
                  <td>{row.reasons.length > 0 && <Reasons reasons={row.reasons} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function summaryOf(rows: PackView["rows"], refused: number, errors: number): string {
  if (errors > 0 && rows.length === 0) return "Nothing of it can be read.";
  const counts = (["new", "changed", "same", "refused"] as const)
    .map((state) => [state, rows.filter((row) => row.state === state).length] as const)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${stateWords[state].words.toLowerCase()}`);
  if (refused > 0 || errors > 0) return `${counts.join(", ")}. Nothing is imported while a row is refused.`;
  return rows.length === 0 ? "It holds no problems." : `${counts.join(", ")}.`;
}

function Reasons({ reasons }: { reasons: readonly string[] }) {
  return (
    <ul className="space-y-1 text-[0.875rem] text-bad">
      {reasons.map((reason) => (
        <li key={reason} className="[overflow-wrap:anywhere]">
          {reason}
        </li>
      ))}
    </ul>
  );
}
