import type { ContentView } from "../content-views";
import type { FieldComplaints } from "../error";
import type { FeedbackView, GridView, ProblemView, VerdictView } from "../views";
import type { ProblemDraft } from "./draft";

export type { ProblemDraft, SpoiledDraft, VariableDraft } from "./draft";

/** A problem opened for editing. */
export interface AuthoredProblemView {
  readonly id: string;
  readonly draft: ProblemDraft;
  /** `null` while it has never been published. */
  readonly versionNumber: number | null;
  readonly unpublishedChanges: boolean;
  readonly fromBank: boolean;
  /** Raised by each change of the draft. */
  readonly revision: number;
  /** Who changed the draft last; `null` where that is the viewer, or nobody. */
  readonly changedBy: string | null;
  /** The course whose instructors may edit it too, and those that could be chosen. */
  readonly courseId: string | null;
  readonly courses: readonly { readonly id: string; readonly title: string }[];
}

/** What came of keeping a draft. */
export type DraftKept =
  | { readonly kind: "kept"; readonly revision: number; readonly at: Date }
  /** Somebody else has changed it since; nothing was written over. */
  | {
      readonly kind: "changed";
      readonly revision: number;
      readonly theirs: ProblemDraft;
      readonly by: string | null;
      readonly at: Date | null;
    };

/** The truth in one layout. */
export interface TruthLayoutView {
  /** In words: "n × 1 column". */
  readonly shape: string;
  readonly sample: GridView;
  /** The same by central differences; `null` where those cannot be had. */
  readonly differences: GridView | null;
}

/** What the grader takes for the truth, with a numeric sample. */
export interface TruthView {
  readonly numerator: TruthLayoutView;
  readonly denominator: TruthLayoutView;
  readonly at: Readonly<Record<string, GridView>>;
  /** How far sample and central differences are apart, as a part of the largest entry; `null` where there are none. */
  readonly gap: number | null;
}

/** A draft as a student would see it. */
export interface DraftedProblemView
  extends Pick<
    ProblemView,
    "declarations" | "where" | "wrt" | "form" | "indices" | "at" | "field" | "policy" | "alike"
  > {
  readonly title: string;
  readonly statement: ContentView;
  readonly hints: readonly string[];
  readonly solution: ContentView | null;
}

/** What the grader says of an answer that the author has typed, or that was made for them. */
export interface JudgedView {
  readonly outcome: FeedbackView["outcome"];
  readonly title: string;
  readonly lines: readonly string[];
}

/** A right answer of the author's, checked as typed. */
export interface CheckedAnswerView extends JudgedView {
  readonly field: "numerator" | "denominator" | "answer";
  readonly right: boolean;
}

/** A wrong answer of the author's: whether it is refused, as it should be. */
export interface CheckedSlipView extends JudgedView {
  /** Its place in the list. */
  readonly at: number;
  readonly refused: boolean;
}

/** A wrong answer that students typically give, made from the right one. */
export interface TypicalAnswerView extends JudgedView {
  /** The slip, as a code. */
  readonly slip: string;
  /** As it is typed into the list of wrong answers. */
  readonly answer: string;
}

/** One variant of a problem with parameters. */
export interface VariantSampleView {
  readonly drawn: Readonly<Record<string, string | number>>;
  readonly statement: ContentView;
  /** The function, or the reference, as TeX. */
  readonly tex: string | null;
}

/** All that can be said of a draft as it stands. Nothing of it is stored. */
export interface DraftLookView {
  readonly complaints: FieldComplaints;
  /** `null` while the mathematics cannot be read. */
  readonly student: DraftedProblemView | null;
  readonly truth: TruthView | null;
  readonly answers: readonly CheckedAnswerView[];
  readonly spoiled: readonly CheckedSlipView[];
  readonly typical: readonly TypicalAnswerView[];
  readonly variants: readonly VariantSampleView[];
  /** How many different variants there are. */
  readonly variantCount: number;
  /** Whether both layouts have the same right answers; `null` where that is not known yet. */
  readonly alike: boolean | null;
}

/** A graded try at a draft, and how it was asked for. Nothing of it is stored. */
export interface DraftTryView extends Pick<ProblemView, "declarations" | "field" | "indices"> {
  readonly text: string;
  readonly verdict: VerdictView;
  readonly feedback: FeedbackView;
}

/** How far publishing has come, and in the end what came of it. */
export type PublishStep =
  | { readonly kind: "testing"; readonly done: number; readonly of: number }
  | { readonly kind: "published"; readonly problemId: string; readonly versionNumber: number }
  | { readonly kind: "changed"; readonly kept: Extract<DraftKept, { kind: "changed" }> }
  | { readonly kind: "refused"; readonly message: string; readonly complaints: FieldComplaints };

/** Something that a problem once said: a version, a draft that was written over, or the draft of today. */
export interface HistoryEntryView {
  /** Names it in an address: "draft", a number, or an id. */
  readonly name: string;
  readonly kind: "draft" | "version" | "kept";
  /** Of a version, from 1. */
  readonly number: number | null;
  readonly by: string | null;
  readonly at: Date | null;
}

/** What a problem has said, the newest first, and two of them to be compared. */
export interface ProblemHistoryView {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly HistoryEntryView[];
  readonly compared: {
    readonly older: HistoryEntryView;
    readonly newer: HistoryEntryView;
    readonly before: ProblemDraft;
    readonly after: ProblemDraft;
  } | null;
}

/** One problem of a pack: what importing it would do. */
export interface PackRowView {
  readonly line: number;
  readonly path: string;
  readonly id: string;
  readonly title: string;
  readonly state: "new" | "same" | "changed" | "refused";
  /** With "refused": where and why, one sentence each. */
  readonly reasons: readonly string[];
}

/** A pack that was looked through. */
export interface PackView {
  readonly rows: readonly PackRowView[];
  /** What is wrong with a file as a whole. */
  readonly errors: readonly string[];
  /** True where importing it would do something, and nothing is refused. */
  readonly ready: boolean;
}

/** How far looking through a pack has come, and in the end what came of it. */
export type PackStep =
  | { readonly kind: "checking"; readonly done: number; readonly of: number }
  | { readonly kind: "looked"; readonly pack: PackView }
  | { readonly kind: "imported"; readonly pack: PackView; readonly made: number; readonly changed: number };
