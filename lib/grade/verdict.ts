import type { Complaint } from "../base";

/** The two ways of laying out ∂y/∂x. The denominator form is always the transpose of the numerator form. */
export type Layout = "numerator" | "denominator";

/** Which layout an answer must have to count. `mixed`: column gradients beside m×n Jacobians, as many books have it. */
export const policies = ["either", "numerator", "denominator", "mixed"] as const;

export type Policy = (typeof policies)[number];

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

/** A slip, with the facts that its sentence needs. */
export interface Diagnosis {
  readonly code: DiagnosisCode;
  /** `constant-factor`: the answer is the truth times this. */
  readonly factor?: number;
  /** `wrong-shape`: the shape of the answer, and the shapes of the two layouts. */
  readonly got?: string;
  readonly want?: string;
  /** The part of the function or of the answer that it is about. */
  readonly part?: string;
  /** The layout in which a repaired answer would be right. */
  readonly layout?: Layout;
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

/** An answer that was read and compared. */
export interface Graded {
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

/** A grade, as the contract has it. Invalid and undecided cost a student nothing. */
export type Verdict =
  | Graded
  | { readonly status: "invalid"; readonly error: Complaint }
  | { readonly status: "undecided"; readonly reason: "time" | "size" | "no-point" | "precision" }
  | { readonly status: "bad-problem"; readonly error: Complaint };
