import type { Policy } from "../views";
import type { CourseRight, CourseRole } from "./rights";

export type { CourseRight, CourseRole };

/** A course, to somebody who is in it. */
export interface CourseView {
  readonly id: string;
  readonly title: string;
  /** Empty where none was given. */
  readonly term: string;
  readonly policy: Policy;
  /** An IANA name. */
  readonly timeZone: string;
  readonly latePasses: number;
  readonly latePassHours: number;
  readonly archivedAt: Date | null;
  /** What the viewer is in it, and may do. */
  readonly role: CourseRole;
  readonly rights: readonly CourseRight[];
}

/** A course in a list. */
export interface CourseSummary {
  readonly id: string;
  readonly title: string;
  readonly term: string;
  readonly role: CourseRole;
  readonly archivedAt: Date | null;
  readonly students: number;
  readonly assignments: number;
}

/** How people get into a course. */
export interface JoiningView {
  /** Without the hyphen that it is shown with. */
  readonly code: string;
  readonly open: boolean;
}

/** A course's first page. */
export interface CourseOverview {
  readonly course: CourseView;
  /** For those who may change it. */
  readonly joining: JoiningView | null;
  readonly students: number;
  readonly staff: readonly { readonly personId: string; readonly name: string; readonly role: CourseRole }[];
  /** Addresses on the roster whose owners have not come yet. */
  readonly invited: number;
  readonly sections: number;
  readonly assignments: number;
}

/** What a course's form holds, as text. */
export interface CourseInput {
  readonly title: string;
  readonly term: string;
  readonly policy: string;
  readonly timeZone: string;
  readonly latePasses: string;
  readonly latePassHours: string;
}

/** A course, to somebody who holds its code. */
export interface InvitedCourseView {
  readonly courseId: string;
  readonly title: string;
  readonly term: string;
  readonly code: string;
  readonly open: boolean;
  /** What the viewer is in it already; `null` where nothing. */
  readonly role: CourseRole | null;
}

/** A group within a course. */
export interface SectionView {
  readonly id: string;
  readonly name: string;
  readonly people: number;
}

/** Somebody in a course. */
export interface CoursePersonView {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: CourseRole;
  readonly section: { readonly id: string; readonly name: string } | null;
  /** Their id in the school's own system. */
  readonly externalId: string | null;
  readonly since: Date;
  readonly leftAt: Date | null;
  /** What the roster says they are, where that waits for somebody's word. */
  readonly invitedAs: CourseRole | null;
}

/** An address on the roster whose owner has not come yet. */
export interface InvitationView {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: CourseRole;
  readonly section: string | null;
}

/** Everybody in a course, and who is expected. */
export interface CoursePeopleView {
  readonly course: CourseView;
  readonly people: readonly CoursePersonView[];
  readonly invitations: readonly InvitationView[];
  readonly sections: readonly SectionView[];
  readonly joining: JoiningView | null;
}

/** What becomes of one row of a roster. */
export interface RosterRowView {
  /** Its place among the rows, from 0. */
  readonly number: number;
  /** Its line in the file. */
  readonly line: number;
  readonly text: string;
  readonly outcome: "matched" | "here" | "new" | "ambiguous" | "refused";
  /** What it changes, what is unclear, or why it is refused. */
  readonly note: string;
  /** False where there is nothing to do. */
  readonly does: boolean;
}

/** What a roster would do to a course. */
export interface RosterPlanView {
  readonly course: CourseView;
  readonly rosterId: string;
  /** Names what is shown, so that nothing else is done. */
  readonly mark: string;
  /** `null` for a list without a head. */
  readonly columns: {
    readonly read: readonly { readonly head: string; readonly field: string }[];
    readonly ignored: readonly string[];
  } | null;
  /** Sections that it would make. */
  readonly newSections: readonly string[];
  readonly rows: readonly RosterRowView[];
}
