import { Link } from "@/app/_components/link";
import { Moment } from "@/app/_components/moment";
import { TableHead } from "@/app/_components/table-head";
import type { LogView } from "@/lib/services";

interface Props {
  readonly log: LogView;
  /** The address of the page that it stands on. */
  readonly here: string;
  /** Whether this is the page that shows the newest rows. */
  readonly newest: boolean;
  readonly zone: string;
}

/** A page of the audit log, with the way to older rows. */
export function LogTable({ log: { rows, next }, here, newest, zone }: Props) {
  if (rows.length === 0) return <p className="mt-6 text-soft">Nothing was done yet.</p>;
  return (
    <>
      <section className="scroll-x mt-6" aria-label="What was done">
        <table className="table min-w-xl">
          <TableHead columns={[`When (${zone})`, "Who", "What they did"]} />
          <tbody>
            {rows.map(({ id, at, who, what }) => (
              <tr key={id}>
                <td className="whitespace-nowrap text-soft">
                  <Moment date={at} zone={zone} />
                </td>
                <th scope="row" className="font-normal">
                  {who}
                </th>
                <td className="[overflow-wrap:anywhere]">{what}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="mt-6 flex gap-6">
        {!newest && (
          <Link href={here} className="link">
            The newest
          </Link>
        )}
        {next !== null && (
          <Link href={`${here}?behind=${next}`} className="link">
            Older
          </Link>
        )}
      </p>
    </>
  );
}
