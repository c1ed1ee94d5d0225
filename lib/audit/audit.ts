import type { BankError, BankInspection, Topic } from "../problems";
import { topicFolder } from "../problems";
import { forget } from "./grading";
import { auditLesson } from "./lesson";
import { auditProblem, type ProblemReport } from "./problem";

/** What was found in a topic: its lesson and its problems. */
export interface TopicReport {
  readonly topic: Topic;
  readonly problems: readonly ProblemReport[];
  /** Kinds of answer, in the order of the grading contract. */
  readonly kinds: readonly string[];
  readonly variants: number;
  readonly mutants: number;
  /** Graded formulas of the lesson and the solutions. */
  readonly claims: number;
  readonly findings: readonly BankError[];
}

/** Checks a topic with all that belongs to it. */
export function auditTopic({ bank, errors, placeOf }: BankInspection, topic: Topic): TopicReport {
  const lesson = auditLesson(topic);
  const own = bank.problems.filter((problem) => problem.topic === topic.id);
  const folder = topicFolder(topic);
  const inFolder = errors.filter(({ path }) => path.startsWith(`${folder}/`));
  const unreadable = new Set(inFolder.map(({ entry }) => entry));
  const problems = own.filter(({ id }) => !unreadable.has(id)).map((problem) => auditProblem(problem, placeOf));
  forget();
  const total = (of: (report: ProblemReport) => number): number => problems.reduce((sum, each) => sum + of(each), 0);
  return {
    topic,
    problems,
    kinds: [...new Set(problems.flatMap(({ kinds }) => kinds))],
    variants: total(({ variants }) => variants),
    mutants: total(({ mutants }) => mutants),
    claims: lesson.claims + total(({ claims }) => claims),
    findings: [...inFolder, ...lesson.findings, ...problems.flatMap(({ findings }) => findings)],
  };
}
