import { type CriticalPanel, type CriticalPoints, describeFigure, pathOf, screenOf, shortNumber } from "@/lib/figures";
import styles from "./figures.module.css";
import { Legend } from "./legend";
import { GradientArrows } from "./level-curves-view";
import { entry } from "./names";
import { Picture } from "./picture";
import { margins, PlotFrame } from "./plot-frame";
import { HtmlLabel } from "./svg-label";

/** Critical points side by side: level curves above the critical value are drawn through, those below are dashed. */
export function CriticalPointsView({ figure }: { figure: CriticalPoints }) {
  return (
    <>
      <div className={styles.panels}>
        {figure.panels.map((panel) => (
          <Panel key={panel.label.map(({ text }) => text).join(" ")} panel={panel} />
        ))}
      </div>
      <Legend
        entries={[
          { stroke: "thin", words: "higher than the critical point" },
          { stroke: "thin", dashed: true, words: "lower" },
          { stroke: "first", words: "gradient" },
        ]}
      />
    </>
  );
}

function Panel({ panel }: { panel: CriticalPanel }) {
  const { window, point, value, what, eigenvalues, curves } = panel;
  const screen = screenOf(window, 230, margins);
  const [x, y] = screen.place(point);
  const description = describeFigure({ kind: "critical-points", title: "", panels: [panel] });
  return (
    <div className={styles.panel}>
      <Picture {...screen} description={description}>
        <PlotFrame window={window} screen={screen} across={entry("x", "1")} up={entry("x", "2")}>
          {curves.flatMap(({ level, lines }) =>
            lines.map((line) => (
              <path
                key={pathOf(line, screen)}
                d={pathOf(line, screen)}
                className={`${styles.thin} ${level < value ? styles.dashed : ""}`}
              />
            )),
          )}
        </PlotFrame>
        <GradientArrows arrows={panel.arrows} screen={screen} />
        <circle cx={x} cy={y} r={4} className={styles.dot} />
      </Picture>
      <p className={styles.panelTitle}>
        <strong>{what}</strong>
        <br />
        <HtmlLabel label={panel.label} />, eigenvalues {eigenvalues.map((value) => shortNumber(value)).join(", ")}
      </p>
    </div>
  );
}
