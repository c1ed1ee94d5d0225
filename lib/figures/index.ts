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
export { ticks } from "./geometry/scale";
export { readFigure } from "./read";
export { describeFigure } from "./words";
