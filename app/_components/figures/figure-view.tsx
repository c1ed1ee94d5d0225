import { describeFigure, type Figure } from "@/lib/figures";
import { CriticalPointsView } from "./critical-points-view";
import styles from "./figures.module.css";
import { GraphView } from "./graph-view";
import { LevelCurvesView } from "./level-curves-view";
import { LinearApproximationView } from "./linear-approximation-view";
import { RotatingFrameView } from "./rotating-frame-view";
import { ShapesView } from "./shapes-view";
import { SubdifferentialView } from "./subdifferential-view";
import { TangentLineView } from "./tangent-line-view";

/** A figure with its caption, drawn on the server from the numbers that `readFigure` of lib/figures computed. */
export function FigureView({ figure }: { figure: Figure }) {
  return (
    <figure className={styles.figure}>
      <Drawing figure={figure} />
      <figcaption className={styles.caption}>{figure.title}</figcaption>
    </figure>
  );
}

function Drawing({ figure }: { figure: Figure }) {
  const description = describeFigure(figure);
  switch (figure.kind) {
    case "level-curves":
      return <LevelCurvesView figure={figure} description={description} />;
    case "tangent-line":
      return <TangentLineView figure={figure} description={description} />;
    case "linear-approximation":
      return <LinearApproximationView figure={figure} description={description} />;
    case "rotating-frame":
      return <RotatingFrameView figure={figure} description={description} />;
    case "subdifferential":
      return <SubdifferentialView figure={figure} description={description} />;
    case "critical-points":
      return <CriticalPointsView figure={figure} />;
    case "graph":
      return <GraphView figure={figure} description={description} />;
    case "shapes":
      return <ShapesView figure={figure} description={description} />;
  }
}
