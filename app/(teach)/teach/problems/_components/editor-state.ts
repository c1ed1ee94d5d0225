import type { ReactNode } from "react";
import type { ShownField } from "@/app/_components/fields/shown-field";
import type { ShownVerdict } from "@/app/_components/shown-verdict";
import type {
  CheckedAnswerView,
  CheckedSlipView,
  DraftKept,
  FieldComplaints,
  ProblemDraft,
  PublishStep,
  TypicalAnswerView,
} from "@/lib/services";

/** The truth in one layout: its shape in words, a sample and its central differences as the HTML of formulas. */
export interface ShownTruthLayout {
  readonly shape: string;
  readonly sample: string;
  readonly differences: string | null;
}

export interface ShownTruth {
  readonly numerator: ShownTruthLayout;
  readonly denominator: ShownTruthLayout;
  readonly at: readonly string[];
  /** How far sample and differences are apart, in words. */
  readonly apart: string | null;
}

/** What a student would see of a draft: what never answers is set already. */
export interface ShownStudent {
  readonly title: string;
  readonly statement: ReactNode;
  readonly given: ReactNode;
  readonly help: ReactNode;
  readonly field: ShownField;
  readonly indices: readonly string[];
  readonly asked: string;
}

/** All that is shown beside the form. */
export interface ShownLook {
  readonly complaints: FieldComplaints;
  readonly student: ShownStudent | null;
  readonly truth: ShownTruth | null;
  readonly answers: readonly CheckedAnswerView[];
  readonly spoiled: readonly CheckedSlipView[];
  readonly typical: readonly TypicalAnswerView[];
  readonly variants: readonly ShownVariant[];
  readonly variantCount: number;
  readonly alike: boolean | null;
}

export interface ShownVariant {
  /** "k = 3, m = 2". */
  readonly drawn: string;
  readonly statement: ReactNode;
  /** The HTML of a formula. */
  readonly formula: string | null;
}

/** A sentence about the whole: saved, or not and why. */
export interface EditorNotice {
  readonly tone: "good" | "bad";
  readonly sentence: string;
}

/** The problem form as the server gives it: what was typed, and what came of it. */
export interface EditorState {
  /** Chosen before the problem exists. */
  readonly problemId: string;
  readonly draft: ProblemDraft;
  /** The draft that this one goes on from; `null` for a problem that does not exist yet. */
  readonly revision: number | null;
  /** By field; variables are `variables.0.shape` and so on. */
  readonly complaints: FieldComplaints;
  readonly notice?: EditorNotice;
  /** What somebody else has made of it since. */
  readonly changed?: Extract<DraftKept, { kind: "changed" }>;
}

/** A try at a draft: its verdict, or why there is none. */
export type ShownTry = { readonly verdict: ShownVerdict; readonly text: string } | { readonly complaint: string };

/** What the editor asks the server for. */
export interface EditorActions {
  edit(before: EditorState, form: FormData): Promise<EditorState>;
  keep(input: KeepInput): Promise<KeepReply>;
  look(draft: ProblemDraft, problemId: string, variant: number): Promise<ShownLook | null>;
  tryAnswer(input: TryInput): Promise<ShownTry>;
  publish(input: KeepInput): Promise<AsyncIterable<PublishStep>>;
}

export interface KeepInput {
  readonly problemId: string;
  readonly revision: number | null;
  readonly draft: ProblemDraft;
  /** One's own draft, put aside for somebody else's. */
  readonly aside?: ProblemDraft;
}

export type KeepReply =
  | DraftKept
  | { readonly kind: "refused"; readonly message: string; readonly complaints: FieldComplaints };

export interface TryInput {
  readonly problemId: string;
  readonly draft: ProblemDraft;
  readonly variant: number;
  readonly typed: Readonly<Record<string, string>>;
  readonly syntax: "text" | "latex";
}
