import type { Span } from "../base";

/** The two ways of laying out ∂y/∂x. The denominator form is always the transpose of the numerator form. */
export type Layout = "numerator" | "denominator";

/** Why an answer or a record could not be read. */
export type ErrorCode = "syntax" | "unknown-name" | "shape" | "limit";

/** A complaint with its place, in characters of the text it is about. */
export interface GradeError extends Span {
  readonly code: ErrorCode;
  readonly message: string;
  /** For `steps`: the line, counted from 1. */
  readonly line?: number;
}

/** What an answer that is not (or not in the wanted layout) right turned out to be. */
export type DiagnosisCode =
  | "transposed"
  | "constant-factor"
  | "sign"
  | "missed-occurrence"
  | "missing-inner-derivative"
  | "assumed-symmetric"
  | "product-order"
  | "missing-transpose"
  | "elementwise-product"
  | "not-differentiated"
  | "wrong-shape"
  | "rounded-constant"
  | "undefined";

export interface Diagnosis {
  readonly code: DiagnosisCode;
  readonly message: string;
  readonly factor?: number;
  readonly got?: string;
  readonly want?: string;
}

/** A matrix of plain numbers, row by row. */
export type Grid = readonly (readonly number[])[];

/** A point at which the answer and the truth differ. */
export interface Witness {
  readonly at: Readonly<Record<string, Grid>>;
  /** `null` where the answer has no value. */
  readonly answer: Grid | null;
  /** The truth, in the layout that the answer came nearer to. */
  readonly truth: Grid;
  readonly layout: Layout;
}

/** A grade, as the contract has it. Invalid and undecided cost a student nothing. */
export type Verdict =
  | {
      readonly status: "graded";
      readonly numerator: boolean;
      readonly denominator: boolean;
      /** True where both sides are rational and were compared in prime fields, so that no tolerance exists. */
      readonly exact?: boolean;
      /** The chance of accepting a wrong answer is at most this; given with `exact`. */
      readonly bound?: number;
      readonly diagnosis?: readonly Diagnosis[];
      readonly witness?: Witness;
      /** For `steps`: the first line that does not follow, counted from 1. */
      readonly first_wrong?: number | null;
      /** For `table`: each cell's outcome. */
      readonly cells?: Readonly<Record<string, boolean>>;
    }
  | { readonly status: "invalid"; readonly error: GradeError }
  | { readonly status: "undecided"; readonly reason: string }
  | { readonly status: "bad-problem"; readonly error: GradeError };
