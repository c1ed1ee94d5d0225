import { Link } from "@/app/_components/link";
import { Moment } from "@/app/_components/moment";
import { TableHead } from "@/app/_components/table-head";
import type { RegradeSummary } from "@/lib/services";
import { regradeModes, regradeStates } from "./words";

interface Props {
  readonly regrades: readonly RegradeSummary[];
  /** Where each has its page. */
  readonly home: string;
  readonly zone?: string;
}

/** Regrades, the newest first. */
export function RegradeTable({ regrades, home, zone }: Props) {
  return (
    <section className="scroll-x mt-3" aria-label="Regrades">
      <table className="table min-w-2xl">
        <TableHead columns={["Problem", "Under version", "State", "What was done", "By", "When"]} />
        <tbody>
          {regrades.map(({ id, problem, versionNumber, state, mode, startedBy, createdAt }) => (
            <tr key={id}>
              <th scope="row" className="font-normal">
                <Link href={`${home}/${id}`} className="link">
                  {problem.title}
                </Link>
              </th>
              <td>{versionNumber}</td>
              <td>{regradeStates[state]}</td>
              <td>{mode ? regradeModes[mode].name : "–"}</td>
              <td>{startedBy}</td>
              <td className="text-soft">
                <Moment date={createdAt} zone={zone} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
