import type { DayView } from "@/lib/services";
import { counted, shortDay } from "../words";
import styles from "./charts.module.css";
import { TableTwin } from "./table-twin";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

function levelOf(answers: number): string | undefined {
  if (answers === 0) return undefined;
  return answers < 4 ? styles.some : answers < 10 ? styles.more : styles.most;
}

/** Days in weeks, the first a Monday. */
function inWeeks(days: readonly DayView[]): readonly (readonly DayView[])[] {
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, at) => days.slice(7 * at, 7 * at + 7));
}

/** On which days how much was answered. */
export function PracticeCalendar({ days }: { days: readonly DayView[] }) {
  const active = days.filter(({ answers }) => answers > 0);
  const answers = active.reduce((sum, day) => sum + day.answers, 0);
  const says = `${counted(answers, "counted answer")} on ${counted(active.length, "day")} since ${days[0] ? shortDay(days[0].day) : "then"}.`;
  return (
    <>
      <p className="hint mb-3">{says}</p>
      <div role="img" aria-label={`Calendar of practice: ${says}`} className={styles.calendar}>
        {days.map(({ day, answers: count }) => (
          <span
            key={day.toISOString()}
            title={`${shortDay(day)}: ${counted(count, "answer")}`}
            className={`${styles.day} ${levelOf(count) ?? ""}`}
          />
        ))}
      </div>
      <ul aria-hidden="true" className="mt-3 flex flex-wrap gap-x-4 gap-y-1">
        {[
          ["1 to 3", styles.some],
          ["4 to 9", styles.more],
          ["10 or more", styles.most],
        ].map(([words, level]) => (
          <li key={words} className="hint inline-flex items-center gap-2">
            <span className={`${styles.key} ${styles.day} ${level}`} />
            {words}
          </li>
        ))}
      </ul>
      <TableTwin
        caption="Counted answers by day"
        heads={["Week of", ...weekdays]}
        rows={inWeeks(days).map((week) => (
          <tr key={week[0]?.day.toISOString()}>
            <th scope="row" className="font-normal whitespace-nowrap">
              {week[0] && shortDay(week[0].day)}
            </th>
            {weekdays.map((weekday, at) => (
              <td key={weekday}>{week[at]?.answers ?? ""}</td>
            ))}
          </tr>
        ))}
      />
    </>
  );
}
