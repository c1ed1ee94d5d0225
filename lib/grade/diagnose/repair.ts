import type { Span } from "../../base";
import type { Expr } from "../../expr";
import type { ShapedExpr } from "../../shape";
import type { Declared } from "../problem";
import type { Truth } from "../truth";
import type { Diagnosis, DiagnosisCode } from "../verdict";
import type { Guess, Trial } from "./trial";

/** A wrong answer, with all that can be found out about it. */
export interface Slip {
  readonly declared: Declared;
  readonly truth: Truth;
  /** What was typed: its text, its tree and its shaped tree. */
  readonly text: string;
  readonly tree: Expr;
  readonly answer: ShapedExpr;
  readonly trial: Trial;
}

/**
 * A guess at what went wrong, as a question that has the answer yes if the guess is true: a repaired answer beside the
 * truth, or the answer beside a truth that was found with the same mistake.
 */
export interface Repair extends Guess {
  readonly facts: Omit<Diagnosis, "code">;
  /** Where the answer was changed, where that is one place. */
  readonly at?: Span;
}

/** A part of a text as one would name it: without brackets around the whole. */
export function partOf(text: string, { start, end }: Span): string {
  const part = text.slice(start, end).trim();
  if (!part.startsWith("(") || !part.endsWith(")")) return part;
  let depth = 0;
  for (let k = 0; k < part.length - 1; k++) {
    depth += part[k] === "(" ? 1 : part[k] === ")" ? -1 : 0;
    if (depth === 0) return part;
  }
  return part.slice(1, -1).trim();
}

/** One kind of slip: the repairs that would show it, likeliest first. */
export interface Row {
  readonly code: DiagnosisCode;
  repairs(slip: Slip): Iterable<Repair>;
  /** Said only where nothing else is. */
  readonly alone?: boolean;
}
