import type { Role } from "../auth";
import type { Syntax } from "../expr";
import type { Form, Policy } from "../grade";
import type { ProblemState } from "../progress";
import type { Declarations } from "../shape";
import type { ContentView } from "./content-views";
import type { FieldView } from "./field-views";

export type * from "./content-views";
export type * from "./field-views";
export type { Form, Policy, ProblemState };

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
  /** `null` where there is no lesson yet. */
  readonly lesson: ContentView | null;
  readonly skills: readonly SkillView[];
  readonly problems: readonly ProblemSummary[];
  /** The topics before and after it in teaching order. */
  readonly previous: { readonly id: string; readonly title: string } | null;
  readonly next: { readonly id: string; readonly title: string } | null;
}

/** Something that a topic teaches to do. */
export interface SkillView {
  readonly id: string;
  /** What the student can do, as a short clause. */
  readonly ability: string;
}

/** A section that a problem follows. */
export interface SourceView {
  readonly id: string;
  readonly title: string;
}

/** The variant of a problem that somebody sees. */
export interface VariantView {
  /** From 1. */
  readonly number: number;
  /** Names it in a form. */
  readonly name: string;
  /** True where there are others. */
  readonly others: boolean;
}

/** How somebody writes formulas: in one of the two syntaxes, or in an editor that shows them as they are set. */
export type Writing = Syntax | "visual";

/** What stands in an answer's fields and is not right yet. */
export interface DraftView {
  /** By the names of the fields. */
  readonly fields: Readonly<Record<string, string>>;
  readonly writing: Writing;
  readonly typedAt: Date;
}

/** What a page has to know to keep what is typed. */
export interface TypingView {
  /** Names the viewer in their own browser. */
  readonly owner: string;
  /** How they last chose to write; `null` before they have chosen. */
  readonly writing: Writing | null;
  readonly draft: DraftView | null;
}

/** A problem's own page: all that a learner may know, and nothing of the key. */
export interface ProblemView {
  readonly id: string;
  /** The version that is shown; answers are sent to it. */
  readonly versionId: string;
  readonly versionNumber: number;
  readonly title: string;
  readonly topic: { readonly id: string; readonly title: string };
  readonly variant: VariantView;
  readonly statement: ContentView;
  /** The names that the problem declares, as `readAnswer` takes them. */
  readonly declarations: Declarations;
  /** Inequalities between dimensions, such as "n > p". */
  readonly where: readonly string[];
  readonly wrt: string | null;
  /** What the answer is: "derivative", "hessian", … */
  readonly form: Form;
  readonly indices: readonly string[];
  /** Where something is to be computed: the value of each name. */
  readonly at: Readonly<Record<string, GridView>>;
  /** How the answer is given. */
  readonly field: FieldView;
  readonly policy: Policy;
  /** True where the answer is the same in both layouts. */
  readonly alike: boolean;
  /** The hints that the viewer has asked for, in Markdown, and how many there are in all. */
  readonly hints: { readonly given: readonly string[]; readonly count: number };
  /** Only once the viewer has solved the variant or given it up. */
  readonly solution: ContentView | null;
  readonly hasSolution: boolean;
  readonly gaveUp: boolean;
  /** The viewer's open assignment that asks it too; until that is closed there is no solution. */
  readonly asking: { readonly id: string; readonly title: string } | null;
  readonly difficulty: number | null;
  readonly skills: readonly SkillView[];
  /** Where the facts come from. */
  readonly sources: readonly SourceView[];
  readonly state: ProblemState;
  /** The viewer's own answers, the newest first. */
  readonly attempts: readonly AttemptView[];
  /** What the viewer is typing. */
  readonly typing: TypingView;
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
  /** The truth by central differences; absent where a verdict is only listed, or where none can be taken. */
  readonly check?: {
    readonly estimate: GridView;
    /** How far the two are apart, as a part of the largest entry or of 1. */
    readonly gap: number;
  };
}

/** A grade. Both flags are false unless the status is `graded`. */
export interface VerdictView {
  /** `waiting` while it is being graded. */
  readonly status: "graded" | "invalid" | "undecided" | "bad-problem" | "waiting";
  readonly numerator: boolean;
  readonly denominator: boolean;
  readonly form: Form;
  /** With `invalid`: what kind of mistake, and its place in the answer; of a derivation the line, of a table the cell. */
  readonly error: {
    readonly code: string;
    readonly start: number;
    readonly end: number;
    readonly line: number | null;
    readonly cell: string | null;
  } | null;
  readonly diagnosis: readonly DiagnosisView[];
  readonly witness: WitnessView | null;
  /** The one summand of the answer that is wrong; looked for where a verdict is shown for the first time. */
  readonly summand?: { readonly start: number; readonly end: number };
  /** The shape that each layout asks for, in words; `null` where the form has no layouts. */
  readonly shapes: { readonly numerator: string; readonly denominator: string } | null;
  /** Of a derivation: the first line that does not follow, from 1. */
  readonly firstWrong: number | null;
  /** Of a table: which cells are right. */
  readonly cells: Readonly<Record<string, boolean>> | null;
}

/** What the learner reads: a title and a few sentences. */
export interface FeedbackView {
  readonly outcome: "right" | "wrong" | "other-layout" | "not-counted" | "waiting";
  readonly title: string;
  readonly lines: readonly string[];
  /** What a teacher says to answers of this value, in Markdown; only where all of a verdict may be told. */
  readonly remark?: string;
}

/** One answer that was sent, with its latest grade. */
export interface AttemptView {
  readonly id: string;
  /** As people read it: the lines of a derivation under each other, the cells of a table with their names. */
  readonly text: string;
  readonly syntax: Syntax;
  /** The variant that was answered, from 0. */
  readonly variant: number;
  readonly createdAt: Date;
  /** From 1, counting only what cost an attempt; `null` for an answer that could not be read or decided. */
  readonly ordinal: number | null;
  readonly versionNumber: number;
  readonly verdict: VerdictView;
  readonly feedback: FeedbackView;
}

/** What a problem asks for, as whoever answers may know it. */
export type AskedView = Pick<ProblemView, "declarations" | "where" | "wrt" | "form" | "indices" | "at" | "field">;

/** The reply to a sent answer. */
export interface SubmissionView {
  readonly attempt: AttemptView;
  /** Where the viewer stands with the problem now. */
  readonly state: ProblemState;
  /** What was asked. */
  readonly asked: AskedView;
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

/** An account, as its owner sees it. */
export interface AccountView {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: "student" | "instructor" | "admin";
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

/** An answer in the list that an instructor reads. */
export interface AnswerRowView extends AttemptView {
  /** The parameters of the variant that was answered, by name. */
  readonly drawn: Readonly<Record<string, string | number>>;
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly role: Role;
  };
}

/** Everybody's answers to one problem, the newest first. */
export interface ProblemAnswersView {
  readonly problem: AuthoredProblemSummary;
  /** As one learner sees it; `null` while nothing is published. */
  readonly statement: ContentView | null;
  readonly answers: readonly AnswerRowView[];
  /** True where there are older ones than the page shows. */
  readonly more: boolean;
}
