import type { Phase } from "../../assess";
import type { AskedView, AttemptView, ProblemView } from "../views";
import type { Level } from "./level";

export type { Level, Phase };

/** The times that hold for somebody. */
export interface TimesView {
  readonly opensAt: Date;
  readonly dueAt: Date;
  readonly closesAt: Date;
}

export interface LateStepView {
  /** Until so many hours after the due time… */
  readonly hours: number;
  /** …a right answer is worth so much. */
  readonly percent: number;
}

/** What a right answer is worth between two moments. */
export interface WorthView {
  readonly from: Date;
  readonly until: Date;
  readonly percent: number;
}

/** A course's name and the clocks that its times are read on. */
export interface CourseNameView {
  readonly id: string;
  readonly title: string;
  readonly term: string;
  readonly timeZone: string;
}

/** Points reached, of so many; `null` while they are held back. */
export interface PointsView {
  readonly points: number | null;
  readonly of: number;
}

/** A course in its student's list. */
export interface MyCourseSummary extends CourseNameView {
  readonly section: string | null;
  readonly archived: boolean;
  /** Assignments that can be worked on now, and when the next of them is due. */
  readonly open: number;
  readonly nextDue: Date | null;
}

/** An assignment in its student's list. */
export interface MyAssignmentSummary {
  readonly id: string;
  readonly title: string;
  readonly phase: Phase;
  readonly times: TimesView;
  /** True where the student has other times than the course. */
  readonly extended: boolean;
  /** How many problems it has, and how many of them have an answer. */
  readonly problems: number;
  readonly answered: number;
  readonly score: PointsView;
}

export interface LatePassesView {
  readonly left: number;
  readonly of: number;
  readonly hours: number;
}

/** A course, to its student. */
export interface MyCourseView {
  readonly course: CourseNameView;
  readonly archived: boolean;
  readonly latePasses: LatePassesView;
  readonly assignments: readonly MyAssignmentSummary[];
}

/** How a problem stands for its student: `answered` says that what came of it is held back. */
export type WorkState = "new" | "answered" | "wrong" | "right";

/** A problem in the list of an assignment. */
export interface MyProblemSummary {
  readonly assignedId: string;
  /** From 1. */
  readonly number: number;
  readonly title: string;
  readonly state: WorkState;
  readonly attempts: number;
  /** `null` where there is no limit. */
  readonly attemptsLeft: number | null;
  readonly score: PointsView;
}

/** What holds in an assignment for everybody. */
export interface RulesView {
  readonly attempts: number | null;
  readonly shownOpen: Level;
  readonly shownClosed: Level;
  readonly hints: boolean;
  readonly sendsDrafts: boolean;
  readonly graceSeconds: number;
  readonly lateSteps: readonly LateStepView[];
}

/** An assignment, to its student. */
export interface MyAssignmentView extends MyAssignmentSummary {
  readonly course: CourseNameView;
  /** Markdown. */
  readonly instructions: string;
  readonly rules: RulesView;
  readonly worth: readonly WorthView[];
  /** Why the times are others, where somebody has said so. */
  readonly reasons: readonly string[];
  /** What one more late pass would do; `null` where it cannot be used. */
  readonly latePass: (LatePassesView & { readonly dueAt: Date; readonly closesAt: Date }) | null;
  /** Empty before the opening. */
  readonly list: readonly MyProblemSummary[];
}

/** An answer to an assigned problem, as its student sees it. */
export interface AssignedAttemptView {
  readonly id: string;
  readonly text: string;
  readonly createdAt: Date;
  /** `null` for an answer that cost no attempt. */
  readonly ordinal: number | null;
  /** The last draft, sent at the closing. */
  readonly automatic: boolean;
  /** With its verdict, as far as that is shown; `null` while it is held back. */
  readonly graded: AttemptView | null;
}

/** A problem of an assignment, to its student. */
export interface AssignedProblemView {
  readonly assignedId: string;
  /** From 1, and of how many. */
  readonly number: number;
  readonly count: number;
  readonly previous: { readonly assignedId: string; readonly number: number } | null;
  readonly next: { readonly assignedId: string; readonly number: number } | null;
  readonly assignment: {
    readonly id: string;
    readonly title: string;
    readonly course: CourseNameView;
    readonly rules: RulesView;
  };
  readonly phase: Phase;
  readonly times: TimesView;
  /** What a right answer is worth now, in percent. */
  readonly worthNow: number;
  /** How much of a verdict is shown now. */
  readonly level: Level;
  readonly state: WorkState;
  readonly attempts: number;
  readonly attemptsLeft: number | null;
  readonly score: PointsView;
  /** Points that a person gave instead, with their reason; `null` where nobody did, and while points are held back. */
  readonly given: { readonly points: number; readonly reason: string } | null;
  /** The problem as practice has it, without attempts, and with a solution only where nothing is held back any more. */
  readonly problem: ProblemView;
  /** The newest first. */
  readonly answers: readonly AssignedAttemptView[];
}

/** The reply to an answer in an assignment. */
export interface AssignedReplyView {
  readonly answer: AssignedAttemptView;
  /** Where the student stands with the problem now. */
  readonly standing: Pick<AssignedProblemView, "state" | "attemptsLeft" | "score">;
  /** What was asked. */
  readonly asked: AskedView;
}
