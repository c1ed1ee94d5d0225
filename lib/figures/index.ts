export type {
  Arrow,
  ComputationGraph,
  CriticalPanel,
  CriticalPoints,
  Figure,
  FigureKind,
  GraphEdge,
  GraphNode,
  Label,
  LabelPart,
  LevelCurve,
  LevelCurves,
  Line,
  LinearApproximation,
  NodeValue,
  Point,
  Range,
  RotatingFrame,
  ShapeBox,
  ShapeDiagram,
  Subdifferential,
  TangentLine,
  Window,
} from "./figure";
export { levelNumbers } from "./geometry/numbers";
export { ticks } from "./geometry/scale";
export { arrowHead, pathOf, type Screen, screenOf, shaftEnd, smoothPath } from "./geometry/screen";
export { type PlotRequest, plotFunction } from "./plot";
export { type PlotTable, tabulateFunction } from "./plot-table";
export { readFigure } from "./read";
export { describeFigure, shortNumber, shortValue } from "./words";
