import type { FeedbackRuleView } from "../feedback-rules";
import type { Grasp } from "../mastery/views";

/** What a class has done with one problem. */
export interface StatisticsView {
  readonly problemId: string;
  readonly title: string;
  /** Students who have answered. */
  readonly students: number;
  /** The part of them that was right at the first answer, and in the end, from 0 to 1. */
  readonly first: number | null;
  readonly end: number | null;
  /** From -1 to 1; `null` where there are too few students, or all are alike. */
  readonly discrimination: number | null;
  readonly attempts: number | null;
  /** The median from opening to the first right answer. */
  readonly seconds: number | null;
}

/** Wrong answers of one value. */
export interface ClusterView {
  /** As most of them have it, with `@name` for what was drawn for each student. */
  readonly answer: string;
  readonly answers: number;
  /** Ways of writing it. */
  readonly writings: number;
  readonly people: number;
  /** Some of them. */
  readonly names: readonly string[];
  /** What the grader calls it, where it has a name for it. */
  readonly slip: string | null;
}

/** What a class has done with a problem, and what went wrong. */
export interface ProblemInsightView {
  readonly problem: { readonly id: string; readonly title: string };
  /** `null` for all answers that the viewer may see, practice too. */
  readonly course: { readonly id: string; readonly title: string } | null;
  readonly item: StatisticsView;
  /** Wrong answers that were looked at, the newest, and whether there are older ones. */
  readonly wrong: number;
  readonly more: boolean;
  /** The one that most people gave first. */
  readonly clusters: readonly ClusterView[];
  /** Clusters that are not listed. */
  readonly rare: number;
  /** Ways of writing that were not compared with all others. */
  readonly alone: number;
  readonly rules: readonly FeedbackRuleView[];
  readonly hasVariants: boolean;
  readonly mayMakeRules: boolean;
  readonly mayRegrade: boolean;
}

/** A slip that many make. */
export interface ClassSlipView {
  readonly name: string;
  readonly people: number;
  readonly answers: number;
  /** Where it is made most. */
  readonly problem: { readonly id: string; readonly title: string };
}

/** Somebody who has tried several times and is not right yet. */
export interface StuckView {
  readonly assignedId: string;
  readonly person: string;
  readonly personId: string;
  readonly problem: { readonly id: string; readonly title: string };
  readonly assignment: { readonly id: string; readonly title: string };
  readonly attempts: number;
  readonly lastAt: Date;
}

export interface HeatCell {
  /** From 0 to 1. */
  readonly mastery: number;
  readonly grasp: Grasp;
}

export interface HeatRow {
  readonly personId: string;
  readonly name: string;
  /** By skill, in the order of the skills. */
  readonly cells: readonly HeatCell[];
  readonly mean: number;
}

/** How well each student has each skill of a course. */
export interface HeatMapView {
  readonly skills: readonly { readonly id: string; readonly ability: string; readonly topic: string }[];
  readonly rows: readonly HeatRow[];
  /** The class, by skill. */
  readonly means: readonly number[];
  readonly students: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/** What a class has done so far. */
export interface CourseInsightView {
  readonly course: { readonly id: string; readonly title: string; readonly timeZone: string };
  readonly students: number;
  /** The hardest first. */
  readonly items: readonly StatisticsView[];
  readonly slips: readonly ClassSlipView[];
  readonly stuck: readonly StuckView[];
  readonly moreStuck: number;
  readonly heat: HeatMapView;
  readonly mayRegrade: boolean;
}
