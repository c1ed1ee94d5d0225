import { TableTwin } from "@/app/_components/charts/table-twin";
import { Moment } from "@/app/_components/moment";
import { momentInZone } from "@/app/_components/words";
import type { WorthView } from "@/lib/services";
import styles from "./timeline.module.css";

interface Props {
  readonly worth: readonly WorthView[];
  readonly zone: string;
  readonly now: Date;
}

const width = 360;
const height = 100;
const margin = { left: 44, right: 12, top: 12, bottom: 12 };

/** What a right answer is worth from opening to closing, as one line, with a mark at this moment. */
export function Timeline({ worth, zone, now }: Props) {
  const [first, last] = [worth[0], worth.at(-1)];
  if (!first || !last) return null;
  const [from, until] = [first.from.getTime(), last.until.getTime()];
  const x = (moment: Date) =>
    margin.left + ((moment.getTime() - from) / Math.max(1, until - from)) * (width - margin.left - margin.right);
  const y = (percent: number) => margin.top + (1 - percent / 100) * (height - margin.top - margin.bottom);
  const line = worth.map((piece) => `${x(piece.from)},${y(piece.percent)} ${x(piece.until)},${y(piece.percent)}`);
  const isNow = now.getTime() >= from && now.getTime() <= until;
  return (
    <div>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={spoken(worth, zone)} className={styles.picture}>
        {[0, 50, 100].map((percent) => (
          <g key={percent}>
            <line x1={margin.left} x2={width - margin.right} y1={y(percent)} y2={y(percent)} className={styles.grid} />
            <text x={margin.left - 6} y={y(percent) + 4} className={styles.label} textAnchor="end">
              {percent} %
            </text>
          </g>
        ))}
        <polygon
          points={`${x(first.from)},${y(0)} ${line.join(" ")} ${x(last.until)},${y(0)}`}
          className={styles.area}
        />
        <polyline points={line.join(" ")} className={styles.line} />
        {isNow && (
          <line x1={x(now)} x2={x(now)} y1={margin.top - 6} y2={height - margin.bottom + 6} className={styles.now} />
        )}
      </svg>
      <p className="hint flex flex-wrap justify-between gap-x-6">
        <span>
          Opens <Moment date={first.from} zone={zone} />
        </span>
        {isNow && <span>The upright line is now.</span>}
        <span>
          Closes <Moment date={last.until} zone={zone} />
        </span>
      </p>
      <TableTwin
        caption="What a right answer is worth"
        heads={["From", "Until", "Worth"]}
        rows={worth.map(({ from: start, until: end, percent }) => (
          <tr key={start.getTime()}>
            <td>
              <Moment date={start} zone={zone} />
            </td>
            <td>
              <Moment date={end} zone={zone} />
            </td>
            <td>{percent} %</td>
          </tr>
        ))}
      />
    </div>
  );
}

function spoken(worth: readonly WorthView[], zone: string): string {
  const pieces = worth.map(({ until, percent }) => `${percent} % until ${momentInZone(until, zone)}`);
  return `A right answer is worth ${pieces.join(", then ")}.`;
}
