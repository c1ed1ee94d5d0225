import type { Grasp } from "../../progress";
import type { ActivityView, ProblemSummary, ProblemView, TopicSummary } from "../views";

export type { Grasp };

/** A topic by its name. */
export interface TopicLink {
  readonly id: string;
  readonly title: string;
}

/** The review of what is due: nothing begun, or one problem of a session. */
export type ReviewView =
  | {
      readonly state: "idle";
      /** How many skills are due. */
      readonly due: number;
      /** When the next one is; `null` where nothing was practised yet. */
      readonly nextDue: Date | null;
    }
  | {
      readonly state: "open";
      readonly id: string;
      /** How many problems of the session are done with, and of how many. */
      readonly done: number;
      readonly of: number;
      /** What the problem is there for. */
      readonly ability: string;
      readonly problem: ProblemView;
      /** It was solved or given up, so that nothing more can be gained from it. */
      readonly settled: boolean;
    };

/** What came of one problem of a review. */
export interface ReviewedView {
  readonly problem: { readonly id: string; readonly title: string };
  readonly topic: TopicLink;
  readonly ability: string;
  readonly outcome: "right" | "right-later" | "missed" | "skipped";
  readonly before: Mastery;
  readonly after: Mastery;
  /** When the skill is due again. */
  readonly due: Date | null;
}

/** How well a skill is had: a word, and a number from 0 to 1. */
export interface Mastery {
  readonly grasp: Grasp;
  readonly mastery: number;
}

/** A review that was gone through. */
export interface ReviewSummaryView {
  readonly items: readonly ReviewedView[];
  readonly finishedAt: Date;
  /** How many skills are due still. */
  readonly due: number;
}

/** A topic on the map. */
export interface MapTopicView extends TopicLink {
  readonly goal: string;
  readonly group: string;
  /** Its place in teaching order, from 1. */
  readonly order: number;
  readonly needs: readonly TopicLink[];
  /** Its place: behind all that it needs, and beside the others of its layer. */
  readonly layer: number;
  readonly column: number;
  readonly grasp: Grasp;
  /** From 0 to 1: the mean over its skills. */
  readonly mastery: number;
  readonly solved: number;
  readonly problems: number;
  /** Skills of it that are due for review. */
  readonly due: number;
  /** What it builds on is known well enough, and it is not yet. */
  readonly ready: boolean;
  /** What it builds on and is not known well enough yet. */
  readonly missing: readonly TopicLink[];
}

/** What to do now, in one button. */
export type NowView =
  | { readonly what: "review"; readonly due: number }
  | {
      readonly what: "problem";
      /** The topic was begun before, or it is the next that is ready. */
      readonly why: "in-progress" | "ready";
      readonly problem: ProblemSummary;
      readonly topic: TopicLink;
    };

/** A placement: a question that stands open, or what is known where none does. */
export type PlacementView =
  | {
      readonly state: "open";
      /** From 1. */
      readonly number: number;
      /** There are no more questions than this. */
      readonly most: number;
      readonly problem: ProblemView;
      /** It was answered, so that the next can be asked. */
      readonly answered: boolean;
    }
  | {
      readonly state: "idle" | "done";
      /** The topics that the last placement has shown to be known, and how many there are. */
      readonly known: readonly TopicLink[];
      readonly topics: number;
      /** Where to begin. */
      readonly next: Extract<NowView, { readonly what: "problem" }> | null;
    };

/** How many skills were had how well at the end of a week; of the present week, as they are now. */
export interface WeekView {
  /** Its first day, a Monday. */
  readonly monday: Date;
  readonly mastered: number;
  readonly practised: number;
  readonly learning: number;
}

/** A day of practice. */
export interface DayView {
  readonly day: Date;
  readonly answers: number;
}

/** A slip that comes back, whatever the topic. */
export interface SlipView {
  /** A craft: "craft-transposes". */
  readonly craft: string;
  readonly count: number;
  /** Where it happened most. */
  readonly topics: readonly (TopicLink & { readonly count: number })[];
  /** Problems that train it. */
  readonly problems: readonly ProblemSummary[];
}

/** A student's own page. */
export interface DashboardView {
  readonly solved: number;
  readonly attempted: number;
  readonly problems: number;
  /** Topics with a problem in them, in teaching order. */
  readonly topics: readonly TopicSummary[];
  readonly recent: readonly ActivityView[];
  /** What to do now, and `null` when everything is solved and nothing is due. */
  readonly now: NowView | null;
  /** How many skills are due for review. */
  readonly due: number;
  /** When the next one is; `null` where nothing more was practised. */
  readonly nextDue: Date | null;
  /** How many skills there are. */
  readonly skills: number;
  /** The last twelve weeks, the oldest first. */
  readonly weeks: readonly WeekView[];
  readonly days: readonly DayView[];
  /** The most frequent slips of these weeks, the worst first. */
  readonly slips: readonly SlipView[];
}
