import type { ShapeBox, ShapeDiagram } from "@/lib/figures";
import styles from "./figures.module.css";
import { Picture } from "./picture";
import { SvgLabel } from "./svg-label";

const gap = 26;
/** A thin box still has room for its name and sizes below it. */
const leastRoom = 46;

/** The factors as boxes to scale; sizes that must agree are marked, those that are left are the result's. */
export function ShapesView({ figure, description }: { figure: ShapeDiagram; description: string }) {
  const boxes = [...figure.factors, figure.result];
  const largest = Math.max(...boxes.flatMap(({ rows, cols }) => [rows, cols]));
  const unit = Math.min(26, 130 / largest);
  const tallest = Math.max(...boxes.map(({ rows }) => rows)) * unit;
  const rooms = boxes.map(({ cols }) => Math.max(leastRoom, cols * unit));
  const centres = rooms.map((room, k) => rooms.slice(0, k).reduce((sum, width) => sum + width + gap, 4) + room / 2);
  const width = rooms.reduce((sum, room) => sum + room, 8) + gap * (rooms.length - 1);
  const middle = 6 + tallest / 2;
  return (
    <Picture width={width} height={tallest + 62} description={description} className={styles.shapes}>
      {boxes.map((box, k) => {
        const isResult = k === boxes.length - 1;
        const centre = centres[k] ?? 0;
        const sign = isResult ? "" : k === boxes.length - 2 ? "=" : "·";
        return (
          <g key={`${centre}`}>
            <Entries box={box} centre={centre} middle={middle} unit={unit} isResult={isResult} />
            <text x={centre} y={tallest + 30} textAnchor="middle" className={styles.text}>
              <SvgLabel label={box.label} />
            </text>
            <text x={centre} y={tallest + 52} textAnchor="middle" className={styles.size}>
              <tspan className={!isResult && k > 0 ? styles.matched : undefined}>{box.rowsName}</tspan>
              <tspan>×</tspan>
              <tspan className={k < boxes.length - 2 ? styles.matched : undefined}>{box.colsName}</tspan>
            </text>
            <text x={centre + (rooms[k] ?? 0) / 2 + gap / 2} y={middle + 5} textAnchor="middle" className={styles.size}>
              {sign}
            </text>
          </g>
        );
      })}
    </Picture>
  );
}

/** A box with a cell for every entry. */
function Entries({
  box: { rows, cols },
  centre,
  middle,
  unit,
  isResult,
}: {
  box: ShapeBox;
  centre: number;
  middle: number;
  unit: number;
  isResult: boolean;
}) {
  const [left, top] = [centre - (cols * unit) / 2, middle - (rows * unit) / 2];
  const between = (count: number): number[] => Array.from({ length: count - 1 }, (_, k) => (k + 1) * unit);
  return (
    <>
      <rect
        x={left}
        y={top}
        width={cols * unit}
        height={rows * unit}
        rx={2}
        className={`${styles.box} ${isResult ? styles.result : styles.input}`}
      />
      {between(cols).map((x) => (
        <line key={`c${x}`} x1={left + x} x2={left + x} y1={top} y2={top + rows * unit} className={styles.cell} />
      ))}
      {between(rows).map((y) => (
        <line key={`r${y}`} x1={left} x2={left + cols * unit} y1={top + y} y2={top + y} className={styles.cell} />
      ))}
    </>
  );
}
