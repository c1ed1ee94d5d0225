import type { ScalarFunction } from "../base";

/**
 * One step of a straight-line program. Arguments are the numbers of earlier steps. Everything that only moves entries
 * about (transpose, vec, entries, blocks, repetition) is one operation, `gather`.
 */
export type Step = { readonly rows: number; readonly cols: number; readonly args: readonly number[] } & (
  | { readonly op: "literal"; readonly text: string }
  | { readonly op: "pi" }
  /** Whole numbers, row by row. */
  | { readonly op: "constant"; readonly entries: readonly number[] }
  | { readonly op: "variable"; readonly name: string }
  /** Entry k is entry `from[k]` of argument `of[k]`; −1 stands for zero. */
  | { readonly op: "gather"; readonly of: readonly number[]; readonly from: readonly number[] }
  | { readonly op: "apply"; readonly fn: ScalarFunction }
  | { readonly op: "whole"; readonly exponent: number }
  | {
      readonly op:
        | "add"
        | "subtract"
        | "negate"
        | "scale"
        | "product"
        | "times"
        | "reciprocal"
        | "power"
        | "kron"
        | "inverse"
        | "det"
        | "logdet"
        | "total"
        | "norm"
        | "greater"
        | "max"
        | "min"
        | "logsumexp"
        /** Arguments: condition, value where it holds, value elsewhere; entry by entry. */
        | "select";
    }
);

export type StepOp = Step["op"];

/** An expression at one choice of sizes: steps in order, of which the last is the value. */
export interface Program {
  readonly steps: readonly Step[];
  readonly rows: number;
  readonly cols: number;
  /** Multiplications in one run, roughly: known before any is done. */
  readonly work: number;
}
