import type { Figure, PlotTable } from "../../figures";
import type { Declarations } from "../../shape";
import type { FieldComplaints } from "../error";
import type { AttemptView, GridView } from "../views";

/** What somebody typed into the playground, and nothing but that. */
export interface PlaygroundInput {
  readonly function: string;
  /** One declaration a line: `A: n x n symmetric`. */
  readonly variables: string;
  /** The variable to differentiate by; empty for the first that is declared. */
  readonly wrt: string;
  /** One value a line: `x = [1; 2]`; empty for a point that is drawn. */
  readonly at: string;
  /** A derivative of their own, to be checked; empty for none. */
  readonly answer: string;
  readonly syntax: AttemptView["syntax"];
}

/** The derivative in one layout. */
export interface PlaygroundLayoutView {
  /** In words: "n × 1 column". */
  readonly shape: string;
  /** Its value at the point; absent where there is no point. */
  readonly value?: GridView;
  /** The same by central differences; absent where those cannot be had. */
  readonly estimate?: GridView;
}

/** What was made of a function that could be read. */
export interface PlaygroundResult {
  readonly tex: string;
  /** Of the function, in words. */
  readonly shape: string;
  /** The variable of differentiation. */
  readonly wrt: string;
  /** `vec` where the derivative has too many sides to be laid out as a matrix. */
  readonly form: "derivative" | "vec";
  readonly numerator: PlaygroundLayoutView;
  readonly denominator: PlaygroundLayoutView;
  /** The point, the function's value there, and how far the two derivatives are apart, as a part of the larger one. */
  readonly numbers: {
    readonly at: Readonly<Record<string, GridView>>;
    /** The point as it is typed. */
    readonly typed: string;
    readonly value: GridView;
    readonly gap: number | null;
  } | null;
  /** `null` where it is no number of one or two numbers, or where it cannot be drawn. */
  readonly figure: Figure | null;
  /** Why a number of one or two numbers cannot be drawn. */
  readonly undrawn: string | null;
  /** The same in numbers. */
  readonly table: PlotTable | null;
  readonly verdict: Pick<AttemptView, "text" | "verdict" | "feedback"> | null;
}

/** The playground as it answers. */
export interface PlaygroundView {
  /** By field of the input; where they keep the function from being read, there is no result. */
  readonly complaints: FieldComplaints;
  /** The variables that could be read. */
  readonly declarations: Declarations;
  readonly result: PlaygroundResult | null;
}
