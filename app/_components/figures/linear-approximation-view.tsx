import { type Line, type LinearApproximation, type Point, pathOf, screenOf } from "@/lib/figures";
import { Curve } from "./curve";
import styles from "./figures.module.css";
import { Legend } from "./legend";
import { letter } from "./names";
import { Picture } from "./picture";
import { margins, PlotFrame } from "./plot-frame";
import { HtmlLabel } from "./svg-label";

/** A graph, its linear model, and between the two the error; with the parabola that also bends as the graph does. */
export function LinearApproximationView({ figure, description }: { figure: LinearApproximation; description: string }) {
  const { samples, secondOrder } = figure;
  const screen = screenOf(figure.window, 320, margins, 240);
  const [x, y] = screen.place(figure.at);
  const model = (of: "linear" | "quadratic"): Line => samples.map((sample): Point => [sample.x, sample[of]]);
  const known = samples.filter(({ value }) => Number.isFinite(value));
  const gap: Line = [
    ...known.map((sample): Point => [sample.x, sample.value]),
    ...known.toReversed().map((sample): Point => [sample.x, sample.linear]),
  ];
  return (
    <>
      <Picture {...screen} description={description} className={styles.plot}>
        <PlotFrame window={figure.window} screen={screen} across={letter("x")}>
          <path d={`${pathOf(gap, screen)}Z`} className={styles.gap} />
          <Curve lines={figure.curve} screen={screen} />
          {secondOrder && <path d={pathOf(model("quadratic"), screen)} className={styles.third} />}
          <path d={pathOf(model("linear"), screen)} className={`${styles.first} ${styles.dashed}`} />
          <circle cx={x} cy={y} r={4.5} className={styles.dot} />
        </PlotFrame>
      </Picture>
      <Legend
        entries={[
          { stroke: "line", words: <HtmlLabel label={figure.label} /> },
          { stroke: "first", dashed: true, words: "linear model" },
          { stroke: "gap", words: "its error" },
          ...(secondOrder ? [{ stroke: "third", words: "quadratic model" } as const] : []),
        ]}
      />
    </>
  );
}
