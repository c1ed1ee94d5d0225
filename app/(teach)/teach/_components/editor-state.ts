import type { FieldComplaint, ProblemDraft } from "@/lib/services";

/** The truth in one layout: its shape in words and a sample as the HTML of a formula. */
export interface ShownTruthLayout {
  readonly shape: string;
  readonly sample: string;
}

export interface ShownTruth {
  readonly numerator: ShownTruthLayout;
  readonly denominator: ShownTruthLayout;
  readonly at: readonly string[];
}

/** The problem form: what was typed, and what came of it. */
export interface EditorState {
  readonly draft: ProblemDraft;
  /** By field; variables are `variables.0.shape` and so on. */
  readonly complaints: Readonly<Record<string, FieldComplaint>>;
  /** A sentence about the whole: saved, or not and why. */
  readonly notice?: { readonly tone: "good" | "bad"; readonly sentence: string };
  readonly statementHtml?: string;
  readonly truth?: ShownTruth;
}

export const emptyDraft: ProblemDraft = {
  title: "",
  topicId: "",
  statement: "",
  variables: [],
  function: "",
  wrt: "",
  policy: "either",
  sampleAnswer: "",
};
