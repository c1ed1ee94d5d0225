import type { Figure } from "../figures";

/** Running text and the blocks within it, in order. */
export type ContentView = readonly PartView[];

/** A part of a lesson, a statement or a solution. Formulas come as TeX. */
export type PartView = ProseView | ClaimsView | DerivationView | DefinitionView | FigurePartView;

export interface ProseView {
  readonly kind: "prose";
  /** Markdown with `$formulas$`. */
  readonly markdown: string;
}

/** Formulas that the grader has checked. */
export interface ClaimsView {
  readonly kind: "claims";
  readonly rows: readonly ClaimView[];
}

interface Claim {
  /** What it is about: ∂ tr(AX)/∂X. */
  readonly claim: string;
  /** The same as a sentence says it. */
  readonly said: string;
  /** The point, where it is about one. */
  readonly at: string | null;
  /** A clause that says why. */
  readonly why: string | null;
}

export type ClaimView =
  /** A derivative in both layouts. */
  | (Claim & { readonly kind: "layouts"; readonly numerator: string; readonly denominator: string })
  /** An answer that is the same in both layouts or has none, or an identity. */
  | (Claim & { readonly kind: "equation"; readonly answer: string })
  /** A formula that is often written and false. */
  | (Claim & { readonly kind: "slip"; readonly answer: string });

/** Lines of which each follows from the one before. */
export interface DerivationView {
  readonly kind: "derivation";
  readonly lines: readonly DerivationLineView[];
}

export interface DerivationLineView {
  /** What the line equals, where that is not what the line before equals. */
  readonly of: string | null;
  readonly tex: string;
  readonly why: string | null;
}

/** What something means; there is nothing to check. */
export interface DefinitionView {
  readonly kind: "definition";
  readonly tex: string;
}

/** A picture drawn from numbers; `figure` is what lib/figures has read. */
export interface FigurePartView {
  readonly kind: "figure";
  readonly figure: Figure;
}
