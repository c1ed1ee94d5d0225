import type { Span } from "./span";

/** Errors are looked for in this order; `limit` can come at any time. */
export type ComplaintCode = "syntax" | "unknown-name" | "shape" | "limit";

/**
 * Every complaint the reader and the shape checker can make, with the facts that its sentence needs.
 * The sentences themselves stand in feedback/.
 */
export interface ComplaintFacts {
  // syntax
  empty: Record<never, never>;
  "unexpected-character": { found: string };
  "unexpected-token": { found: string };
  "unexpected-end": Record<never, never>;
  "missing-operand": { operator: string };
  "unclosed-bracket": { bracket: string };
  "number-after-factor": { found: string };
  "wrong-argument-count": { name: string; want: string; got: number };
  "needs-argument": { name: string };
  "inverse-function": { name: string; inverse: string };
  "chained-comparison": Record<never, never>;
  "bad-subscript": { name: string };
  "index-is-variable": { name: string };
  "unknown-command": { name: string };
  "empty-placeholder": Record<never, never>;
  "not-this-form": { want: string };
  // names
  "unknown-name": { name: string; suggestion: string };
  // shapes
  mismatch: {
    operator: string;
    left: string;
    leftShape: string;
    right: string;
    rightShape: string;
    suggestion: string;
  };
  "scalar-beside-matrix": { operator: string; matrix: string; shape: string };
  "not-scalar": { role: string; text: string; shape: string };
  "not-square": { role: string; text: string; shape: string };
  "not-vector": { role: string; text: string; shape: string };
  "power-of-vector": { text: string; shape: string };
  "bad-exponent": { text: string };
  "ragged-rows": { want: string; got: string };
  "entry-outside": { text: string; at: string; size: string };
  "wrong-subscripts": { text: string; shape: string; got: number };
  "bad-size": { text: string };
  "identity-size": Record<never, never>;
  "zero-size": Record<never, never>;
  "index-two-ranges": { name: string; one: string; other: string };
  "index-no-range": { name: string };
  "index-not-here": { name: string };
  "times-between-matrices": { left: string; right: string };
  "wrong-function-argument": { name: string; want: string; got: string };
  "no-layout": { name: string; from: string; to: string };
  "wrong-answer-shape": { want: string; got: string };
  // limits
  "too-long": { length: number; limit: number };
  "too-deep": { limit: number };
  "too-many-parts": { limit: number };
  "too-large": { limit: number };
  // records
  "bad-record": { detail: string };
}

export type ComplaintKind = keyof ComplaintFacts;

/** A mistake as data: a code, a place in the text, and the facts. */
export type Complaint = {
  [K in ComplaintKind]: Span & {
    readonly code: ComplaintCode;
    readonly what: K;
    readonly facts: ComplaintFacts[K];
    /** For `steps`: the line, counted from 1. For records: the field it is about. */
    readonly line?: number;
    readonly field?: string;
  };
}[ComplaintKind];

/** Builds a complaint; the facts are checked against its kind. */
export function complain<K extends ComplaintKind>(
  code: ComplaintCode,
  what: K,
  facts: ComplaintFacts[K],
  span: Span,
): Complaint {
  return { code, what, facts, start: span.start, end: span.end } as Complaint;
}
