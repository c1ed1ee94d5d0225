import { Link } from "@/app/_components/link";
import { TableHead } from "@/app/_components/table-head";
import type { StatisticsView } from "@/lib/services";
import { ShareBar } from "./bar";
import { correlationInWords, meanInWords, secondsInWords } from "./numbers";

/** The problems of a class with their statistics, the hardest first. */
export function ProblemTable({ items, home }: { items: readonly StatisticsView[]; home: string }) {
  return (
    <section className="scroll-x mt-3" aria-label="Problems with their statistics">
      <table className="table min-w-3xl">
        <TableHead
          columns={[
            "Problem",
            { end: "Students" },
            { end: "Right at first" },
            { end: "In the end" },
            { end: "Discrimination" },
            { end: "Answers each" },
            { end: "Time to right" },
          ]}
        />
        <tbody>
          {items.map(({ problemId, title, students, first, end, discrimination, attempts, seconds }) => (
            <tr key={problemId}>
              <th scope="row" className="font-normal">
                <Link href={`${home}/${problemId}`} className="link">
                  {title}
                </Link>
              </th>
              <td className="text-end tabular-nums">{students}</td>
              <td>
                <ShareBar share={first} />
              </td>
              <td>
                <ShareBar share={end} light />
              </td>
              <td className="text-end tabular-nums">{correlationInWords(discrimination)}</td>
              <td className="text-end tabular-nums">{meanInWords(attempts)}</td>
              <td className="text-end whitespace-nowrap tabular-nums">{secondsInWords(seconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
