import type { Outcome } from "@/app/_components/outcomes";
import type { ShownVerdict } from "@/app/_components/shown-verdict";
import type { FieldComplaint, PointsView, ProblemState, WorkState } from "@/lib/services";

/** What comes back for an answer, as JSON carries it: times are ISO texts. */

/** An answer in the list of one's own, without what only its verdict tells. */
export interface AnswerLine {
  readonly id: string;
  /** As people read it. */
  readonly text: string;
  readonly at: string;
  /** "Attempt 2", "variant 3". */
  readonly notes: readonly string[];
  /** Absent while it is held back. */
  readonly outcome?: Outcome;
  readonly title: string;
  /** Absent where the form has no layouts. */
  readonly layouts?: { readonly numerator: boolean; readonly denominator: boolean };
}

/** Where one stands with the problem after an answer. */
export type AnswerStanding =
  | { readonly kind: "practice"; readonly state: ProblemState }
  | {
      readonly kind: "assigned";
      readonly state: WorkState;
      /** `null` where there is no limit. */
      readonly attemptsLeft: number | null;
      readonly score: PointsView;
    };

/** The reply to an answer that was stored. */
export interface AnswerReply {
  readonly line: AnswerLine;
  /** Absent while it is held back. */
  readonly verdict?: ShownVerdict;
  readonly standing: AnswerStanding;
  /** The key of the next answer. */
  readonly nextKey: string;
  /** True where the page shows more from now on than this reply tells: a solution, or the way to one's work. */
  readonly opensMore: boolean;
}

/** Why nothing was graded, and where in the text. */
export interface AnswerRefusal {
  readonly code: string;
  readonly message: string;
  readonly start?: number;
  readonly end?: number;
}

export function complaintOf({ message, start, end }: AnswerRefusal): FieldComplaint {
  return { message, ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
}
