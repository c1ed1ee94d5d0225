import type { Policy, ProblemView } from "../views";
import type { AssignedAttemptView, CourseNameView, Phase, PointsView, RulesView, TimesView, WorthView } from "./views";

/** What those who teach see of assignments. */

/** An assignment in the list of those who teach. */
export interface AssignmentSummary {
  readonly id: string;
  readonly title: string;
  readonly published: boolean;
  readonly phase: Phase;
  readonly times: TimesView;
  readonly problems: number;
  readonly points: number;
  /** Students who have opened it, and who have answered something. */
  readonly started: number;
  readonly submitted: number;
  readonly students: number;
}

/** What an assignment asks for in one place. */
export interface ItemView {
  readonly id: string;
  readonly points: number;
  readonly count: number;
  /** The title of the problem or topic. */
  readonly title: string;
  readonly problemId: string | null;
  readonly topicId: string | null;
  readonly difficulty: number | null;
}

/** Other times for a student or a section. */
export interface ExtensionView {
  readonly id: string;
  readonly who: string;
  readonly personId: string | null;
  readonly dueAt: Date | null;
  readonly closesAt: Date | null;
  readonly timeFactor: number | null;
  readonly latePass: boolean;
  readonly reason: string;
  readonly givenBy: string | null;
  readonly createdAt: Date;
}

/** Somebody or a section that an extension can be given to. */
export interface RecipientView {
  readonly id: string;
  readonly name: string;
}

/** An assignment, to those who teach. */
export interface AssignmentView {
  readonly id: string;
  readonly title: string;
  readonly instructions: string;
  readonly course: CourseNameView;
  readonly policy: Policy | null;
  readonly published: boolean;
  readonly phase: Phase;
  readonly times: TimesView;
  readonly rules: RulesView;
  readonly renames: boolean;
  readonly worth: readonly WorthView[];
  readonly items: readonly ItemView[];
  readonly points: number;
  /** Students who have opened it, and who have answered something. */
  readonly started: number;
  readonly submitted: number;
  readonly extensions: readonly ExtensionView[];
  readonly students: readonly RecipientView[];
  readonly sections: readonly RecipientView[];
  readonly mayEdit: boolean;
  readonly mayExtend: boolean;
}

/** How a student gets on, on the live board. */
export interface BoardStudent {
  readonly personId: string;
  readonly name: string;
  readonly section: string | null;
  readonly started: boolean;
  readonly problems: number;
  readonly answered: number;
  readonly right: number;
  readonly score: PointsView;
  /** The titles of problems that they are stuck with. */
  readonly stuck: readonly string[];
  readonly lastSeen: Date | null;
}

/** How a problem goes, on the live board. */
export interface BoardProblem {
  readonly problemId: string;
  readonly title: string;
  /** How many students have got it. */
  readonly given: number;
  readonly opened: number;
  readonly answered: number;
  readonly right: number;
  readonly stuck: number;
}

/** A wrong answer that was given more or less often. */
export interface WrongAnswerView {
  readonly problemId: string;
  readonly title: string;
  readonly text: string;
  readonly times: number;
  readonly people: number;
}

/** How an assignment goes just now. */
export interface BoardView {
  readonly id: string;
  readonly title: string;
  readonly course: CourseNameView;
  readonly phase: Phase;
  readonly times: TimesView;
  readonly at: Date;
  readonly students: readonly BoardStudent[];
  readonly started: number;
  readonly submitted: number;
  /** Students with an answer to each problem. */
  readonly finished: number;
  readonly stuck: number;
  readonly problems: readonly BoardProblem[];
  readonly wrong: readonly WrongAnswerView[];
  /** For how long the oldest answer waits for its grade. */
  readonly queueSeconds: number;
}

/** An assigned problem with all its answers, to those who teach. */
export interface WorkedProblemView {
  readonly assignedId: string;
  readonly number: number;
  /** With its solution. */
  readonly problem: ProblemView;
  readonly drawn: Readonly<Record<string, string | number>>;
  readonly hints: number;
  readonly score: PointsView;
  /** The oldest first. */
  readonly answers: readonly AssignedAttemptView[];
}

/** A student's work in an assignment, to those who teach. */
export interface StudentWorkView {
  readonly id: string;
  readonly title: string;
  readonly course: CourseNameView;
  readonly student: RecipientView;
  readonly times: TimesView;
  readonly score: PointsView;
  readonly problems: readonly WorkedProblemView[];
}
