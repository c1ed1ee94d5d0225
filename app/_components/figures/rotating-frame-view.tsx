import { type Point, type RotatingFrame, screenOf } from "@/lib/figures";
import styles from "./figures.module.css";
import { Legend } from "./legend";
import { entry } from "./names";
import { Picture } from "./picture";
import { margins, PlotFrame } from "./plot-frame";
import { SvgArrow } from "./svg-arrow";

const window = { x: [-1.75, 1.75], y: [-1.75, 1.75] } as const;

/** The axes of a turned frame on the unit circle; at the tip of each, the way it moves as the angle grows. */
export function RotatingFrameView({ figure, description }: { figure: RotatingFrame; description: string }) {
  const screen = screenOf(window, 320, margins);
  const origin = screen.place([0, 0]);
  const radius = screen.place([1, 0])[0] - origin[0];
  return (
    <>
      <Picture {...screen} description={description} className={styles.plot}>
        <PlotFrame window={window} screen={screen} across={entry("x", "1")} up={entry("x", "2")}>
          <circle cx={origin[0]} cy={origin[1]} r={radius} className={styles.axis} fill="none" />
          {figure.axes.map((axis, k) => {
            const tip = screen.place(axis);
            const [u, v] = figure.tangents[k] as Point;
            return (
              <g key={axis.join()}>
                <SvgArrow from={origin} to={tip} stroke="line" />
                <SvgArrow from={tip} to={screen.place([axis[0] + u, axis[1] + v])} stroke="first" dashed />
              </g>
            );
          })}
        </PlotFrame>
      </Picture>
      <Legend
        entries={[
          { stroke: "line", words: "columns of the rotation: the frame" },
          { stroke: "first", dashed: true, words: "columns of its tangent matrix: how the frame moves" },
        ]}
      />
    </>
  );
}
