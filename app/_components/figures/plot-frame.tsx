import type { ReactNode } from "react";
import { type Label, type Screen, shortNumber, ticks, type Window } from "@/lib/figures";
import styles from "./figures.module.css";
import { SvgLabel } from "./svg-label";

/** The room around a plot for the numbers on its axes. */
export const margins = { left: 34, right: 12, top: 10, bottom: 34 };

/** The axes of a plot, and its contents cut off at its edge. */
export function PlotFrame({
  window,
  screen,
  across,
  up,
  children,
}: {
  window: Window;
  screen: Screen;
  across: Label;
  up?: Label;
  children: ReactNode;
}) {
  const { left, top, width, height } = screen.plot;
  return (
    <>
      <rect x={left} y={top} width={width} height={height} className={styles.frame} />
      <ZeroLines window={window} screen={screen} />
      <svg
        aria-hidden="true"
        x={left}
        y={top}
        width={width}
        height={height}
        viewBox={`${left} ${top} ${width} ${height}`}
      >
        {children}
      </svg>
      {ticks(window.x).map((x) => (
        <text key={x} x={screen.place([x, 0])[0]} y={top + height + 14} textAnchor="middle" className={styles.number}>
          {shortNumber(x)}
        </text>
      ))}
      {ticks(window.y).map((y) => (
        <text key={y} x={left - 6} y={screen.place([0, y])[1] + 4} textAnchor="end" className={styles.number}>
          {shortNumber(y)}
        </text>
      ))}
      <text x={left + width / 2} y={top + height + 29} textAnchor="middle" className={styles.text}>
        <SvgLabel label={across} />
      </text>
      {up && (
        <text x={left - 24} y={top + height / 2} textAnchor="middle" className={styles.text}>
          <SvgLabel label={up} />
        </text>
      )}
    </>
  );
}

/** The lines x = 0 and y = 0 where they lie in the window. */
function ZeroLines({ window, screen }: { window: Window; screen: Screen }) {
  const { left, top, width, height } = screen.plot;
  const [x, y] = screen.place([0, 0]);
  const inside = (range: readonly [number, number]): boolean => range[0] < 0 && range[1] > 0;
  return (
    <>
      {inside(window.x) && <line x1={x} x2={x} y1={top} y2={top + height} className={styles.axis} />}
      {inside(window.y) && <line x1={left} x2={left + width} y1={y} y2={y} className={styles.axis} />}
    </>
  );
}
