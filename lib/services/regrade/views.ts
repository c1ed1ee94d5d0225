/** Where a regrade stands. */
export type RegradeState = "comparing" | "compared" | "applying" | "applied" | "undoing" | "undone" | "failed";

/** What a regrade does about the answers that differ. */
export type RegradeMode = "raise" | "replace" | "full" | "drop";

/** A version of a problem, to choose from. */
export interface VersionChoice {
  readonly id: string;
  readonly number: number;
  readonly createdAt: Date;
  readonly isCurrent: boolean;
}

export interface RegradeCourseView {
  readonly id: string;
  readonly title: string;
  readonly timeZone: string;
}

/** What answers of a problem can be compared under. */
export interface RegradeStartView {
  readonly problem: { readonly id: string; readonly title: string };
  /** `null` where all answers are meant, practice too. */
  readonly course: RegradeCourseView | null;
  /** The newest first. */
  readonly versions: readonly VersionChoice[];
  readonly answers: number;
  readonly people: number;
  /** A regrade of the same answers that is not done with. */
  readonly open: string | null;
  readonly earlier: readonly RegradeSummary[];
}

export interface RegradeSummary {
  readonly id: string;
  readonly problem: { readonly id: string; readonly title: string };
  readonly versionNumber: number;
  readonly state: RegradeState;
  readonly mode: RegradeMode | null;
  readonly startedBy: string;
  readonly createdAt: Date;
  readonly appliedAt: Date | null;
  readonly undoneAt: Date | null;
}

/** How a number comes out under each mode. */
export type ByMode<T> = { readonly [M in RegradeMode]: T };

/** What a mode comes to for all. */
export interface ModeTotals {
  /** Students who gain points, and who lose some. */
  readonly up: number;
  readonly down: number;
  /** The mean of the assignments' totals, in percent; `null` where nothing was given out. */
  readonly mean: number | null;
}

/** A student whose points for the problem would change. */
export interface ChangedStudentView {
  readonly assignedId: string;
  readonly person: string;
  readonly assignment: string;
  readonly of: number;
  readonly before: number;
  readonly after: ByMode<number>;
}

/** An answer that the other version grades otherwise. */
export interface ChangedAnswerView {
  readonly submissionId: string;
  readonly person: string;
  /** The assignment that it is from; `null` for practice. */
  readonly assignment: string | null;
  readonly text: string;
  readonly drawn: Readonly<Record<string, string | number>>;
  readonly createdAt: Date;
  readonly before: AnswerOutcome;
  readonly after: AnswerOutcome;
  /** The first words of the new verdict. */
  readonly why: string;
}

export type AnswerOutcome = "right" | "wrong" | "unreadable" | "undecided" | "bad-problem" | "not-comparable";

/** A regrade, to those who may make one. */
export interface RegradeView extends RegradeSummary {
  readonly course: RegradeCourseView | null;
  readonly total: number;
  readonly done: number;
  /** From when on it cannot be undone any more; `null` while there is nothing to undo. */
  readonly undoableUntil: Date | null;
  /** Once all answers are compared, while nobody is at work. */
  readonly outcome: RegradeOutcomeView | null;
  /** Once it was applied, also where it was undone since. */
  readonly result: RegradeResultView | null;
}

/** A student whose points a regrade has changed; `null` where the problem does not count. */
export interface RuledStudentView {
  readonly assignedId: string;
  readonly person: string;
  readonly assignment: string;
  readonly of: number;
  readonly before: number | null;
  readonly after: number | null;
}

export interface RegradeResultView {
  readonly students: readonly RuledStudentView[];
  readonly more: number;
}

export interface RegradeOutcomeView {
  readonly answers: number;
  /** Answers that become right, or stop being right. */
  readonly better: number;
  readonly worse: number;
  readonly notComparable: number;
  /** Answers that the version cannot decide, or has a mistake of its own in: they stay as they are. */
  readonly undecided: number;
  /** Points that were given out and what they come to by mode; `null` where no assignment is concerned. */
  readonly meanBefore: number | null;
  readonly totals: ByMode<ModeTotals>;
  readonly students: readonly ChangedStudentView[];
  readonly moreStudents: number;
  readonly changed: readonly ChangedAnswerView[];
  readonly moreChanged: number;
}
