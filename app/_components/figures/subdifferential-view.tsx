import { type Line, pathOf, type Subdifferential, screenOf, shortNumber } from "@/lib/figures";
import { Curve } from "./curve";
import styles from "./figures.module.css";
import { Legend } from "./legend";
import { letter } from "./names";
import { Picture } from "./picture";
import { margins, PlotFrame } from "./plot-frame";
import { HtmlLabel } from "./svg-label";

/** A corner and the fan of lines that touch it from below. */
export function SubdifferentialView({ figure, description }: { figure: Subdifferential; description: string }) {
  const { window, at, slopes, fan } = figure;
  const screen = screenOf(window, 320, margins, 240);
  const [x, y] = screen.place(at);
  const touching = (slope: number): Line => window.x.map((place) => [place, at[1] + slope * (place - at[0])]);
  const [left, right] = window.x;
  const wedge = (end: number): Line => [at, ...slopes.map((slope) => [end, at[1] + slope * (end - at[0])] as const)];
  return (
    <>
      <Picture {...screen} description={description} className={styles.plot}>
        <PlotFrame window={window} screen={screen} across={letter("x")}>
          <path d={`${pathOf(wedge(left), screen)}Z`} className={styles.fan} />
          <path d={`${pathOf(wedge(right), screen)}Z`} className={styles.fan} />
          {fan.map((slope) => (
            <path key={slope} d={pathOf(touching(slope), screen)} className={`${styles.first} ${styles.dashed}`} />
          ))}
          <Curve lines={figure.curve} screen={screen} />
          <circle cx={x} cy={y} r={4.5} className={styles.dot} />
        </PlotFrame>
      </Picture>
      <Legend
        entries={[
          { stroke: "line", words: <HtmlLabel label={figure.label} /> },
          {
            stroke: "first",
            dashed: true,
            words: `lines from below, slopes from ${slopes.map((slope) => shortNumber(slope)).join(" to ")}`,
          },
        ]}
      />
    </>
  );
}
