import type { Declarations } from "../shape";

/** How an answer is given, by what it is. */
export type FieldView = ExpressionField | NumbersField | PlainField | GridField | ChoiceField | StepsField | TableField;

/** One expression in declared names, in either syntax. */
export interface ExpressionField {
  readonly kind: "expression";
  /** The names it may use. */
  readonly names: Declarations;
  readonly start: "text" | "latex";
}

/** Numbers alone. */
export interface NumbersField {
  readonly kind: "numbers";
  /** True where brackets hold the two ends of an interval, and not a row. */
  readonly intervals: boolean;
}

/** A line of text that is no expression: a shape. */
export interface PlainField {
  readonly kind: "plain";
  /** The names that its dimensions come from. */
  readonly names: Declarations;
}

/** The entries of a matrix of a fixed size. */
export interface GridField {
  readonly kind: "grid";
  /** The names the entries may use; none where they are numbers. */
  readonly names: Declarations;
  /** The sizes that the answer may have, the usual one first. */
  readonly sizes: readonly { readonly rows: number; readonly columns: number }[];
}

/** One or several of these. */
export interface ChoiceField {
  readonly kind: "choice";
  readonly several: boolean;
  /** Markdown by key. */
  readonly options: readonly { readonly key: string; readonly markdown: string }[];
}

/** The lines of a derivation. */
export interface StepsField {
  readonly kind: "steps";
  /** The declared names, and the differential. */
  readonly names: Declarations;
  readonly start: "text" | "latex";
  /** The first line as TeX: what is differentiated. */
  readonly function: string;
}

/** A trace: numbers in named cells. */
export interface TableField {
  readonly kind: "table";
  readonly cells: readonly CellView[];
}

export interface CellView {
  readonly name: string;
  readonly what: "value" | "tangent" | "adjoint";
  /** The part of the function that it is about, as TeX. */
  readonly part: string;
  /** Of a tangent: the direction, one formula a name. */
  readonly seed: readonly string[];
}
