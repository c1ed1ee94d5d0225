import type { Result } from "../base";
import type { Program, Sizes, Values } from "../evaluate";
import type { Matrix, MatrixArithmetic } from "../matrix";
import type { Assumption, Scope } from "../shape";
import type { SizeRules } from "./sizes";
import type { Layout } from "./verdict";

/** A variable that must be given a value before the two sides can be evaluated. */
export interface Needed {
  readonly name: string;
  readonly rows: number;
  readonly cols: number;
  readonly assume: readonly Assumption[];
  /** A number that a declared function is made of. */
  readonly hidden: boolean;
}

/** Both sides of a question at one choice of sizes. The truth is in numerator layout. */
export interface Sides {
  readonly needed: readonly Needed[];
  /** Whether the author's function has a value here; the truth is asked for only where it has. */
  defined<T>(M: MatrixArithmetic<T>, at: Values<T>): boolean;
  truth<T>(M: MatrixArithmetic<T>, at: Values<T>): Matrix<T>;
  answer<T>(M: MatrixArithmetic<T>, at: Values<T>): Matrix<T>;
  /** Scalar operations of one evaluation, roughly. */
  readonly work: number;
  /** Programs of both sides, for limits, degrees and thresholds. */
  readonly programs: { readonly truth: Program; readonly answer: Program };
}

/** An answer set against a truth, in the layouts whose shape it has. */
export interface Question {
  readonly scope: Scope;
  readonly rules: SizeRules;
  /** Variables that stand for whole numbers in exponents: drawn with the sizes. */
  readonly wholes: readonly string[];
  readonly layouts: readonly Layout[];
  /** Whether the truth is an expression as it stands, which may lack a value where nothing is differentiated. */
  readonly isReference?: boolean;
  /** Whether a comparison stands in it that only sizes decide: it may turn at a size that is never drawn. */
  readonly turnsOnSize: boolean;
  /** How many steps both sides have at most, known without preparing them. */
  stepsAt(sizes: Sizes): number;
  at(sizes: Sizes): Result<Sides, "size">;
}

/** What a comparison found. */
export type Outcome =
  | {
      readonly status: "decided";
      readonly right: Readonly<Record<Layout, boolean>>;
      /** The chance of having accepted a wrong answer; given where no tolerance was needed. */
      readonly bound?: number;
      /** The answer had no value at points where the truth has one. */
      readonly undefined?: boolean;
    }
  | { readonly status: "undecided"; readonly reason: "time" | "size" | "no-point" | "precision" };
