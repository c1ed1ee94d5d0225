import type { Grid, Layout } from "../../grade";

/** A point at which a source's formula and the truth differ. */
export interface WitnessView {
  readonly at: readonly { readonly name: string; readonly value: Grid }[];
  readonly source: Grid;
  readonly truth: Grid;
  /** The layout of the truth, where there are layouts. */
  readonly layout: Layout | undefined;
}

/** What a source says wrongly, and how that is seen. */
export interface ErratumView {
  readonly source: string;
  /** As TeX; where the formula does not fit together there is only what was typed. */
  readonly says: string | undefined;
  readonly typed: string;
  /** The layout that the source claims, where the formula is right in the other one. */
  readonly claims: Layout | undefined;
  readonly note: string;
  readonly witness: WitnessView | undefined;
  /** Why there is no number to show: the formula does not fit together. */
  readonly reason: string | undefined;
}

/** One formula of the reference, checked by the grader. Formulas are TeX. */
export interface FormulaView {
  readonly id: string;
  readonly name: string;
  readonly form: "derivative" | "vec" | "differential" | "hessian" | "stationary";
  readonly function: string;
  readonly wrt: string;
  readonly numerator: string | undefined;
  readonly denominator: string | undefined;
  /** For Hessians, differentials and minimisers, which have no layout. */
  readonly answer: string | undefined;
  readonly differential: string | undefined;
  readonly note: string | undefined;
  readonly sources: readonly string[];
  readonly errata: readonly ErratumView[];
  /** True where the grader found every formula of the row right. */
  readonly verified: boolean;
}

/** Formulas of one kind, under one heading. */
export interface FormulaGroupView {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly FormulaView[];
}

/** What a group has, by name. */
export interface GroupContents {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly { readonly id: string; readonly name: string }[];
}

/** What the sheet shows: what there is, some of its groups, or what a query has found, the best first. */
export type SheetView = {
  /** How many formulas there are in all. */
  readonly count: number;
} & (
  | { readonly shows: "contents"; readonly groups: readonly GroupContents[] }
  | { readonly shows: "groups"; readonly groups: readonly FormulaGroupView[] }
  | { readonly shows: "found"; readonly rows: readonly FormulaView[] }
);
