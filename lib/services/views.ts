import type { Role } from "../auth";
import type { Syntax } from "../expr";
import type { Policy } from "../grade";
import type { ProblemState } from "../progress";
import type { Declarations } from "../shape";

export type { Policy, ProblemState };

/** A matrix of plain numbers, row by row; a scalar is 1×1, a vector n×1. */
export type GridView = readonly (readonly number[])[];

/** Somebody's standing in one topic. */
export interface TopicProgressView {
  readonly topicId: string;
  readonly problems: number;
  readonly attempted: number;
  readonly solved: number;
  /** From 0 to 1: how surely the topic's problems are answered right. */
  readonly mastery: number;
}

/** A topic in the list of topics. */
export interface TopicSummary {
  readonly id: string;
  readonly title: string;
  readonly goal: string;
  /** The heading it stands under. */
  readonly group: string;
  /** Its place in teaching order, from 1. */
  readonly order: number;
  readonly needs: readonly { readonly id: string; readonly title: string }[];
  readonly problemCount: number;
  readonly progress: TopicProgressView;
}

/** A problem in a list of problems. */
export interface ProblemSummary {
  readonly id: string;
  readonly title: string;
  /** From 1 to 5; `null` where its author gave none. */
  readonly difficulty: number | null;
  readonly state: ProblemState;
}

/** A topic's own page. */
export interface TopicView extends TopicSummary {
  /** Markdown with `$formulas$`; `null` where there is no lesson yet. */
  readonly lesson: string | null;
  readonly problems: readonly ProblemSummary[];
}

/** A problem's own page: all that a learner may know, and nothing of the key. */
export interface ProblemView {
  readonly id: string;
  /** The version that is shown; answers are sent to it. */
  readonly versionId: string;
  readonly versionNumber: number;
  readonly title: string;
  readonly topic: { readonly id: string; readonly title: string };
  /** Markdown with `$formulas$`. */
  readonly statement: string;
  /** The names an answer may use, as `readAnswer` takes them. */
  readonly declarations: Declarations;
  /** Inequalities between dimensions, such as "n > p". */
  readonly where: readonly string[];
  /** What is differentiated, in the text form; `null` where the statement alone says it. */
  readonly function: string | null;
  readonly wrt: string | null;
  /** What the answer is: "derivative", "hessian", … */
  readonly form: string;
  readonly indices: readonly string[];
  /** For `choice`: the options by their keys. */
  readonly options: Readonly<Record<string, string>> | null;
  /** For `value`: the point, as numbers. */
  readonly at: Readonly<Record<string, number | readonly number[] | readonly (readonly number[])[]>> | null;
  readonly policy: Policy;
  readonly hint: string | null;
  /** Markdown; only once the viewer has solved the problem. */
  readonly solution: string | null;
  readonly difficulty: number | null;
  /** Where the facts come from. */
  readonly source: string | null;
  readonly state: ProblemState;
  /** The viewer's own answers, the newest first. */
  readonly attempts: readonly AttemptView[];
  /** The next problem of the topic, if any. */
  readonly nextProblem: { readonly id: string; readonly title: string } | null;
}

/** A slip that the grader recognised, as a code and its facts. */
export interface DiagnosisView {
  readonly code: string;
  readonly factor: number | null;
  readonly got: string | null;
  readonly want: string | null;
  readonly part: string | null;
  readonly layout: "numerator" | "denominator" | null;
}

/** A point at which the answer and the truth differ. */
export interface WitnessView {
  readonly at: Readonly<Record<string, GridView>>;
  /** `null` where the answer has no value. */
  readonly answer: GridView | null;
  readonly truth: GridView;
  readonly layout: "numerator" | "denominator";
}

/** A grade. Both flags are false unless the status is `graded`. */
export interface VerdictView {
  readonly status: "graded" | "invalid" | "undecided" | "bad-problem";
  readonly numerator: boolean;
  readonly denominator: boolean;
  /** With `invalid`: what kind of mistake, and its place in the answer. */
  readonly error: { readonly code: string; readonly start: number; readonly end: number } | null;
  readonly diagnosis: readonly DiagnosisView[];
  readonly witness: WitnessView | null;
  /** The shape that each layout asks for, in words; `null` where the form has no layouts. */
  readonly shapes: { readonly numerator: string; readonly denominator: string } | null;
}

/** What the learner reads: a title and a few sentences. */
export interface FeedbackView {
  readonly outcome: "right" | "wrong" | "other-layout" | "not-counted";
  readonly title: string;
  readonly lines: readonly string[];
}

/** One answer that was sent, with its latest grade. */
export interface AttemptView {
  readonly id: string;
  readonly text: string;
  readonly syntax: Syntax;
  readonly createdAt: Date;
  /** From 1, counting only what cost an attempt; `null` for an answer that could not be read or decided. */
  readonly ordinal: number | null;
  readonly versionNumber: number;
  readonly verdict: VerdictView;
  readonly feedback: FeedbackView;
}

/** The reply to a sent answer. */
export interface SubmissionView {
  readonly attempt: AttemptView;
  /** Where the viewer stands with the problem now. */
  readonly state: ProblemState;
  readonly progress: TopicProgressView;
  /** Markdown; only once the problem is solved. */
  readonly solution: string | null;
}

/** One line of recent activity. */
export interface ActivityView {
  readonly attemptId: string;
  readonly problem: { readonly id: string; readonly title: string };
  readonly topic: { readonly id: string; readonly title: string };
  readonly text: string;
  readonly outcome: FeedbackView["outcome"];
  readonly title: string;
  readonly createdAt: Date;
}

/** A student's own page. */
export interface DashboardView {
  readonly solved: number;
  readonly attempted: number;
  readonly problems: number;
  /** Topics with a problem in them, in teaching order. */
  readonly topics: readonly TopicSummary[];
  readonly recent: readonly ActivityView[];
  /** What to do next, and `null` when everything is solved. */
  readonly next: {
    readonly problem: ProblemSummary;
    readonly topic: { readonly id: string; readonly title: string };
  } | null;
}

/** An account, as its owner sees it. */
export interface AccountView {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: "student" | "instructor" | "admin";
}

/** A variable as its author types it. */
export interface VariableDraft {
  readonly name: string;
  /** Empty for a scalar, `n` for a vector, `m x n` for a matrix. */
  readonly shape: string;
  /** Names of assumptions, split by commas. */
  readonly assume: string;
}

/** A problem as its author types it: every field as text, so that a refused draft is kept as it stands. */
export interface ProblemDraft {
  readonly title: string;
  readonly topicId: string;
  readonly statement: string;
  readonly variables: readonly VariableDraft[];
  readonly function: string;
  readonly wrt: string;
  readonly policy: string;
  readonly sampleAnswer: string;
}

/** A problem in its author's list. */
export interface AuthoredProblemSummary {
  readonly id: string;
  readonly title: string;
  readonly topic: { readonly id: string; readonly title: string } | null;
  /** `null` while it has never been published. */
  readonly versionNumber: number | null;
  /** True where the draft differs from what is published. */
  readonly unpublishedChanges: boolean;
  /** Problems of the bank are not edited here. */
  readonly fromBank: boolean;
  readonly author: string | null;
  readonly updatedAt: Date;
  readonly answers: number;
  readonly people: number;
  readonly solvedBy: number;
}

/** A problem opened for editing. */
export interface AuthoredProblemView {
  readonly id: string;
  readonly draft: ProblemDraft;
  readonly versionNumber: number | null;
  readonly unpublishedChanges: boolean;
  readonly fromBank: boolean;
}

/** An answer in the list that an instructor reads. */
export interface AnswerRowView extends AttemptView {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly role: Role;
  };
}

/** Everybody's answers to one problem, the newest first. */
export interface ProblemAnswersView {
  readonly problem: AuthoredProblemSummary;
  readonly statement: string | null;
  readonly answers: readonly AnswerRowView[];
  /** True where there are older ones than the page shows. */
  readonly more: boolean;
}

/** The truth in one layout. */
export interface TruthLayoutView {
  /** In words: "n × 1 column". */
  readonly shape: string;
  readonly sample: GridView;
}

/** What the grader takes for the truth, with a numeric sample. */
export interface TruthView {
  readonly numerator: TruthLayoutView;
  readonly denominator: TruthLayoutView;
  readonly at: Readonly<Record<string, GridView>>;
}
