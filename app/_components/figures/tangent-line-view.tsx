import { pathOf, screenOf, shortNumber, type TangentLine } from "@/lib/figures";
import { Curve } from "./curve";
import styles from "./figures.module.css";
import { Legend } from "./legend";
import { letter } from "./names";
import { Picture } from "./picture";
import { margins, PlotFrame } from "./plot-frame";
import { HtmlLabel } from "./svg-label";

/** A graph and the line that touches it. */
export function TangentLineView({ figure, description }: { figure: TangentLine; description: string }) {
  const screen = screenOf(figure.window, 320, margins, 240);
  const [x, y] = screen.place(figure.at);
  return (
    <>
      <Picture {...screen} description={description} className={styles.plot}>
        <PlotFrame window={figure.window} screen={screen} across={figure.axis ?? letter("x")}>
          <Curve lines={figure.curve} screen={screen} />
          <path d={pathOf(figure.tangent, screen)} className={`${styles.first} ${styles.dashed}`} />
          <circle cx={x} cy={y} r={4.5} className={styles.dot} />
        </PlotFrame>
      </Picture>
      <Legend
        entries={[
          { stroke: "line", words: <HtmlLabel label={figure.label} /> },
          { stroke: "first", dashed: true, words: `tangent, slope ${shortNumber(figure.slope)}` },
        ]}
      />
    </>
  );
}
