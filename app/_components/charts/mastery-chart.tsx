import type { WeekView } from "@/lib/services";
import { shortDay } from "../words";
import styles from "./charts.module.css";
import { TableTwin } from "./table-twin";

const parts = ["mastered", "practised", "learning"] as const;

const names: { readonly [P in (typeof parts)[number]]: string } = {
  mastered: "Mastered",
  practised: "Practised",
  learning: "Learning",
};

const total = (week: WeekView): number => parts.reduce((sum, part) => sum + week[part], 0);

/** How many skills were had how well, week by week. */
export function MasteryChart({ weeks }: { weeks: readonly WeekView[] }) {
  const highest = Math.max(10, ...weeks.map(total));
  const last = weeks.at(-1);
  const says = last ? parts.map((part) => `${last[part]} ${names[part].toLowerCase()}`).join(", ") : "";
  return (
    <>
      <ul className="mb-3 flex flex-wrap gap-x-5 gap-y-1">
        {parts.map((part) => (
          <li key={part} className="hint inline-flex items-center gap-2">
            <span aria-hidden="true" className={`${styles.key} ${styles[part]}`} />
            {names[part]}
          </li>
        ))}
      </ul>
      <div role="img" aria-label={`Skills over the last ${weeks.length} weeks; this week ${says}.`}>
        <p className="hint text-[0.75rem]">{highest} skills</p>
        <div className={styles.columns}>
          {weeks.map((week) => (
            <div key={week.monday.toISOString()} className={styles.column}>
              {parts.map((part) =>
                week[part] > 0 ? (
                  <div
                    key={part}
                    className={`${styles.part} ${styles[part]}`}
                    style={{ height: `${(100 * week[part]) / highest}%` }}
                  />
                ) : null,
              )}
            </div>
          ))}
        </div>
        <div className={styles.labels}>
          {weeks.map(({ monday }, at) => (
            <span key={monday.toISOString()} className="hint overflow-visible text-[0.75rem] whitespace-nowrap">
              {at % 4 === 0 && shortDay(monday)}
            </span>
          ))}
        </div>
      </div>
      <TableTwin
        caption="Skills by week"
        heads={["Week of", ...parts.map((part) => names[part])]}
        rows={weeks.map((week) => (
          <tr key={week.monday.toISOString()}>
            <th scope="row" className="font-normal whitespace-nowrap">
              {shortDay(week.monday)}
            </th>
            {parts.map((part) => (
              <td key={part}>{week[part]}</td>
            ))}
          </tr>
        ))}
      />
    </>
  );
}
