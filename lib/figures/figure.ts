/** A point of the plane in the figure's own units, y upwards. */
export type Point = readonly [x: number, y: number];

/** From the lesser to the greater. */
export type Range = readonly [from: number, to: number];

/** The part of the plane that is drawn. */
export interface Window {
  readonly x: Range;
  readonly y: Range;
}

/** A line of points; where a function has no value, the line ends and another one begins. */
export type Line = readonly Point[];

/** A piece of a name or formula as it is set in a figure: letters slanted, numbers and signs upright. */
export interface LabelPart {
  readonly text: string;
  readonly slanted: boolean;
  readonly script?: "sub" | "sup";
}

export type Label = readonly LabelPart[];

/** All points at which a function has one value. */
export interface LevelCurve {
  readonly level: number;
  readonly lines: readonly Line[];
}

/** A vector drawn from a point: the tip is where it is drawn to, the vector what it is. */
export interface Arrow {
  readonly from: Point;
  readonly to: Point;
  readonly vector: Point;
}

/** What every figure has: a sentence that says what is seen. */
interface Titled {
  readonly title: string;
}

/** Level curves of a function of two variables, with its gradient at some points. */
export interface LevelCurves extends Titled {
  readonly kind: "level-curves";
  readonly label: Label;
  /** What the axes are called where it is not the two entries of x. */
  readonly axes?: readonly [Label, Label];
  readonly window: Window;
  readonly curves: readonly LevelCurve[];
  readonly arrows: readonly Arrow[];
}

/** The graph of a function of one variable and the line that touches it at a point. */
export interface TangentLine extends Titled {
  readonly kind: "tangent-line";
  readonly label: Label;
  /** What the axis is called where it is not x. */
  readonly axis?: Label;
  readonly window: Window;
  readonly curve: readonly Line[];
  readonly at: Point;
  readonly slope: number;
  readonly tangent: Line;
}

/** One place of a model beside its function. */
export interface ModelSample {
  readonly x: number;
  readonly value: number;
  readonly linear: number;
  readonly quadratic: number;
}

/** A function with its first-order model at a point, and the error between the two; with its second-order model if asked for. */
export interface LinearApproximation extends Titled {
  readonly kind: "linear-approximation";
  readonly label: Label;
  readonly window: Window;
  readonly curve: readonly Line[];
  readonly at: Point;
  readonly slope: number;
  readonly curvature: number;
  readonly samples: readonly ModelSample[];
  readonly secondOrder: boolean;
}

/** The two axes of a frame turned by an angle, and how each moves as the angle grows: the columns of T and of ∂T/∂θ. */
export interface RotatingFrame extends Titled {
  readonly kind: "rotating-frame";
  readonly angle: number;
  readonly axes: readonly [Point, Point];
  readonly tangents: readonly [Point, Point];
}

/** A convex function and all lines that touch it from below at one point. */
export interface Subdifferential extends Titled {
  readonly kind: "subdifferential";
  readonly label: Label;
  readonly window: Window;
  readonly curve: readonly Line[];
  readonly at: Point;
  readonly slopes: Range;
  /** Slopes of the lines that are drawn, from the least to the greatest. */
  readonly fan: readonly number[];
}

export type CriticalKind = "minimum" | "maximum" | "saddle point" | "undecided by second derivatives";

/** Level curves around one critical point; curves below its value are told from those above. */
export interface CriticalPanel {
  readonly label: Label;
  readonly point: Point;
  readonly value: number;
  readonly what: CriticalKind;
  readonly eigenvalues: Range;
  readonly window: Window;
  readonly curves: readonly LevelCurve[];
  readonly arrows: readonly Arrow[];
}

export interface CriticalPoints extends Titled {
  readonly kind: "critical-points";
  readonly panels: readonly CriticalPanel[];
}

/** A value of a node: a number, or the rows of a matrix. */
export type NodeValue = readonly (readonly number[])[];

/** One step of a computation, with what flows through it. */
export interface GraphNode {
  /** `x_1` for an input, `v_2` for a step, `f` for the result. */
  readonly name: Label;
  /** What it stands for, as it is typed in the names of the variables. */
  readonly typed: string;
  /** How it is computed from the names before it; nothing for an input. */
  readonly rule?: Label;
  readonly value: NodeValue;
  /** Its change along the seed, where there is one. */
  readonly tangent?: NodeValue;
  /** The derivative of the result by it, in its own shape, where asked for. */
  readonly adjoint?: NodeValue;
  /** The nodes that it is computed from. */
  readonly from: readonly number[];
  /** Centre in layout units. */
  readonly place: Point;
}

/** A line from one node to another, through points that keep clear of the nodes between. */
export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  readonly through: Line;
}

/** A computation graph, laid out from left to right in layers. Layout units: 1 is the distance of two layers, or of two rows. */
export interface ComputationGraph extends Titled {
  readonly kind: "graph";
  readonly label: Label;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly layers: number;
  readonly rows: number;
}

/** A matrix as a box: how many rows and columns it has, and how those are called. */
export interface ShapeBox {
  readonly label: Label;
  readonly rows: number;
  readonly cols: number;
  readonly rowsName: string;
  readonly colsName: string;
}

/** The factors of a product as boxes to scale, and the box that it gives. */
export interface ShapeDiagram extends Titled {
  readonly kind: "shapes";
  readonly factors: readonly ShapeBox[];
  readonly result: ShapeBox;
}

/** A figure ready to be drawn: every number in it was computed from the function that its author named. */
export type Figure =
  | LevelCurves
  | TangentLine
  | LinearApproximation
  | RotatingFrame
  | Subdifferential
  | CriticalPoints
  | ComputationGraph
  | ShapeDiagram;

export type FigureKind = Figure["kind"];
