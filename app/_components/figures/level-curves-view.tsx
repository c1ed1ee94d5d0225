import { type Arrow, type LevelCurves, levelNumbers, pathOf, type Screen, screenOf, shortNumber } from "@/lib/figures";
import styles from "./figures.module.css";
import { Legend } from "./legend";
import { entry } from "./names";
import { Picture } from "./picture";
import { margins, PlotFrame } from "./plot-frame";
import { SvgArrow } from "./svg-arrow";
import { HtmlLabel } from "./svg-label";

/** Level curves with gradient arrows; each curve carries its level. */
export function LevelCurvesView({ figure, description }: { figure: LevelCurves; description: string }) {
  const screen = screenOf(figure.window, 320, margins);
  const [across, up] = figure.axes ?? [entry("x", "1"), entry("x", "2")];
  return (
    <>
      <Picture {...screen} description={description} className={styles.plot}>
        <PlotFrame window={figure.window} screen={screen} across={across} up={up}>
          {figure.curves.map(({ level, lines }) => (
            <g key={level}>
              {lines.map((line) => (
                <path key={pathOf(line, screen)} d={pathOf(line, screen)} className={styles.thin} />
              ))}
            </g>
          ))}
          {levelNumbers(figure.curves, figure.arrows, screen).map(({ level, at: [x, y] }) => (
            <text key={level} x={x} y={y + 3.5} textAnchor="middle" className={`${styles.number} ${styles.halo}`}>
              {shortNumber(level, 3)}
            </text>
          ))}
        </PlotFrame>
        <GradientArrows arrows={figure.arrows} screen={screen} />
      </Picture>
      <Legend
        entries={[
          {
            stroke: "thin",
            words: (
              <>
                <HtmlLabel label={figure.label} /> is constant
              </>
            ),
          },
          ...(figure.arrows.length > 0 ? [{ stroke: "first", words: "gradient" } as const] : []),
        ]}
      />
    </>
  );
}

/** Gradients as arrows from the points they belong to. */
export function GradientArrows({ arrows, screen }: { arrows: readonly Arrow[]; screen: Screen }) {
  return arrows.map(({ from, to }) => {
    const [x, y] = screen.place(from);
    return (
      <g key={from.join()}>
        <SvgArrow from={[x, y]} to={screen.place(to)} stroke="first" />
        <circle cx={x} cy={y} r={2.6} className={styles.firstHead} />
      </g>
    );
  });
}
