import { graspWords } from "@/app/_components/grasps";
import { Link } from "@/app/_components/link";
import type { HeatCell, HeatMapView, HeatOrder } from "@/lib/services";
import styles from "./heat-map.module.css";

interface Props {
  readonly heat: HeatMapView;
  readonly order: HeatOrder;
  readonly home: string;
}

const steps = [styles.none, styles.low, styles.middle, styles.high, styles.full];

/** Darker is better known; the number says the same. */
function stepOf(mastery: number): string {
  return steps[Math.min(steps.length - 1, Math.floor(mastery * steps.length))] ?? "";
}

/** How well each student has each skill: numbers in coloured cells, so that the table is the chart. */
export function HeatMap({ heat, order, home }: Props) {
  const { skills, rows, means, page, pages } = heat;
  const pageLink = (to: number) => `${home}?order=${order}&page=${to}#skills`;
  return (
    <>
      <nav aria-label="Order of the students" className="mt-3 flex flex-wrap gap-x-5 gap-y-1">
        <Choice href={`${home}?order=name#skills`} isOn={order === "name"} label="By name" />
        <Choice href={`${home}?order=weakest#skills`} isOn={order === "weakest"} label="Weakest first" />
      </nav>
      <section className="scroll-x mt-3" aria-label="Skills by student">
        <table className={styles.map}>
          <caption className="sr-only">How well each student has each skill, in percent</caption>
          <thead>
            <tr>
              <th scope="col">Student</th>
              {skills.map(({ id, ability, topic }) => (
                <th key={id} scope="col" className={styles.skill}>
                  <span title={`${topic}: ${ability}`}>{ability}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className={styles.mean}>
              <th scope="row">All</th>
              {means.map((mean, at) => (
                <td key={skills[at]?.id} className={stepOf(mean)}>
                  {Math.round(100 * mean)}
                </td>
              ))}
            </tr>
            {rows.map(({ personId, name, cells }) => (
              <tr key={personId}>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  <Cell key={skills[at]?.id} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {pages > 1 && (
        <nav aria-label="Pages of students" className="mt-3 flex items-center gap-4">
          {page > 1 && (
            <Link href={pageLink(page - 1)} className="link">
              Before
            </Link>
          )}
          <span className="hint">
            Page {page} of {pages}
          </span>
          {page < pages && (
            <Link href={pageLink(page + 1)} className="link">
              Next
            </Link>
          )}
        </nav>
      )}
    </>
  );
}

function Cell({ cell: { mastery, grasp } }: { cell: HeatCell }) {
  if (grasp === "new") return <td title={graspWords.new}>–</td>;
  return (
    <td className={stepOf(mastery)} title={graspWords[grasp]}>
      {Math.round(100 * mastery)}
    </td>
  );
}

function Choice({ href, isOn, label }: { href: string; isOn: boolean; label: string }) {
  return (
    <Link href={href} aria-current={isOn ? "true" : undefined} className={isOn ? "font-medium" : "link"}>
      {label}
    </Link>
  );
}
