import type { CourseNameView, TimesView } from "../assignments/views";
import type { AttemptView, ProblemView } from "../views";

/** An assignment that has grades. */
export interface GradedAssignmentView {
  readonly id: string;
  /** Its place in the gradebook, from 1. */
  readonly number: number;
  readonly title: string;
  /** What all of its problems give together. */
  readonly of: number;
  readonly problems: number;
  /** True where only its total is shown. */
  readonly folded: boolean;
}

/** What a column of numbers is about. */
export interface ColumnView {
  /** Names it in an address: "total", "2" for the second assignment, "2.3" for its third problem. */
  readonly key: string;
  readonly kind: "total" | "percent" | "assignment" | "problem";
  readonly title: string;
  /** The most that it gives. */
  readonly of: number;
  /** The number of its assignment; 0 for what is about all. */
  readonly group: number;
  /** Names a problem's place in the address of its grades; empty for totals. */
  readonly place: string;
}

/** Why a number is what it is: by a person, out of the total, full marks by a regrade. */
export type Mark = "override" | "dropped" | "full";

/** A student in the gradebook: one number for each column, `null` where nothing has been answered. */
export interface SheetRow {
  readonly id: string;
  readonly name: string;
  readonly section: string;
  readonly numbers: readonly (number | null)[];
  /** By the places of the columns. */
  readonly marks: Readonly<Record<number, Mark>>;
}

/** The gradebook of a course. */
export interface GradebookView {
  readonly course: CourseNameView;
  readonly assignments: readonly GradedAssignmentView[];
  readonly sections: readonly { readonly id: string; readonly name: string }[];
  /** The section that is shown; `null` for all. */
  readonly section: string | null;
  readonly columns: readonly ColumnView[];
  readonly rows: readonly SheetRow[];
  readonly mayExport: boolean;
}

/** What is asked of the gradebook. */
export interface GradebookWish {
  readonly section?: string;
  /** The assignments of which only totals are wanted, by number. */
  readonly folded: "all" | readonly number[];
}

/** Points that a person gave, or took back (`null`). */
export interface OverrideView {
  readonly id: string;
  readonly points: number | null;
  readonly reason: string;
  /** `null` for somebody who is gone. */
  readonly by: string | null;
  readonly at: Date;
}

/** One of the grades of an answer. */
export interface GradeView {
  readonly id: string;
  readonly at: Date;
  readonly outcome: AttemptView["feedback"]["outcome"];
  readonly graderVersion: string;
  /** The version of the problem that it was graded by. */
  readonly versionNumber: number;
  readonly regradeId: string | null;
}

/** An answer with everything that is known of it. */
export interface CellAttemptView {
  readonly id: string;
  readonly arrivedAt: Date;
  readonly ordinal: number | null;
  readonly automatic: boolean;
  /** What a right answer was worth when it arrived, in percent. */
  readonly worth: number;
  readonly hints: number;
  /** What the student sees of it now; `null` while that is nothing but its arrival. */
  readonly seen: AttemptView["feedback"] | null;
  /** The newest verdict in full. */
  readonly full: AttemptView;
  /** What this grader says today; `null` where it is the same. */
  readonly today: AttemptView | null;
  readonly graderVersion: string;
  /** All its grades, the oldest first. */
  readonly grades: readonly GradeView[];
}

/** What a student has done in one place of an assignment, and what it comes to. */
export interface GradedPlaceView {
  readonly course: CourseNameView;
  readonly assignment: { readonly id: string; readonly title: string };
  readonly student: { readonly id: string; readonly name: string; readonly section: string | null };
  /** Names the place in an address. */
  readonly place: string;
  /** The problem that the student has got; `null` before they have opened the assignment. */
  readonly problem: ProblemView | null;
  readonly title: string;
  readonly times: TimesView;
  readonly points: number;
  readonly of: number;
  /** What the answers alone come to. */
  readonly earned: number;
  readonly full: boolean;
  readonly dropped: boolean;
  readonly overridden: boolean;
  readonly attempts: readonly CellAttemptView[];
  readonly overrides: readonly OverrideView[];
  readonly mayOverride: boolean;
}

/** What a person wants to give instead of the points that were earned. */
export interface OverrideInput {
  readonly courseId: string;
  readonly personId: string;
  readonly place: string;
  /** As typed; empty takes an earlier one back. */
  readonly points: string;
  readonly reason: string;
}

/** The systems whose forms grades are written in. */
export type ExportFormat = "canvas" | "moodle";

/** A file to be saved. */
export interface ExportView {
  readonly name: string;
  readonly text: string;
}
