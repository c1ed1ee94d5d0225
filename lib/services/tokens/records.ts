/** What programs get, with the names that the API has for it. */

export interface CourseRecord {
  readonly id: string;
  readonly title: string;
  readonly term: string;
  readonly time_zone: string;
  readonly archived: boolean;
}

/** One row of an assignment: a problem, or so many of a topic. */
export interface ItemRecord {
  readonly id: string;
  readonly title: string;
  readonly problem_id: string | null;
  readonly topic_id: string | null;
  readonly difficulty: number | null;
  readonly count: number;
  /** Of each of its problems. */
  readonly points: number;
}

export interface AssignmentRecord {
  readonly id: string;
  readonly title: string;
  readonly published: boolean;
  readonly opens_at: string;
  readonly due_at: string;
  readonly closes_at: string;
  readonly attempts: number | null;
  readonly points: number;
  readonly items: readonly ItemRecord[];
}

export interface SubmissionRecord {
  readonly id: string;
  readonly student_id: string;
  readonly item_id: string;
  readonly slot: number;
  readonly problem_id: string;
  readonly version: number;
  readonly arrived_at: string;
  readonly attempt: number | null;
  readonly automatic: boolean;
  readonly syntax: "text" | "latex";
  readonly text: string;
  readonly hints: number;
  /** `waiting` while it is being graded. */
  readonly status: "graded" | "invalid" | "undecided" | "bad-problem" | "waiting";
  readonly numerator: boolean;
  readonly denominator: boolean;
  readonly correct: boolean;
  readonly diagnosis: readonly string[];
  readonly worth: number;
  readonly grader_version: string;
}

export interface SubmissionsPage {
  readonly submissions: readonly SubmissionRecord[];
  readonly next_cursor: string | null;
}

export interface GradesRecord {
  readonly course_id: string;
  readonly assignments: readonly { readonly id: string; readonly title: string; readonly points: number }[];
  readonly students: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly external_id: string | null;
    readonly section: string | null;
    /** In the order of the assignments. */
    readonly points: readonly (number | null)[];
  }[];
}
